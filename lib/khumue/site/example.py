"""The worked example: its drafts, what the check says of each, and what changed from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from khumue.checking import check_files
from khumue.finding import SectionResult
from khumue.flowchart import FONTS
from khumue.messages import load_messages
from khumue.registry import load_registry
from khumue.reports.summary import is_whole, required_parts, required_references, status_of, verdict_of
from khumue.site import links
from khumue.site.story import DraftScene, elsewhere, read_story
from khumue.site.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from khumue.finding import DraftReport, Finding
    from khumue.model import Catalogue, Language, RuleText, Text
    from khumue.reports.summary import Asked
    from khumue.site.render import Page, Renderer

ASSETS = FONTS.parent
STAGES = ("blank", "half", "complete")


@dataclass(frozen=True, kw_only=True)
class Stage:
    """A draft of the example: its number from 1, its file, and the report on it."""

    id: str
    number: int
    file: Path
    report: DraftReport

    @property
    def path(self) -> str:
        """Where the file stands on the site."""
        return f"assets/{self.file.relative_to(ASSETS).as_posix()}"

    @property
    def parts(self) -> Sequence[Asked]:
        """The required parts."""
        return required_parts(self.report)

    @property
    def references(self) -> Sequence[Asked]:
        """The required references."""
        return required_references(self.report)

    @property
    def whole_projects(self) -> int:
        """How many project sheets lack nothing."""
        return sum(map(is_whole, self.report.projects))

    @property
    def verdict(self) -> Text:
        """The verdict in words."""
        required = load_registry().plans[self.report.procedure].document
        return load_messages().words[f"judged-{verdict_of(self.report, required)}"]

    @property
    def by_code(self) -> Mapping[str, Sequence[Finding]]:
        """The findings by code, those that must be mended first."""
        codes: dict[str, list[Finding]] = {}
        for finding in self.report.findings:
            codes.setdefault(finding.code, []).append(finding)
        return codes


@dataclass(frozen=True, kw_only=True)
class Change:
    """A part or reference that two drafts have in different ways, by the keys of the words for them."""

    asked: Asked
    before: str
    after: str

    @property
    def is_part(self) -> bool:
        """Whether it is a part of the plan, and not a reference."""
        return isinstance(self.asked, SectionResult)


@cache
def stages() -> tuple[Stage, ...]:
    """The three drafts, checked. Raises ValueError where one of them is missing."""
    files = sorted((ASSETS / "samples/stages").glob("*.docx"))
    reports = check_files(files, load_registry(), load_messages()).drafts
    return tuple(
        Stage(id=name, number=number, file=file, report=report)
        for number, (name, file, report) in enumerate(zip(STAGES, files, reports, strict=True), 1)
    )


def changes(before: Stage, after: Stage) -> list[Change]:
    """What the second draft has in another way than the first, in the order of the procedure."""
    old, new = (
        [(each, status_of(each, stage.report.findings)) for each in (*stage.parts, *stage.references)]
        for stage in (before, after)
    )
    pairs = zip(old, new, strict=True)
    return [Change(asked=asked, before=was, after=now) for (asked, was), (_, now) in pairs if was != now]


def codes(before: Stage, after: Stage) -> list[tuple[str, int, int]]:
    """The codes of the findings with their numbers in the first draft and in the second, where these differ."""
    counts = [{code: len(own) for code, own in stage.by_code.items()} for stage in (before, after)]
    both = sorted(counts[0].keys() | counts[1].keys())
    told = [(code, counts[0].get(code, 0), counts[1].get(code, 0)) for code in both]
    return [each for each in told if each[1] != each[2]]


def example_pages(
    renderer: Renderer, catalogue: Catalogue, rules: Mapping[str, RuleText], language: Language
) -> Iterator[Page]:
    """The page on the example; none where the catalogue has not the procedure that it tells of."""
    story = read_story()
    if not story.is_of(catalogue):
        return
    procedure = catalogue.procedures[story.procedure]
    drafts = {scene.draft: scene for phase in story.phases for scene in phase.scenes if isinstance(scene, DraftScene)}
    yield renderer.page(
        "example",
        links.EXAMPLE,
        WORDS["example"],
        WORDS["example.lead"],
        rules=rules,
        story=story,
        procedure=procedure,
        steps={step.id: step for step in procedure.steps},
        elsewhere=partial(elsewhere, catalogue),
        drafts=drafts,
        stages=stages(),
        by_id={stage.id: stage for stage in stages()},
        statuses=load_messages().words,
        changes=changes,
        codes=codes,
        year=stages()[0].report.document.years_written,
        lang_option="" if language == "th" else f" --lang {language}",
    )


def example_files() -> Iterator[tuple[str, bytes]]:
    """The three files with their paths on the site."""
    return ((stage.path, stage.file.read_bytes()) for stage in stages())
