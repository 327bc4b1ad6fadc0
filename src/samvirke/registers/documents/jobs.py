"""Removes files whose deed never committed."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from samvirke.foundation.clock import now
from samvirke.foundation.home import home
from samvirke.registers.documents.files import names, remove
from samvirke.registers.documents.models import Document
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, nightly


@job("documents.sweep-orphans", tries=3)
def sweep_orphans(actor: Actor, progress: Progress) -> dict[str, Any]:
    """A file older than a day without a row belongs to no paper."""
    orphans = names() - set(Document.objects.values_list("stored_as", flat=True))
    limit = (now() - timedelta(days=1)).timestamp()
    old = [name for name in orphans if (home() / "documents" / name[:2] / name).stat().st_mtime < limit]
    for name in old:
        remove(name)
    return {"removed": len(old)}


nightly("documents.sweep-orphans", time(3, 20))
