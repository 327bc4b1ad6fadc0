"""The one way by which rows about people are deleted: told to the ledger too, so that it can be done again."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from samvirke.trust.retention import ledger
from samvirke.trust.retention.models import Mark


def erase(rows: QuerySet[Any], because: str) -> int:
    """Delete rows with everything that hangs on them; how many of these. Joins the deed of whoever decided it.

    `because` names the rule. A crash between the ledger and the commit leaves the deletion to be done at the next
    start: it had been decided.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("rows are deleted inside the transaction of the deed")
    Mark.objects.get_or_create(id=1)
    Mark.objects.select_for_update().get(id=1)
    keys = [str(key) for key in rows.values_list("pk", flat=True)]
    if not keys:
        return 0
    # What cannot be deleted fails here, before the ledger says that it was: a restart would try it again for ever.
    rows.filter(pk__in=keys).delete()
    seq = ledger.write(rows.model._meta.label_lower, keys, because)
    Mark.objects.filter(id=1).update(seq=seq)
    return len(keys)
