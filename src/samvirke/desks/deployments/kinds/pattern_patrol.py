"""A patrol where and when the reports say that it is needed, a quarter of an hour or a whole evening."""

from samvirke.desks.deployments.engine.kind import Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import LINE, POINT, POLYGON
from samvirke.trust.access.by import By

KIND = Kind(
    name="pattern-patrol",
    title=_("Patrol by pattern"),
    about=_("A visible patrol at a place and in hours that an analysis of what was reported points at."),
    source=_(
        "Rigsrevisionen 2/2021: patrols had not been directed by an analysis of where and when street crime is reported"
    ),
    confidence="M",
    places=(POINT, LINE, POLYGON),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")),),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    findings=(Count("contacts", _("Contacts with citizens")), Count("reported", _("Matters reported onwards"))),
    sites=("insecure-place", "nightlife-zone", "sub-area"),
    categories=("violence-against-person", "robbery", "threats", "theft-person", "damage", "disorder-call"),
    closed_until_done=True,
    needs_reason=True,
    never=(_("Persons: who was stopped or reported stays in the police's own systems."),),
)
