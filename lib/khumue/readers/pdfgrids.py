"""Tables that are drawn with lines: which cell of which one a piece of text stands in. Pure; y from the top."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from khumue.readers.pdflines import Piece, Rule, split_at

_NEAR = 3.0  # points: lines this near to each other are one, or meet
_FRAME = 450.0  # points: a vertical line as long as this is a page's frame, unless a table's rows meet it
_REACH = 2.0  # points: text may begin this much left of its cell


class Grid:
    """A table that is drawn. `columns` are the places of its vertical lines, `rows` of its horizontal ones."""

    def __init__(self, verticals: Sequence[Rule], flats: Sequence[Rule]) -> None:
        self.top = min(rule.low for rule in verticals)
        self.bottom = max(rule.high for rule in verticals)
        self._verticals = [((rule.left + rule.right) / 2, rule.low, rule.high) for rule in verticals]
        inside = [rule for rule in flats if self.top - _NEAR < rule.low and rule.high < self.bottom + _NEAR]
        ends = [end for rule in inside for end in (rule.left, rule.right)]
        places = [x for x, _, _ in self._verticals]
        outer = [end for end in (min(ends), max(ends)) if not _near(end, places)] if ends else []
        self.columns = _distinct([*places, *outer])
        self._outer = outer
        # A line that does not go from one vertical line to another underlines a word.
        self._flats = [
            ((rule.low + rule.high) / 2, rule.left, rule.right)
            for rule in inside
            if _near(rule.left, self.columns) and _near(rule.right, self.columns)
        ]
        self.rows = _distinct([y for y, _, _ in self._flats])
        self._open = not self.rows or self.rows[0] > self.top + _NEAR  # no line above the first row

    def holds(self, piece: Piece) -> bool:
        """Whether a piece stands in the table."""
        middle = (piece.x + piece.right) / 2
        return self.top < _middle(piece) < self.bottom and self.columns[0] < middle < self.columns[-1]

    def cut(self, piece: Piece) -> list[Piece]:
        """A piece divided by the vertical lines that go through it."""
        return split_at(piece, [x for x in self._crossing(piece) if piece.x < x < piece.right])

    def cell(self, piece: Piece) -> tuple[int, int]:
        """Row and column in which a piece begins, from 1; in merged cells those of the first one."""
        middle = (piece.x + piece.right) / 2
        above = [y for y, left, right in self._flats if y < piece.y and left - _NEAR < middle < right + _NEAR]
        row = _place(max(above), self.rows) + 1 + self._open if above else 1
        before = [x for x in self._crossing(piece) if x < piece.x + _REACH]
        return row, _place(max(before), self.columns) + 1 if before else 1

    def span(self, piece: Piece) -> tuple[float, float]:
        """Left and right edge of the cell that holds a piece."""
        crossing = self._crossing(piece)
        return (
            max((x for x in crossing if x < piece.x + _REACH), default=self.columns[0]),
            min((x for x in crossing if x > piece.x + _REACH), default=self.columns[-1]),
        )

    def _crossing(self, piece: Piece) -> list[float]:
        y = _middle(piece)
        return sorted([*self._outer, *(x for x, low, high in self._verticals if low - 1 < y < high + 1)])


def find_grids(rules: Iterable[Rule]) -> list[Grid]:
    """The drawn tables of a page, from top to bottom. A frame round one cell is none."""
    held = list(rules)
    flats = [rule for rule in held if rule.flat]
    # A line that no other one meets marks a change beside the text; one that only two meet is a table's or a frame's.
    meeting = [(rule, sum(_meet(rule, flat) for flat in flats)) for rule in held if not rule.flat]
    verticals = [rule for rule, met in meeting if met > 2 * (rule.high - rule.low > _FRAME)]
    found = (Grid(band, flats) for band in _bands(verticals))
    return [grid for grid in found if len(grid.columns) > 2]


def _meet(rule: Rule, flat: Rule) -> bool:
    return (
        rule.low - _NEAR < flat.low < rule.high + _NEAR
        and flat.left - _NEAR < (rule.left + rule.right) / 2 < flat.right + _NEAR
    )


def _bands(verticals: list[Rule]) -> Iterator[list[Rule]]:
    """Vertical lines that stand beside each other or meet."""
    band: list[Rule] = []
    bottom = 0.0
    for rule in sorted(verticals, key=lambda each: each.low):
        if band and rule.low > bottom + _NEAR:
            yield band
            band = []
        bottom = max(bottom, rule.high) if band else rule.high
        band.append(rule)
    if band:
        yield band


def _middle(piece: Piece) -> float:
    return piece.y - 0.3 * piece.size


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found


def _near(place: float, places: Iterable[float]) -> bool:
    return any(abs(place - each) <= _NEAR for each in places)


def _place(value: float, places: Sequence[float]) -> int:
    """The number of the place that a value is."""
    return min(range(len(places)), key=lambda at: abs(places[at] - value))
