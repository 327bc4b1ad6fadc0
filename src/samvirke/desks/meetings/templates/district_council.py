"""The district council (kredsråd): the chief of police and the mayors follow the whole district."""

from datetime import time

from samvirke.desks.meetings.engine.template import AgendaTemplate, Standing
from samvirke.foundation.words import _

TEMPLATE = AgendaTemplate(
    name="district-council",
    title=_("Agenda of a district council"),
    kinds=("district-council",),
    mark="KR",
    weekday=1,
    lasts_minutes=150,
    starts=time(10),
    items=(
        Standing("agenda", _("Approval of the agenda"), "information", 5),
        Standing("minutes", _("Follow-up on the last meeting"), "information", 5),
        Standing("follow-up", _("Follow-up on commitments"), minutes=15),
        Standing("development", _("Development in the district"), minutes=25),
        Standing("any-other", _("Any other business"), "information", 10, last=True),
    ),
)
