"""From a plan that was read to the draft: a measure is taken in with the owners that its plan may not name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvirke.desks.plan.commands.take_in import leave_out, note_taken_in, take_in
from samvirke.desks.plan.models import Measure, Plan, ReadItem
from samvirke.desks.plan.models.read_item import MEASURE
from samvirke.desks.plan.read_items import section_of
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import LANGUAGES, Words, _
from samvirke.handovers.plan_goal import owners_here, set_measure
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed

_PERS = {"week", "month", "quarter", "year"}
_LONGEST_TITLE = 90


def take_in_measure(actor: Actor, *, plan: Plan, item: ReadItem, facts: Mapping[str, Any]) -> Measure:
    """Make a measure of an item, with what a person has said of it. Raises `Refused` as putting a measure does."""
    with deed(actor):
        section = section_of(item)
        measure = set_measure(actor, plan=plan, section=section, facts=facts)
        note_taken_in(actor, plan=plan, item=item, section=section)
        return measure


def decide_on(actor: Actor, *, plan: Plan, items: list[ReadItem], wanted: bool) -> int:
    """Take in the ticked sections and focus areas, or leave out what is ticked, all or none; how many."""
    if not items:
        raise Refused.because(_("Nothing is ticked."), _("Tick what you have read and decided on."))
    with deed(actor):
        for item in sorted(items, key=lambda one: (one.kind != "section", one.order)):
            if not wanted:
                leave_out(actor, plan=plan, item=item)
            elif item.kind == MEASURE:
                raise Refused.because(_("A measure needs an owner."), _("Open it, and say who will do it."))
            else:
                take_in(actor, plan=plan, item=item)
    return len(items)


def proposed_facts(district: District, item: ReadItem) -> dict[str, Any]:
    """What the form of a measure begins with: nothing that the plan does not print, owners where a name is the same."""
    said = item.content
    first = said["text"].split("\n")[0]
    cut = first if len(first) <= _LONGEST_TITLE else f"{first[:_LONGEST_TITLE].rsplit(' ', 1)[0]} …"
    regular = bool(said["times"]) and said["per"] in _PERS
    return {
        "title": cut,
        "text": said["text"],
        "owners": [pk for pk, words in owners_here(district) if _is_named(words, said["owners"])],
        "kind": "cadence" if regular else "activity",
        "times": said["times"] if regular else "",
        "per": said["per"] if regular else "",
        "due": said["due"],
        "optional": said["optional"],
    }


def _is_named(words: Words, printed: list[str]) -> bool:
    return {words.text(language).lower() for language in LANGUAGES} & {one.lower() for one in printed} != set()
