"""What happens to the trail by itself: it is signed every night and every thousand lines, and verified every night."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.audit.kept import verify_kept
from samvirke.trust.audit.models import Head, Line
from samvirke.trust.jobs.declared import Progress, job, nightly, whenever
from samvirke.trust.oversight.commands.put_checkpoint import put_checkpoint

LINES_BETWEEN = 1000


@job("audit.checkpoint", tries=3)
def checkpoint(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Sign the end of the trail, and give it to the witness."""
    return dict(put_checkpoint(actor))


@job("audit.verify", limit=timedelta(hours=2), tries=3)
def verify_at_night(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Verify the whole trail and its checkpoints; what is found ends the work as a failure that is seen."""
    size, findings = verify_kept()
    if findings:
        what = Said(_("The trail is not whole: {count} findings."), {"count": len(findings)})
        raise Refused(Fault(what, Said(_("Run “samvirke audit verify”, and change nothing until it is explained."))))
    return {"lines": size}


def thousandth() -> datetime | None:
    """When the line was written that last filled a thousand; nothing before there is one."""
    head = Head.objects.filter(id=1).first()
    full = (head.seq if head else 0) // LINES_BETWEEN * LINES_BETWEEN
    return Line.objects.filter(seq=full).values_list("at", flat=True).first()


nightly("audit.checkpoint", time(2, 50))
nightly("audit.verify", time(3, 40))
whenever("audit.checkpoint", thousandth)
