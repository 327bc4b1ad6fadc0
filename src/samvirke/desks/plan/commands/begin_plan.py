"""Begins the draft of a plan: from the one before with what became of it, from one that was read, or empty."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from samvirke.desks.plan.engine.slug import free_slug
from samvirke.desks.plan.models import FocusArea, Goal, Measure, Party, Plan, ReadItem, Section
from samvirke.desks.plan.models.plan import COOPERATION, DRAFT, KINDS
from samvirke.desks.plan.read_items import file_of, items_of, parts_of
from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.standing import seated
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import OPEN
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Agency

_NAMES = {"cooperation": "samarbejdsplan", "action": "handleplan", "ssp": "ssp-plan"}
_CARRIED = (
    "kind", "optional", "times", "per", "area", "dose", "audience", "cost", "prevention", "indicator", "owners",
    "title", "text", "why_not",
)  # fmt: skip
Results = Mapping[int, Sequence[Mapping[str, Any]]]


@command("plan.begin", on="body")
def begin_plan(
    actor: Actor,
    *,
    body: Body,
    year: int,
    title: dict[str, str],
    kind: str = COOPERATION,
    until: int | None = None,
    before: Plan | None = None,
    looking_back: Results | None = None,
    owed_again: Collection[str] | None = None,
    read: Draft | None = None,
    sha256: str = "",
    empty: bool = False,
    invented: bool = False,
) -> Plan:
    """The new draft. `looking_back` holds, by section of the plan before, what became of what stood there.

    `owed_again` are the slugs of the measures to carry over; without it those that the register holds open. With `read`
    nothing is carried over: every item of the file waits until a person takes it in; nor is it where it begins `empty`.

    Raises `Refused` when the body has a plan of that kind and year, or no police and municipality has a seat on it.
    """
    if kind not in KINDS:
        raise LookupError(f"no such kind of plan: {kind}")
    # Locked, so that two who begin at once do not both begin.
    body = Body.objects.select_for_update(of=("self",)).select_related("district").get(pk=body.pk)
    _refuse_if_there(body, kind, year)
    plan = Plan.objects.create(
        id=_name(body, kind, year),
        district=body.district,
        body=body,
        kind=kind,
        title=title,
        year=year,
        until=until if until and until > year else None,
        stage=DRAFT,
        begun_on=today(),
        before=before,
        read_from=file_of(read, sha256) if read is not None else {},
        parts=_parts(body, before, read, empty),
        invented=invented,
    )
    Party.objects.bulk_create(Party(plan=plan, agency=agency) for agency in _parties(body))
    if read is not None:
        note(items=len(ReadItem.objects.bulk_create(items_of(plan, read))), sha256=sha256)
    elif before and not empty:
        _carry_over(plan, before, looking_back or {}, _still_owed(before) if owed_again is None else set(owed_again))
    note(plan, year=year, kind=kind)
    return plan


def _parts(body: Body, before: Plan | None, read: Draft | None, empty: bool) -> list[dict[str, str]]:
    """The parts of the plan that was read, or of the one before."""
    if read is not None:
        return parts_of(read, body.district.language)
    return before.parts if before and not empty else []


def _refuse_if_there(body: Body, kind: str, year: int) -> None:
    there = Plan.objects.filter(district=body.district, kind=kind, year=year)
    found = (there if kind == COOPERATION else there.filter(body=body)).first()
    if found is not None:
        what = Said(_("There is a plan for {year} already."), {"year": year})
        raise Refused.because(what, _("Go on with that one, or choose another year."))


def _name(body: Body, kind: str, year: int) -> str:
    whose = body.district_id if kind == COOPERATION else body.pk
    return f"{_NAMES[kind]}-{whose}"[:75] + f"-{year}"


def _parties(body: Body) -> list[Agency]:
    """Police and municipalities with a seat of their own; a district's rules of procedure say who has one."""
    found = seated(body)
    if not found:
        what = Said(_("Neither police nor municipality has a seat on {body}."), {"body": body.words})
        raise Refused.because(what, _("Enter the seats of the council first: they say who has to approve."))
    return found


def _carry_over(plan: Plan, before: Plan, looking_back: Results, still_owed: set[str] | None) -> None:
    """Sections, focus areas and goals as they were, and the measures that are still owed."""
    promised: list[Measure | Commitment] = [*before.measures.all()]
    if not promised:
        promised += Commitment.objects.filter(plan_id=before.pk)
    taken: set[str] = set()
    for old in before.sections.prefetch_related("goals").select_related("focus_area"):
        section = _section(plan, old, free_slug(old.slug or old.words.text(), taken), looking_back.get(old.pk, ()))
        taken.add(section.slug)
        Goal.objects.bulk_create(_goal(plan, section, goal) for goal in old.goals.all())
        Measure.objects.bulk_create(
            _measure(plan, section, one)
            for one in promised
            if _stood_in(one, old) and (still_owed is None or one.slug in still_owed)
        )


def _still_owed(before: Plan) -> set[str] | None:
    """Slugs of what the register still holds open; nothing when that plan never came into force."""
    rows = Commitment.objects.filter(plan_id=before.pk)
    return set(rows.filter(state=OPEN).values_list("slug", flat=True)) if rows.exists() else None


def _section(plan: Plan, old: Section, slug: str, results: Sequence[Mapping[str, Any]]) -> Section:
    section = Section.objects.create(
        plan=plan,
        order=old.order,
        number=old.number,
        heading=old.heading,
        part=old.part,
        under=old.under,
        has_body=old.has_body,
        summary=old.summary,
        slug=slug,
        looking_back=[dict(one) for one in results],
    )
    focus = getattr(old, "focus_area", None)
    if focus is not None:
        same = {
            name: getattr(focus, name)
            for name in ("slug", "title", "scope", "listed", "indicators", "without_indicator")
        }
        FocusArea.objects.create(plan=plan, section=section, **same)
    return section


def _goal(plan: Plan, section: Section, old: Goal) -> Goal:
    same = {
        name: getattr(old, name) for name in ("slug", "text", "measurable", "indicator", "why_not", "adopted", "older")
    }
    return Goal(plan=plan, section=section, **same)


def _measure(plan: Plan, section: Section, old: Measure | Commitment) -> Measure:
    # Dates belong to the year that is over; the new plan has to say its own.
    older = old.older if isinstance(old, Measure) else {}
    same = {name: getattr(old, name) for name in _CARRIED}
    return Measure(plan=plan, section=section, slug=old.slug, older=older, **same)


def _stood_in(one: Measure | Commitment, section: Section) -> bool:
    return one.section_id == section.pk if isinstance(one, Measure) else section.holds(one.origin)
