"""Mediation (konfliktråd): both parties consent, and what is said there is confidential."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

# Nothing crosses under it: the signed agreement goes to the court file by the police's own hand.
BASIS = Basis(
    name="mediation-act",
    version=1,
    title=_("Mediation"),
    law=_("Act on mediation in connection with criminal offences, sections 2-5"),
    law_version="in force 1 January 2010",
    confidence="H",
    serves=("mediation",),
    consents=("harmed", "offender"),
)
