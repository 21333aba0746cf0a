"""The calendar of the fiscal year, as data: what falls when, and for whom."""

from __future__ import annotations

from typing import Literal

from khumue.frozen import frozen
from khumue.vocabulary import Checked, Text

Month = Literal[
    "october", "november", "december", "january", "february", "march",
    "april", "may", "june", "july", "august", "september",
]  # fmt: skip
"""The months in the order of the fiscal year."""


@frozen
class CalendarWork:
    """The steps that an entry of the calendar is about. The manual states their time at `locators`, if it does."""

    procedure: str
    steps: tuple[str, ...]
    locators: tuple[str, ...] = ()


@frozen
class CalendarEntry:
    """What falls when in the fiscal year, for the posts and units in `roles`.

    It falls from the first to the last of its `months`, once in `every` quarter or, with neither, in no month that is
    known. A `stated` time is the manual's; where the months are only `usual`, `why` says on what they rest, and
    `checked` how a fact from outside the manuals was verified. `timing` is what the manual says of the time.
    """

    id: str
    title: Text
    basis: Literal["stated", "usual"]
    months: tuple[Month, Month] | None = None
    every: Literal["quarter"] | None = None
    timing: Text | None = None
    why: Text | None = None
    checked: Checked | None = None
    roles: tuple[str, ...]
    work: tuple[CalendarWork, ...]
