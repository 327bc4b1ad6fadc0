"""What a plan that was read puts before its editors: sections, focus areas and measures, with line and doubt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samvirke.desks.plan.models import Plan, ReadItem
from samvirke.desks.plan.models import Section as SectionOfDraft
from samvirke.desks.plan.models.read_item import FOCUS, MEASURE, SECTION
from samvirke.desks.plan.reading.commitments import Commitment
from samvirke.desks.plan.reading.confidence import Confidence
from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.focus import FocusArea
from samvirke.desks.plan.reading.lines import Place
from samvirke.desks.plan.reading.sections import Section
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import LANGUAGES, Said, _


def items_of(plan: Plan, draft: Draft) -> list[ReadItem]:
    """Every item of the draft, ready to be kept with the plan, waiting for a person."""
    parts = [one.number for one in draft.parts]
    return [
        *(_section(plan, one, parts) for one in draft.sections),
        *(_focus(plan, order, one) for order, one in enumerate(draft.focus_areas, start=1) if one.section is not None),
        *(_measure(plan, order, one) for order, one in enumerate(draft.commitments, start=1)),
    ]


def file_of(draft: Draft, sha256: str) -> dict[str, Any]:
    """What the file was and how it calls itself, so that anybody can find it again."""
    cover = draft.cover
    return {
        "file": draft.file,
        "sha256": sha256,
        "title": cover.title.value,
        "district": cover.district.value,
        "year": cover.year.value,
    }


def parts_of(draft: Draft, language: str) -> list[dict[str, str]]:
    """The parts of the plan as printed, in its language: “Del II” with its title where it has one."""
    return [{language: one.printed} for one in draft.parts]


def _section(plan: Plan, one: Section, parts: list[str]) -> ReadItem:
    part = parts.index(one.part) + 1 if one.part in parts else None
    content = {"number": one.number, "heading": one.heading, "part": part, "text": "\n".join(_lines(one))}
    return _item(plan, SECTION, one.order, one.under, content, one.place, one.confidence)


def _lines(one: Section) -> Iterator[str]:
    """The text a line for each paragraph; the cells of a row are set apart by a dot."""
    for paragraph in one.text:
        if paragraph.kind == "row":
            yield " · ".join(cell for cell in paragraph.cells if cell)
        else:
            yield f"– {paragraph.text}" if paragraph.kind == "item" else paragraph.text


def _focus(plan: Plan, order: int, one: FocusArea) -> ReadItem:
    content = {"title": one.title, "scope": one.scope or "not-stated", "listed": one.listed_in is not None}
    return _item(plan, FOCUS, order, one.section, content, one.place, one.confidence)


def _measure(plan: Plan, order: int, one: Commitment) -> ReadItem:
    cadence, due = one.cadence, one.due
    content = {
        "text": "\n".join((one.text, *(f"– {point}" for point in one.items))),
        "owners": [*one.owners, *one.together_with],
        "often": cadence.printed if cadence else "",
        "times": cadence.times if cadence else None,
        "per": cadence.per if cadence else "",
        "due": due.day.isoformat() if due else "",
        "optional": one.optional,
    }
    return _item(plan, MEASURE, order, one.section, content, one.place, one.confidence)


def _item(
    plan: Plan, kind: str, order: int, of: int | None, content: dict[str, Any], place: Place, confidence: Confidence
) -> ReadItem:
    why = [{language: reason.text(language) for language in LANGUAGES} for reason in confidence.why]
    return ReadItem(
        plan=plan,
        kind=kind,
        order=order,
        of=of,
        content=content,
        place=place.to_json(),
        level=confidence.level,
        why=why,
    )


def section_of(item: ReadItem) -> SectionOfDraft:
    """The section of the draft that was made of the one in which an item is printed. Raises `Refused` without it."""
    printed = (
        ReadItem.objects.filter(plan=item.plan_id, kind=SECTION, order=item.of or 0).select_related("section").first()
    )
    if printed is None or printed.section is None:
        name = f"{printed.content['number']} {printed.content['heading']}".strip() if printed else "?"
        raise Refused.because(
            Said(_("The section that it stands in, “{name}”, is not taken in."), {"name": name}),
            _("Take in the section first, or leave this out."),
        )
    return printed.section
