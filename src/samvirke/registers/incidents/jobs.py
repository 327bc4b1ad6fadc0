"""Imports a file that somebody has uploaded, and the nightly sweep of versions that nobody reads any more."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

from samvirke.foundation.clock import now
from samvirke.foundation.disk import full_disk_refused
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.commands.sweep_store import sweep_store
from samvirke.registers.incidents.engine.uploads import forget_upload, sweep_uploads, uploads
from samvirke.registers.incidents.queries.source_called import source_called
from samvirke.trust.access.actor import Actor
from samvirke.trust.jobs.declared import Progress, job, nightly


@job("incidents.import", limit=timedelta(hours=1))
def import_upload(
    actor: Actor, progress: Progress, source: str, upload: str, name: str, dry: bool, language: str
) -> dict[str, Any]:
    """Import an uploaded file; the upload is removed whatever happens."""
    path = uploads() / upload / name
    try:
        with full_disk_refused():
            outcome = import_file(
                actor, source=source_called(source), path=path, dry=dry, language=language, tell=progress
            )
    finally:
        forget_upload(upload)
    return outcome.as_dict()


@job("incidents.sweep-store", tries=3)
def sweep(actor: Actor, progress: Progress) -> dict[str, Any]:
    """Remove files that no version in use names, and uploads whose import was killed."""
    day_before = (now() - timedelta(days=1)).timestamp()
    return {"removed": sweep_store() + sweep_uploads(day_before)}


nightly("incidents.sweep-store", time(3, 30))
