"""A meeting or an item as it is now and stays until the deed is done."""

from __future__ import annotations

from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.meeting import STATES
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _

_STANDS = {
    "planned": _("planned"),
    "agenda": _("being prepared"),
    "called": _("called"),
    "running": _("in progress"),
    "held": _("held"),
    "approved": _("closed, with its minutes approved"),
    "cancelled": _("cancelled"),
}


class MovedOn(Refused):
    """Somebody else changed it since the form was made; `current` is how it stands now."""

    def __init__(self, current: AgendaItem | Meeting) -> None:
        what = Said(_("Somebody else has changed this since you opened it."))
        super().__init__(Fault(what, Said(_("Nothing of yours was stored. Compare the two and store again."))))
        self.current = current


def as_it_is_now(meeting: Meeting, *states: str) -> Meeting:
    """Locked and read again. Raises `Refused` where it is not in one of these states (any, when none is named)."""
    found = Meeting.objects.select_for_update(of=("self",)).select_related("body__district").get(pk=meeting.pk)
    if found.state not in (states or STATES):
        what = Said(_("The meeting is {state}."), {"state": Said(_STANDS[found.state])})
        raise Refused.because(what, _("Reload the page to see what can be done now."))
    return found


def refuse_before_its_day(meeting: Meeting) -> None:
    """Raises `Refused` where the day of the meeting has not come."""
    if meeting.starts is not None and today() < meeting.starts.date():
        what = Said(_("The meeting is on {day}, and that day has not come."), {"day": said_day(meeting.starts.date())})
        raise Refused.because(what, _("Wait for the day, or move the meeting."))


def state_said(meeting: Meeting) -> Said:
    """How the meeting stands, in words."""
    return Said(_STANDS[meeting.state])


def own_item(meeting: Meeting, item: AgendaItem) -> AgendaItem:
    """The item as it is now. Raises `Refused` where it is not on this agenda."""
    found = AgendaItem.objects.filter(pk=item.pk, meeting=meeting).first()
    if found is None:
        raise Refused.because(_("The item is not on this agenda."), _("Reload the page."))
    return found
