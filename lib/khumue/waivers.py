"""Findings that an author has waived, with the reason: in a comment of the draft or in the settings.

A comment says `khumue: ยกเว้น S101 ค่านิยม: เหตุผล` or `khumue: ignore S101 core-values: reason`: one code or several,
then, if it is not all of them, what it is about, then why.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal

from khumue.choices import split_codes
from khumue.document import Comment, DraftError, Place
from khumue.finding import Finding, Waived
from khumue.frozen import frozen
from khumue.registry import Registry
from khumue.thai import clean, skeleton

Fault = Literal["form", "code", "reason", "unused"]
"""Why a waiver cannot be used; the variant of the message that says so."""

MAX_WAIVERS = 1_000

# Compiled when they are used: most drafts have no comment.
_CODE = r"[A-Za-z][0-9๐-๙]{3}"
_START = r"\s*khumue\s*[:：]\s*"
_WAIVER = (
    rf"(?:ignore|ยกเว้น)\s*(?P<codes>{_CODE}(?:[\s,]+{_CODE})*)(?=[\s:：]|$)"
    r"\s*(?P<part>[^:：]*)(?:[:：](?P<reason>.*))?$"
)


@frozen
class Waiver:
    """What is waived and why. `text` is as written; `place` is None where it stands in the settings."""

    text: str
    codes: tuple[str, ...] = ()
    part: str = ""
    reason: str = ""
    place: Place | None = None


@frozen
class UnusableWaiver:
    """A waiver that had no effect."""

    waiver: Waiver
    fault: Fault


@frozen
class Settled:
    """Findings with the waivers applied."""

    kept: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    unusable: tuple[UnusableWaiver, ...]


def read_waivers(comments: Iterable[Comment]) -> Iterator[Waiver]:
    """The waivers among the comments of a draft, those that cannot be read too: they have no codes.

    Raises DraftError where there are more than any author writes.
    """
    count = 0
    for comment in comments:
        for line in comment.text.splitlines():
            if start := re.match(_START, line, re.IGNORECASE):
                count += 1
                if count > MAX_WAIVERS:
                    raise DraftError("too-many-waivers", limit=f"{MAX_WAIVERS:,}")
                yield _waiver(line[start.end() :].strip(), comment.place)


def _waiver(text: str, place: Place) -> Waiver:
    match = re.match(_WAIVER, text, re.IGNORECASE)
    if match is None:
        return Waiver(text=clean(text), place=place)
    return Waiver(
        text=clean(text),
        codes=split_codes(match["codes"]),
        part=clean(match["part"]),
        reason=clean(match["reason"] or ""),
        place=place,
    )


def settle(
    findings: Sequence[Finding],
    waivers: Sequence[Waiver],
    registry: Registry,
    *,
    known: Collection[str],
    judged: Collection[str],
) -> Settled:
    """Set aside the findings that a usable waiver names. `known` are all codes, `judged` those of the rules applied."""
    kept, waived = list(findings), list[Waived]()
    unusable: list[UnusableWaiver] = []
    for waiver in waivers:
        fault = _fault(waiver, known)
        own = [] if fault else [each for each in kept if _is_meant(each, waiver, registry)]
        waived += [Waived(finding=each, reason=waiver.reason, place=waiver.place) for each in own]
        kept = [each for each in kept if each not in own]
        if not (fault or own) and waiver.place and all(code in judged for code in waiver.codes):
            fault = "unused"
        if fault:
            unusable.append(UnusableWaiver(waiver=waiver, fault=fault))
    return Settled(kept=tuple(kept), waived=tuple(waived), unusable=tuple(unusable))


def _fault(waiver: Waiver, known: Collection[str]) -> Fault | None:
    if not waiver.codes:
        return "form"
    if any(code not in known for code in waiver.codes):
        return "code"
    return None if waiver.reason else "reason"


def _is_meant(finding: Finding, waiver: Waiver, registry: Registry) -> bool:
    if finding.code not in waiver.codes:
        return False
    if not waiver.part:
        return True
    name, about = skeleton(waiver.part), finding.section or finding.reference
    if about is None:
        return name in skeleton(finding.message.th)
    named = {each[0] for each in registry.section_names.get(name, ())}
    named |= {each[1] for each in registry.reference_names.named(name)}
    return about == waiver.part or about in named
