"""Stores every declared kind of case in its version, before the first case is opened under it."""

from __future__ import annotations

from samvirke.desks.casework.engine.stored import fingerprint, stored
from samvirke.desks.casework.models import DeclaredType
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Fault, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.store-types")
def store_types(actor: Actor) -> int:
    """How many versions were new. Raises `Refused` where a stored version says something else than the declaration."""
    known = {(one.name, one.version): one.sha256 for one in DeclaredType.objects.all()}
    new = [one for one in case_types().values() if (one.name, one.version) not in known]
    refuse_if_any(
        Fault(
            Said(_("“{name}” version {version} is not what was stored."), {"name": one.name, "version": one.version}),
            Said(_("Give the changed declaration the next version.")),
        )
        for one in case_types().values()
        if known.get((one.name, one.version), fingerprint(one)) != fingerprint(one)
    )
    DeclaredType.objects.bulk_create(
        DeclaredType(name=one.name, version=one.version, sha256=fingerprint(one), content=stored(one), stored_at=now())
        for one in new
    )
    note(stored=[f"{one.name} {one.version}" for one in new])
    return len(new)
