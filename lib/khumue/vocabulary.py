"""What a draft is checked against: the names of parts, laws and plans, and what each procedure's plan must hold.

Fields have the names of YAML keys, so that the data files, the export and these classes are one shape. Years are
Buddhist-era years (2570 is 2027 CE); pairs of years include both ends. The check imports this module and not the rest
of the model. Its annotations are not postponed: decoding reads them, and text would have to be compiled first.
"""

from collections.abc import Mapping
from typing import Literal

from khumue.frozen import NOTHING, frozen

Language = Literal["th", "en"]
LANGUAGES: tuple[Language, ...] = ("th", "en")

Years = tuple[int, int]
"""First and last Buddhist-era year, both included."""

Basis = Literal["stated", "derived"]
"""`stated`: the manual says it at the locators; `derived`: we infer it, and the page says so."""


@frozen
class Text:
    """One text in both languages that say the same."""

    th: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.th if language == "th" else self.en


@frozen
class Names:
    """Spellings of one name; the title need not be repeated."""

    th: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


NO_NAMES = Names()


@frozen
class Manual:
    """A source manual. `short` is its office in a few letters. Where no `year` is printed, `year_note` says why."""

    id: str
    title: Text
    office: Text
    short: Text
    office_kind: Literal["area-office", "provincial-office"]
    year: int | None = None
    year_note: Text | None = None
    covers: Text


@frozen
class DocumentType:
    """A kind of plan document. `decoys` are names of other documents that look like it."""

    id: str
    title: Text
    text: Text
    aliases: Names = NO_NAMES
    decoys: tuple[str, ...] = ()


@frozen
class Part(Text):
    """Something that a section is expected to hold."""

    kind: Literal["table", "figures", "list", "text", "picture"]


@frozen
class Section:
    """A part of plan documents. `old_names` match too, and the report says so; `decoys` look alike but are not it.

    `shared_names` are headings under which it stands together with other parts, or that may be either: the others list
    them, too. `inner_names` are headings of what usually stands in it: where there is no more, the author confirms.
    `pieces` are the sections that together are this one; it `holds` others that often stand in it. The name of a
    `form_field` is also a field of project sheets, where it is no part of the plan.
    """

    id: str
    title: Text
    aliases: Names = NO_NAMES
    shared_names: Names = NO_NAMES
    inner_names: Names = NO_NAMES
    old_names: Names = NO_NAMES
    decoys: tuple[str, ...] = ()
    pieces: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    form_field: bool = False
    guidance: Text
    contains: tuple[Part, ...] = ()


@frozen
class ProjectField:
    """A field of project sheets. A required one is also there where a field of `met_by` is; `decoys` are no labels."""

    id: str
    title: Text
    aliases: Names = NO_NAMES
    decoys: tuple[str, ...] = ()
    requirement: Literal["required", "optional"]
    met_by: tuple[str, ...] = ()
    guidance: Text


@frozen
class SectionStructure:
    """How sections stand to each other, by id: those with `pieces` or with `holds`, and all that are `form_fields`."""

    pieces: Mapping[str, tuple[str, ...]] = NOTHING
    holds: Mapping[str, tuple[str, ...]] = NOTHING
    form_fields: tuple[str, ...] = ()


NO_STRUCTURE = SectionStructure()


@frozen
class Checked:
    """How a fact was verified. Fields named in `unverified` are not covered by `level`.

    verified: a page found states it; known: general knowledge, no page found; uncertain: not confirmed.
    Only a verified fact may cause an error finding.
    """

    level: Literal["verified", "known", "uncertain"]
    as_of: str
    unverified: tuple[str, ...] = ()
    source: str | None = None


@frozen
class Amendment:
    """A later law that amends this one."""

    number: int | None = None
    year: int


@frozen
class Edition:
    """One edition of a series.

    `years` are the years in its title and `also_written` the other spans found in print for the same edition.
    `fiscal_years` are the fiscal years whose plans rest on it; the title's years may differ (plan no. 12 is titled
    2560-2564 and stayed in use to fiscal year 2565). `last` None means no end is known.
    """

    id: str
    title: Text
    edition: str | None = None
    year: int | None = None
    years: Years | None = None
    also_written: tuple[Years, ...] = ()
    fiscal_years: tuple[int, int | None] | None = None
    status: Literal["in-force", "ended", "superseded", "repealed", "draft", "unknown"]
    aliases: Names = NO_NAMES
    amendments: tuple[Amendment, ...] = ()
    superseded_by: str | None = None
    checked: Checked
    note: Text | None = None

    def covers(self, fiscal_year: int) -> bool:
        """Whether plans of this fiscal year rest on the edition, as far as known."""
        if self.fiscal_years is None:
            return False
        first, last = self.fiscal_years
        return first <= fiscal_year and (last is None or fiscal_year <= last)


@frozen
class Reference:
    """A series of laws, plans or policies that plans cite.

    `cited_by` says what a full citation gives besides the name: the edition number and years, the years, the year of
    the law, the fiscal year, or nothing.
    """

    id: str
    kind: Literal["strategy", "plan", "policy", "law", "decree", "regulation", "announcement", "report", "data"]
    title: Text
    issuer: Text
    cited_by: Literal["edition", "years", "law-year", "fiscal-year", "name"]
    aliases: Names = NO_NAMES
    decoys: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    status: Literal["in-force", "ended", "periodic", "unknown"]
    replaced_by: str | None = None
    checked: Checked
    note: Text | None = None


@frozen
class SectionRequirement:
    """A part that the plan document must hold; `why` is given where the basis is derived."""

    section: str
    basis: Basis
    locators: tuple[str, ...]
    why: Text | None = None


@frozen
class ReferenceRequirement:
    """A series that the plan document must cite, in the edition in force in the plan's own years."""

    reference: str
    basis: Basis
    locators: tuple[str, ...]
    why: Text | None = None


@frozen
class LeftOut:
    """What the manual mentions but a reader of the document would not look for, and why."""

    reason: Text
    locators: tuple[str, ...]


@frozen
class PlanDocument:
    """What the plan document of a procedure must hold, in the order of the document."""

    type: str
    sections: tuple[SectionRequirement, ...] = ()
    references: tuple[ReferenceRequirement, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@frozen
class PlanRequirements:
    """What a check needs of one procedure."""

    id: str
    manual: str
    title: Text
    document: PlanDocument


@frozen
class RuleText:
    """The words of one rule; `message` and `fix` hold {names} that the finding fills in.

    `word` are the steps in Word. `variants` are what {variant} may say, by key.
    """

    title: Text
    checks: Text
    why: Text
    example: Text
    message: Text
    fix: Text
    word: tuple[Text, ...]
    variants: Mapping[str, Text] = NOTHING
