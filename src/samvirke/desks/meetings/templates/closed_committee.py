"""Committees of the cooperation with psychiatry, social services and info houses: general matters, closed."""

from samvirke.desks.meetings.engine.template import AgendaTemplate, Standing
from samvirke.foundation.words import _

TEMPLATE = AgendaTemplate(
    name="closed-committee",
    title=_("Agenda of a committee that meets behind closed doors"),
    kinds=("psp-committee", "psp-strategic-forum", "infohouse", "infohouse-network"),
    weekday=2,
    items=(
        Standing("agenda", _("Approval of the agenda"), "information", 5, is_open=False),
        Standing("follow-up", _("Follow-up on commitments"), minutes=15, is_open=False),
        Standing("cooperation", _("How the cooperation works"), minutes=30, is_open=False),
        Standing("any-other", _("Any other business"), "information", 10, is_open=False, last=True),
    ),
)
