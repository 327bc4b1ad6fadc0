"""What the pages of learning say of an activity: its kind, its day, its municipalities."""

from __future__ import annotations

from samvirke.desks.meetings.learning_kinds import LEARNING_KINDS
from samvirke.desks.meetings.models import Learning
from samvirke.desks.meetings.models.learning import CANCELLED, HELD, PLANNED
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _

STATES = {PLANNED: _("planned"), HELD: _("held"), CANCELLED: _("called off")}


def kind_said(name: str, speech: Speech) -> str:
    """A kind of activity in words."""
    return speech.say(LEARNING_KINDS[name].title) if name in LEARNING_KINDS else name


def day_said(one: Learning, speech: Speech) -> str:
    """The day, or that it has none yet."""
    return speech.day(one.day, year=True) if one.day else speech.say(_("no day yet"))


def places_said(one: Learning, speech: Speech) -> str:
    """The municipalities that it is for, by name."""
    return speech.listed(sorted(place.municipality.name for place in one.places.all()))
