"""The mobile police station stands in a neighbourhood, after something that made people feel unsafe, or to talk."""

from samvirke.desks.deployments.engine.kind import Count, Kind
from samvirke.foundation.words import _
from samvirke.registers.places.shapes import POINT
from samvirke.trust.access.by import By

KIND = Kind(
    name="mobile-police-station",
    title=_("Mobile police station"),
    about=_(
        "A station on wheels where citizens can talk with the police: after events that make people feel unsafe, or "
        "where a talk helps."
    ),
    source=_(
        "The plan of South-East Jutland 2020, section 4.1, and that of East Jutland 2024, section 4; no number is "
        "promised"
    ),
    confidence="H",
    places=(POINT,),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    planned_by=(By("police", ("secretary", "coordinator")),),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")),),
    groups=(
        ("residents", _("residents")),
        ("young", _("young people")),
        ("older", _("older people")),
        ("shops", _("shops and businesses")),
    ),
    findings=(
        Count("talks", _("Talks with citizens")),
        Count("advised", _("Of these about preventing burglary"), of="talks"),
    ),
    sites=("insecure-place", "sub-area", "burglary-area"),
    categories=("burglary-home", "damage", "public-order", "disorder-call"),
    needs_reason=True,
    sited=True,
    never=(_("Persons: who was met or spoken with is not written here."),),
)
