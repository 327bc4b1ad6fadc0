"""What a design is about, found for whoever asks, and what its own evidence says of why the area was chosen."""

from __future__ import annotations

from dataclasses import replace

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.effects.engine.target import Found
from samvirke.insight.effects.every import all_targets
from samvirke.insight.effects.facts.wanted import Wanted
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor


def about_of(actor: Actor, district: District, wanted: Wanted) -> Found:
    """What a design is about. Raises `Refused` when it is not there for whoever asks."""
    target = all_targets().get(wanted.target)
    found = target.find(actor, district, wanted.key) if target else None
    if found is None:
        raise Refused.because(_("It is not said what the design is about."), _("Choose from the list."))
    return found


def chosen_on(wanted: Wanted, about: Found) -> Wanted:
    """The same, saying what is known of why the area was chosen: by evidence of the period before."""
    days = wanted.periods
    if days is None or about.chosen_from is None or about.chosen_until is None:
        return wanted
    overlaps = about.chosen_from <= days.before_until and days.before_from <= about.chosen_until
    return replace(wanted, selection="before" if overlaps else wanted.selection)
