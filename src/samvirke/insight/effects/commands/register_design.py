"""Fixes a design before anybody looks: what was done where and when, beside what, and which number will be read."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.insight.effects.facts.about import about_of, chosen_on
from samvirke.insight.effects.facts.sound import refuse_unless_sound
from samvirke.insight.effects.facts.wanted import Wanted
from samvirke.insight.effects.models import Design
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("effects.register", on="district")
def register_design(actor: Actor, *, district: District, wanted: Wanted, invented: bool = False) -> Design:
    """Keep it with the day on which it was fixed. Whether the numbers could be known by then is kept with it.

    Raises `Refused` for what is not there, and for a design that could tell nothing.
    """
    about = about_of(actor, district, wanted)
    sound = chosen_on(wanted, about)
    refuse_unless_sound(actor, district, sound)
    made = Design.objects.create(
        district=district,
        title=about.title.stored(),
        is_open=about.is_open,
        knew=sound.periods is not None and today() >= sound.periods.after_from,
        registered_on=today(),
        registered_by_id=actor.account,
        invented=invented,
        **sound.columns(),
    )
    note(made, target=made.target, kind=made.kind)
    return made
