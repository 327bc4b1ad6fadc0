"""Reads a plan: a file goes in, a draft comes out, or a sentence that says why it could not be read."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from samvirke.desks.plan.reading.commitments import Commitment, commitments_of
from samvirke.desks.plan.reading.confidence import LOW, sure
from samvirke.desks.plan.reading.contents import Contents, contents_of
from samvirke.desks.plan.reading.cover import cover_of
from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.focus import focus_of, lists_of
from samvirke.desks.plan.reading.headings import Heading, headings_of, wrapping
from samvirke.desks.plan.reading.kind import refuse_unless_plan, refuse_without, signs_of
from samvirke.desks.plan.reading.limits import MOST_CHARACTERS, MOST_HEADINGS
from samvirke.desks.plan.reading.lines import Copy, Line
from samvirke.desks.plan.reading.notes import without_notes
from samvirke.desks.plan.reading.opened import open_bytes, open_path
from samvirke.desks.plan.reading.paragraphs import paragraphs_of
from samvirke.desks.plan.reading.report import findings_of, noted, outside_of
from samvirke.desks.plan.reading.rows import with_rows
from samvirke.desks.plan.reading.running import without_running
from samvirke.desks.plan.reading.sections import Section, tree_of
from samvirke.desks.plan.reading.series import Series, series_of
from samvirke.desks.plan.reading.signatories import signing_of
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_SIDE_BY_SIDE = _("It stands on a page with columns that could not be told apart.")
_COVER_LONGEST = 60
_PROSE = 80
_TOPMOST = 3


def read_path(path: Path) -> Draft:
    """The plan in a file. Raises `Refused` when it cannot be read or is no plan; nothing is stored in any case."""
    return drafted(open_path(path))


def read_bytes(name: str, content: bytes) -> Draft:
    """The plan in bytes that were sent under a name. Raises `Refused` as `read_path` does."""
    return drafted(open_bytes(name, content))


def drafted(copy: Copy) -> Draft:
    """The draft of a document that has been taken apart. Raises `Refused` when it is no cooperation plan."""
    if sum(len(line.text) for line in copy.lines) > MOST_CHARACTERS:
        what = Said(_("The text has more than {most} characters."), {"most": MOST_CHARACTERS})
        raise Refused.because(what, _("Choose the plan alone."), file=copy.name)
    cleaned = without_running(copy.lines)
    lines, notes = without_notes(cleaned.lines)
    contents = contents_of(lines)
    signing = signing_of(lines, contents)
    headings = headings_of(lines, contents, signing.held)
    if len(headings) > MOST_HEADINGS:
        what = Said(_("The document has {count} headings; no plan has so many."), {"count": len(headings)})
        raise Refused.because(what, _("Choose the plan alone."), file=copy.name)
    front, headings = _front(lines, contents, headings)
    cover = cover_of(front, lines)
    refuse_unless_plan(copy.name, signs_of(cover.title.value, front, lines))
    sections, parts = tree_of(headings, lines)
    wrapped, _width = wrapping(lines)
    for section in sections:
        section.signed = any(at in signing.held for at in range(section.first, section.after))
        section.text = paragraphs_of(with_rows(_own_lines(lines, section, contents, signing.held)), wrapped)
    lists = lists_of(sections)
    focus, mismatches = focus_of(sections, lists)
    listed = frozenset(item.place for one in lists for item in one.items)
    commitments = tuple(
        _doubted(one, copy.unclear_on) for section in sections for one in commitments_of(section, listed)
    )
    refuse_without(copy.name, len(sections), len(commitments))
    return Draft(
        file=copy.name, format=copy.format, pages=copy.pages, line_count=len(copy.lines), cover=cover,
        signed_on=signing.day, signed_at=signing.town, signatories=signing.signatories, members=signing.members,
        parts=tuple(parts), sections=tuple(sections), focus_areas=tuple(focus),
        commitments=commitments,
        series=tuple((section.order, one) for section in sections for one in _series(lines, section, contents)),
        findings=(
            *outside_of([lines[at] for at in range(_first(headings, lines)) if _is_free(at, contents, signing.held)]),
            *findings_of(copy, cleaned, contents, sections, parts, mismatches),
            *noted(notes),
        ),
    )  # fmt: skip


def _first(headings: list[Heading], lines: tuple[Line, ...]) -> int:
    return headings[0].at if headings else len(lines)


def _is_free(at: int, contents: Contents, held: frozenset[int]) -> bool:
    """Whether a line is neither of the table of contents nor of the signatures."""
    return at not in held and not contents.holds(at)


def _series(lines: tuple[Line, ...], section: Section, contents: Contents) -> list[Series]:
    return series_of(section.heading, _own_lines(lines, section, contents, frozenset()))


def _own_lines(lines: tuple[Line, ...], section: Section, contents: Contents, held: frozenset[int]) -> tuple[Line, ...]:
    """The lines of a section that are neither its heading, nor signatures, nor the table of contents."""
    return tuple(lines[at] for at in range(section.first, section.after) if _is_free(at, contents, held))


def _doubted(one: Commitment, unclear_on: tuple[int, ...]) -> Commitment:
    """A candidate on a page whose columns could not be told apart is never more than uncertain."""
    return replace(one, confidence=sure(LOW, _SIDE_BY_SIDE)) if one.place.page in unclear_on else one


def _front(
    lines: tuple[Line, ...], contents: Contents, headings: list[Heading]
) -> tuple[tuple[Line, ...], list[Heading]]:
    """The lines of the cover, and the headings without those that stand on it."""
    body = list(headings)
    while body and _is_on_cover(lines, contents, body):
        body.pop(0)
    starts = [one.at for one in body[:1]] + ([contents.first] if contents.entries else [])
    first = min(starts, default=len(lines))
    return tuple(lines[: min(first, _COVER_LONGEST)]), body


def _is_on_cover(lines: tuple[Line, ...], contents: Contents, body: list[Heading]) -> bool:
    """Whether the first heading is a line of the cover: the title, or large words with no text of their own below."""
    one = body[0]
    if one.entry or one.number or one.at > _COVER_LONGEST:
        return False
    after = body[1].at if len(body) > 1 else len(lines)
    below = [lines[at] for at in range(one.after, after) if not contents.holds(at)]
    prose = any(len(line.text) > _PROSE or line.text.endswith(".") or line.bullet for line in below)
    if not prose:
        gathers = len(body) > 1 and body[1].line.level > one.line.level > 1 and not body[1].number
        return not gathers and not _is_preface(one)
    return _is_title(one, body)


def _is_title(one: Heading, body: list[Heading]) -> bool:
    """Whether a heading with text below it is the title of the whole: of a rank of its own, and called a plan."""
    named = re.search(r"plan\b|strategi|samarbejd", one.title, re.IGNORECASE) is not None
    others = body[1:]
    higher = all(other.line.level != one.line.level for other in others) and one.line.level == 1
    larger = one.line.size > 1.3 and all(other.line.size < one.line.size - 0.05 for other in others)
    topmost = one.at <= _TOPMOST
    return (named and (higher or larger or topmost or not others)) or (higher and larger)


def _is_preface(one: Heading) -> bool:
    return re.fullmatch(r"forord|indledning|velkommen|resumé", one.title.strip().lower()) is not None
