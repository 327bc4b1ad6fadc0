"""A learning activity: staff of police and municipalities learn together."""

from samvirke.desks.deployments.engine.kind import Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import MUNICIPALITY, POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="learning-activity",
    title=_("Learning activity"),
    about=_(
        "People and equipment of one agency teach staff of others. Theme days of bodies are planned with the bodies."
    ),
    source=_("The bodies plan what they learn together; no source promises a number"),
    confidence="M",
    places=(MUNICIPALITY, POINT),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality"), By("region")),
    planned_by=(By("police", ("secretary", "coordinator")), By("municipality")),
    done_by=(By("police", ("secretary", "coordinator")), By("municipality")),
    groups=(
        ("police", _("staff of the police")),
        ("municipal", _("staff of municipalities")),
        ("region", _("staff of the region")),
    ),
    findings=(Count("took-part", _("Staff who took part")),),
    never=(_("Persons: who learned what is nobody's to count."),),
)
