"""A legal basis: who may give information about persons to whom, for which purpose, and what it may never serve."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from samvirke.foundation.folder import declarations
from samvirke.foundation.words import _
from samvirke.trust.access import bases

INVESTIGATION = "investigation"
NOT_STATED = _("No reference is stated")
# The closed list of what information about a person may be used for. "Have a look" is none of them.
PURPOSES = {
    "ssp": _("Crime prevention among children and young people (SSP)"),
    "psp": _("Help for socially vulnerable people (PSP)"),
    "ksp": _("A plan for release (KSP)"),
    "youth-crime-board": _("A case of the youth crime board"),
    "child-protection": _("The protection of a child or young person"),
    "mediation": _("Mediation between the harmed person and the offender"),
    "restraining-order": _("Protection by a restraining order"),
    "radicalisation": _("Prevention of radicalisation and extremism"),
    "exit": _("A way out of crime for somebody who wants it"),
    "victim-support": _("Support for somebody harmed"),
    "staff-safety": _("The safety of employees"),
    "nightlife-ban": _("Supervision of a ban from nightlife"),
    "licence": _("A licence or permit and its supervision"),
    "request": _("An answer to a citizen's request"),
    "gang-cooperation": _("Cooperation on gangs"),
    "focused-intervention": _("Focused intervention on acts that have been dated"),
    INVESTIGATION: _("Investigation of criminal cases"),
}
# Under which law a kind of agency processes information about persons: two of them sit in one room.
REGIMES = {"led": _("the Law Enforcement Act"), "gdpr": _("the General Data Protection Regulation")}
_UNDER_LED = frozenset({"police", "probation"})
CONFIDENCE = ("H", "M", "L", "unknown")
# Whose consent a basis may ask for.
PARTIES = {
    "harmed": _("the harmed person"),
    "offender": _("the offender"),
    "subject": _("the person concerned"),
}


@dataclass(frozen=True)
class Basis:
    """One legal basis in one version.

    `gives` and `receives` are kinds of agency; `serves` are the purposes it permits, `forbids` those that nothing
    disclosed under it, or derived from that, may ever serve. `duty` says that the holder must disclose; without it
    the holder may decline and owes no reason. `consents` are the parties whose consent is needed. `confidence` is H
    where the law's own text or two independent sources were seen; `law_version` is empty where none was noted.
    """

    name: str
    version: int
    title: str
    law: str
    confidence: str
    serves: tuple[str, ...]
    law_version: str = ""
    gives: tuple[str, ...] = ()
    receives: tuple[str, ...] = ()
    forbids: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    necessity: bool = True
    duty: bool = False

    @property
    def is_verified(self) -> bool:
        """Whether the law's own text was seen; any other ships disabled until a district answers for it."""
        return self.confidence == "H"

    @property
    def joins_agencies(self) -> bool:
        """Whether anything may cross between agencies under it; otherwise it is an authority's own task."""
        return bool(self.receives)


def regime_of(agency_kind: str) -> str:
    """Under which regime a kind of agency processes what is about persons."""
    return "led" if agency_kind in _UNDER_LED else "gdpr"


@cache
def all_bases() -> dict[str, Basis]:
    """Every declared basis, by name."""
    return declarations(bases, Basis)


def basis(name: str) -> Basis:
    """The basis of that name; `LookupError` when none is declared."""
    if name not in all_bases():
        raise LookupError(f"no legal basis is called “{name}”")
    return all_bases()[name]
