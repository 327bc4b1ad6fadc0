"""A meeting with citizens, in a hall or online."""

from samvirke.desks.deployments.engine.kind import Choice, Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import MUNICIPALITY, POINT, POLYGON
from samvirke.trust.access.by import By

KIND = Kind(
    name="citizens-meeting",
    title=_("Citizens' meeting"),
    about=_("A meeting or talk for everybody in an area, in a hall or online: feeling safe, burglary, safety online."),
    source=_("The plan of East Jutland 2024, section 4: held in 2023 and continued; no number is promised"),
    confidence="H",
    places=(MUNICIPALITY, POLYGON, POINT),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    planned_by=(By("police", ("secretary", "coordinator")), By("municipality")),
    done_by=(By("police", ("secretary", "coordinator")), By("municipality")),
    groups=(
        ("young", _("young people")),
        ("adults", _("adults, online")),
        ("older", _("older people")),
        ("residents", _("residents")),
    ),
    findings=(
        Choice("how", _("How it was held"), (("hall", _("in a hall")), ("online", _("online")), ("both", _("both")))),
        Count("came", _("People who took part")),
    ),
    sites=("sub-area", "insecure-place", "burglary-area"),
    categories=("burglary-home", "online-fraud"),
    never=(_("Persons: neither who came nor what one of them said."),),
)
