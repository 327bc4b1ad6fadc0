"""Forgets what is past its time: the only path by which rows are deleted for their age."""

from __future__ import annotations

from django.apps import apps

from samvirke.foundation.clock import now
from samvirke.foundation.kept import kept_tables
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("retention.sweep")
def sweep(actor: Actor) -> dict[str, int]:
    """Delete the rows that are older than their table's line says; how many, by table."""
    gone: dict[str, int] = {}
    for kept in kept_tables().values():
        if kept.age is not None:
            rows = apps.get_model(kept.table)._default_manager.filter(**{f"{kept.counted_from}__lt": now() - kept.age})
            gone[kept.table] = rows.delete()[0]
    note(swept=gone)
    return gone
