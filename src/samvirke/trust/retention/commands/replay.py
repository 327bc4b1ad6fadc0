"""Deletes again what had been deleted before a backup was restored."""

from __future__ import annotations

from django.apps import apps

from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.retention import ledger
from samvirke.trust.retention.models import Mark


@command("retention.replay")
def replay(actor: Actor) -> dict[str, int]:
    """How many rows had come back, by table. Raises `Refused` when the ledger was changed: nothing is then deleted."""
    Mark.objects.get_or_create(id=1)
    done = Mark.objects.select_for_update().get(id=1).seq
    gone: dict[str, int] = {}
    for one in ledger.entries(after=done):
        rows = apps.get_model(one.table)._default_manager.filter(pk__in=one.keys)
        if back := rows.count():
            gone[one.table] = gone.get(one.table, 0) + back
            rows.delete()
        done = one.seq
    Mark.objects.filter(id=1).update(seq=done)
    note(replayed=gone, up_to=done)
    return gone


def is_behind() -> bool:
    """Whether the ledger knows of deletions that this database does not."""
    mark = Mark.objects.filter(id=1).first()
    return ledger.last()[0] > (mark.seq if mark else 0)
