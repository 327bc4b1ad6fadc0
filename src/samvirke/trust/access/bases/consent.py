"""Consent: freely given, to exactly this, and withdrawable."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import NOT_STATED, Basis

BASIS = Basis(
    name="consent",
    version=1,
    title=_("Consent"),
    law=NOT_STATED,
    confidence="unknown",
    serves=("exit", "mediation", "restraining-order", "victim-support", "radicalisation"),
    gives=("police", "municipality", "region", "probation", "association", "other"),
    receives=("police", "municipality", "region", "probation", "association", "other"),
    consents=("subject",),
)
