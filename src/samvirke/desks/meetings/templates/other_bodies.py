"""Every other body: what is common to all agendas."""

from samvirke.desks.meetings.engine.template import AgendaTemplate, Standing
from samvirke.foundation.words import _

TEMPLATE = AgendaTemplate(
    name="other-bodies",
    title=_("Agenda of other bodies"),
    kinds=(),
    items=(
        Standing("agenda", _("Approval of the agenda"), "information", 5),
        Standing("minutes", _("Follow-up on the last meeting"), "information", 5),
        Standing("follow-up", _("Follow-up on commitments"), minutes=15),
        Standing("any-other", _("Any other business"), "information", 10, last=True),
    ),
)
