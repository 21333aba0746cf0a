"""Citations as plans write them, right and wrong, for a plan of one fiscal year."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from khumue.finding import ReferenceStatus
from khumue.vocabulary import Edition, Reference, Years

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

EDITIONS = ("ฉบับที่ {n}", "ฉบับที่{n}", "(ฉบับที่ {n})", "ฉบับที่  {n}", "ฉบับที่ {thai}")
SPANS = (
    "(พ.ศ. {a}-{b})",
    "(พ.ศ. {a} - {b})",
    "พ.ศ. {a}-{b}",
    "(พ.ศ.{a}–{b})",
    "({a}-{b})",
    "พ.ศ. {a} ถึง พ.ศ. {b}",
    "(พ.ศ. {a}-{short})",
    "(พ.ศ. {thai_a} – {thai_b})",
    "(ค.ศ. {ce_a}-{ce_b})",
    "(พ.ศ. {a}-{b}",
    "พุทธศักราช {a}-{b}",
    "ปี {a}-{b}",
)
YEARS = ("พ.ศ. {a}", "พ.ศ.{a}", "พ.ศ. {thai_a}", "พุทธศักราช {a}", "(พ.ศ. {a})")
FISCAL = ("ปีงบประมาณ พ.ศ. {a}", "ประจำปีงบประมาณ พ.ศ. {a}", "ปีงบประมาณ {thai_a}", "ปี {a}")


def cite(reference: Reference, name: str, status: ReferenceStatus, fiscal_year: int, rng: Random) -> str | None:
    """A citation by a name of the series that ought to be judged so; None where the series cannot be cited so."""
    if reference.status == "ended":
        return None
    if reference.cited_by == "name":
        return name if status == "cited" else None
    if status == "no-edition":
        return name if reference.editions else None
    tails = list(_tails(reference, status, fiscal_year))
    return f"{name} {_written(*rng.choice(tails), reference, rng)}" if tails else None


def _tails(reference: Reference, status: ReferenceStatus, year: int) -> Iterator[tuple[str | None, Years]]:
    """Edition number and years of what is cited."""
    if reference.cited_by == "fiscal-year":
        if status == "cited":
            yield None, (year, year)
        elif status == "outdated" and reference.editions:
            yield None, (year - 3, year - 3)
        return
    for edition in reference.editions:
        years = edition.years or ((edition.year, edition.year) if edition.year else None)
        if years is None or edition.status == "draft":
            continue
        known = edition.edition if reference.cited_by == "edition" else None
        in_force = edition.covers(year) if edition.fiscal_years else reference.cited_by == "law-year"
        holds = in_force and edition.status not in {"repealed", "superseded"}
        ended = edition.fiscal_years is not None and not edition.covers(year)
        if (status == "cited" and holds) or (status == "outdated" and ended):
            yield known, years
        elif status == "wrong-years" and in_force:
            wrong = (years[0] + 1, years[1] + (2 if years[1] > years[0] else 1))
            if not _fits_any(reference.editions, wrong):
                yield known, wrong


def _fits_any(editions: tuple[Edition, ...], years: Years) -> bool:
    for each in editions:
        spans = [
            *each.also_written,
            *([each.years] if each.years else []),
            *([(each.year, each.year)] if each.year else []),
        ]
        if years in spans or any(law.year == years[0] for law in each.amendments):
            return True
    return False


def _written(edition: str | None, years: Years, reference: Reference, rng: Random) -> str:
    first, last = years
    patterns = FISCAL if reference.cited_by == "fiscal-year" else SPANS if first != last else YEARS
    span = rng.choice(patterns).format(
        a=first,
        b=last,
        short=f"{last % 100:02}",
        thai_a=str(first).translate(_THAI),
        thai_b=str(last).translate(_THAI),
        ce_a=first - 543,
        ce_b=last - 543,
    )
    if edition is None:
        return span
    return f"{rng.choice(EDITIONS).format(n=edition, thai=edition.translate(_THAI))} {span}"
