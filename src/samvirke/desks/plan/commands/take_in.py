"""Takes an item of a plan that was read into the draft, or leaves it out; only a person does either."""

from __future__ import annotations

from django.db.models import F

from samvirke.desks.plan.engine.numbers import is_number
from samvirke.desks.plan.engine.slug import free_slug
from samvirke.desks.plan.models import FocusArea, Plan, ReadItem, Section
from samvirke.desks.plan.models.read_item import FOCUS, LEFT_OUT, SECTION, TAKEN_IN, WAITING
from samvirke.desks.plan.read_items import section_of
from samvirke.desks.plan.standing import RELOAD, open_text
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_LONGEST = 20_000
_LONGEST_HEADING = 200
_LONGEST_NUMBER = 20


@command("plan.take-in", on="plan")
def take_in(actor: Actor, *, plan: Plan, item: ReadItem) -> Section:
    """Put a section or a focus area into the draft, as it was read.

    Raises `Refused` when it is decided already, or when the section that a focus area stands in is not taken in.
    """
    plan = open_text(plan)
    found = _waiting(plan, item)
    if found.kind == SECTION:
        section = _section(plan, found)
    elif found.kind == FOCUS:
        section = section_of(found)
        _focus(plan, section, found)
    else:
        raise LookupError("a measure is taken in with the facts that its plan does not say")
    _decided(actor, found, TAKEN_IN, section)
    return section


@command("plan.take-in", on="plan")
def note_taken_in(actor: Actor, *, plan: Plan, item: ReadItem, section: Section) -> None:
    """Note that a measure was made of an item."""
    _decided(actor, _waiting(open_text(plan), item), TAKEN_IN, section)


@command("plan.take-in", on="plan")
def leave_out(actor: Actor, *, plan: Plan, item: ReadItem) -> None:
    """Leave an item out of the draft; it stays in the list, with who decided it."""
    _decided(actor, _waiting(open_text(plan), item), LEFT_OUT, None)


def _waiting(plan: Plan, item: ReadItem) -> ReadItem:
    """The item as it stands, locked. Raises `Refused` when somebody has decided on it."""
    found = ReadItem.objects.select_for_update().filter(pk=item.pk, plan=plan, state=WAITING).first()
    if found is None:
        raise Refused.because(_("The item is taken in or left out already."), RELOAD)
    return found


def _section(plan: Plan, item: ReadItem) -> Section:
    language, said = plan.district.language, item.content
    heading, text = said["heading"][:_LONGEST_HEADING], said["text"]
    if len(text) > _LONGEST:
        what = Said(_("The text is too long: {count} characters."), {"count": len(text)})
        raise Refused.because(what, _("Leave it out, and write a section of your own."))
    under = _under(plan, item)
    return Section.objects.create(
        plan=plan,
        order=_place(plan, item),
        number=_number(plan, said["number"], under),
        part=said.get("part"),
        under=under,
        heading={language: heading},
        printed_as=[heading],
        has_body=bool(text.strip()),
        summary={language: text} if text.strip() else {},
        slug=free_slug(heading, set(plan.sections.values_list("slug", flat=True))),
    )


def _number(plan: Plan, printed: str, under: str) -> str:
    """The number as printed, Roman and lettered ones too, where no other beside it has it; otherwise none."""
    plain = printed.strip(".")
    return plain if is_number(plain) and not plan.sections.filter(number=plain, under=under).exists() else ""


def _under(plan: Plan, item: ReadItem) -> str:
    """The number of the section above; where another part has the same number there, the part: “Del II”."""
    above, part = _above(item), item.content.get("part")
    same = plan.sections.filter(number=item.content["number"].strip("."), under=above).exclude(number="")
    if not part or not same.exclude(part=part).exists():
        return above
    return str(plan.parts[part - 1][plan.district.language]).partition(":")[0][:_LONGEST_NUMBER]


def _above(item: ReadItem) -> str:
    """The number of the nearest section above it that has one and was taken in."""
    above = {
        one.order: one for one in ReadItem.objects.filter(plan=item.plan_id, kind=SECTION).select_related("section")
    }
    order, steps = item.of, len(above)
    while order is not None and order in above and steps:
        one, steps = above[order], steps - 1
        if one.section is not None and one.section.number:
            return one.section.number
        order = one.of
    return ""


def _place(plan: Plan, item: ReadItem) -> int:
    """Behind the section of the last item before it that was taken in; what stands behind moves up one."""
    earlier = ReadItem.objects.filter(plan=plan, kind=SECTION, order__lt=item.order, section__isnull=False)
    before = earlier.order_by("-section__order").values_list("section__order", flat=True).first() or 0
    for row in plan.sections.filter(order__gt=before).order_by("-order"):
        Section.objects.filter(pk=row.pk).update(order=F("order") + 1)
    return before + 1


def _focus(plan: Plan, section: Section, item: ReadItem) -> None:
    if FocusArea.objects.filter(section=section).exists():
        raise Refused.because(_("The section is a focus area already."), _("Leave this one out."))
    title = item.content["title"]
    FocusArea.objects.create(
        plan=plan,
        section=section,
        slug=free_slug(title, set(plan.focus_areas.values_list("slug", flat=True))),
        title={plan.district.language: title},
        scope=item.content["scope"],
        listed=item.content["listed"],
    )


def _decided(actor: Actor, item: ReadItem, state: str, section: Section | None) -> None:
    ReadItem.objects.filter(pk=item.pk).update(state=state, section=section, decided_by_id=actor.key, decided_at=now())
    note(item, state=state, kind=item.kind)
