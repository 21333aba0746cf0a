"""What may be chosen for the check of a draft: on the command line, in the draft itself, in a settings file."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from khumue.document import Document, DraftError
from khumue.frozen import frozen
from khumue.thai import arabic

# The names under which a draft says so itself, in its front matter or its document properties.
PROCEDURE, YEAR, IGNORE = "khumue-procedure", "khumue-year", "khumue-ignore"


@frozen
class Choices:
    """What one place says; None where it says nothing. `years` are Buddhist-era fiscal years; codes may be prefixes."""

    procedure: str | None = None
    years: tuple[int, ...] | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None

    def over(self, other: Choices) -> Choices:
        """These choices, and the other's where these say nothing."""
        own = {name: value for name, value in vars(self).items() if value is not None}
        return Choices(**{**vars(other), **own})

    def holds(self, code: str) -> bool:
        """Whether a rule applies: the longest prefix decides, of two alike the one that leaves it out."""
        return _longest(self.select or ("",), code) > _longest(self.ignore or (), code)


NO_CHOICES = Choices()


def _longest(prefixes: tuple[str, ...], code: str) -> int:
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def split_codes(text: str) -> tuple[str, ...]:
    """Codes between commas or spaces, as codes are written: s๑๐๑ is S101."""
    return tuple(arabic(text).upper().replace(",", " ").split())


def read_codes(text: str, known: Collection[str]) -> tuple[str, ...]:
    """Codes or prefixes of codes: `S101, R`. Raises DraftError that offers the nearest of the known codes."""
    codes = split_codes(text)
    for code in codes:
        if not any(each.startswith(code) for each in known):
            from khumue.problems import nearest

            raise DraftError("unknown-code", value=code, near=nearest(code, known))
    return codes


def read_years(text: str) -> tuple[int, ...]:
    """Buddhist-era fiscal years: 2570, or 2566-2570. Raises ValueError for anything else."""
    first, _, last = arabic(text).partition("-")
    years = range(int(first), int(last or first) + 1)
    if not years or not all(2500 <= year <= 2700 for year in years):
        raise ValueError(text)
    return tuple(years)


def write_years(years: Sequence[int]) -> str:
    """Fiscal years as they are read: 2570, or 2566-2570."""
    first, last = years[0], years[-1]
    return str(first) if first == last else f"{first}-{last}"


def own_choices(document: Document, known: Collection[str]) -> Choices:
    """What a draft says of its own check. Raises DraftError where a code or a year is none."""
    said = document.properties
    try:
        years = read_years(said[YEAR]) if YEAR in said else None
    except ValueError:
        raise DraftError("bad-year", value=said[YEAR]) from None
    return Choices(
        procedure=said.get(PROCEDURE),
        years=years,
        ignore=read_codes(said[IGNORE], known) if IGNORE in said else None,
    )
