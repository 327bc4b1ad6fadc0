"""Teaching about life online in the seventh grade, with the material Den Sikre Side."""

from samvirke.desks.deployments.engine.kind import SCHOOL, Count, Kind
from samvirke.foundation.words import _
from samvirke.trust.access.by import By

KIND = Kind(
    name="safe-side",
    title=_("Den Sikre Side, 7th grade"),
    about=_("Teaching in the seventh grade about how to treat each other online, with the material Den Sikre Side."),
    source=_("The plan of South-East Jutland 2020, section 3.1.5; no number of schools is promised"),
    confidence="H",
    places=(SCHOOL,),
    requested_by=(By("police", ("secretary", "coordinator", "analyst")), By("municipality")),
    planned_by=(By("police", ("secretary", "coordinator")), By("municipality")),
    done_by=(By("police", ("secretary", "coordinator", "duty-officer")), By("municipality")),
    groups=(("seventh-grade", _("pupils of the seventh grade")), ("parents", _("parents"))),
    findings=(Count("classes", _("Classes taught")), Count("pupils", _("Pupils who took part"))),
    never=(_("Persons: no pupil, no class list, nothing that was told in class."),),
)
