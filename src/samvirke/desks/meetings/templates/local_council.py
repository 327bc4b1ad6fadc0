"""The local council (lokalråd): police and one municipality, with SSP behind closed doors."""

from samvirke.desks.meetings.engine.template import AgendaTemplate, Standing
from samvirke.foundation.words import _

TEMPLATE = AgendaTemplate(
    name="local-council",
    title=_("Agenda of a local council"),
    kinds=("local-council",),
    mark="LR",
    items=(
        Standing("agenda", _("Approval of the agenda"), "information", 5),
        Standing("minutes", _("Follow-up on the last meeting"), "information", 5),
        Standing("follow-up", _("Follow-up on commitments"), minutes=15),
        Standing("development", _("Development in the municipality"), minutes=15),
        Standing("ssp", _("Information from SSP"), "information", 20, is_open=False, last=True),
        Standing("any-other", _("Any other business"), "information", 10, last=True),
    ),
)
