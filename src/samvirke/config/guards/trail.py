"""Refuses a database whose trail ends before what was signed: an older copy, or one that somebody has shortened."""

from __future__ import annotations

import os
from typing import Any

from django.core.checks import CheckMessage, Critical, Tags, register

from samvirke.foundation.fault import Refused


@register(Tags.database)
def trail_goes_on(databases: Any = None, **_kwargs: Any) -> list[CheckMessage]:
    """The newest checkpoint stands in the trail as it was signed, or somebody says that a backup was restored."""
    if "default" not in (databases or []):
        return []
    # The keys and the tables can be read only after the set-up.
    from samvirke.trust.audit.checkpoints import kept

    try:
        newest = kept()[-1:]
    except Refused as refusal:
        return [Critical(refusal.text(), hint="Fetch the checkpoint again from the witness.", id="samvirke.T002")]
    if not newest or _holds(newest[0]) or os.environ.get("SAMVIRKE_RESTORED") == str(newest[0]["number"]):
        return []
    number, size = newest[0]["number"], newest[0]["size"]
    return [
        Critical(
            f"The trail does not hold what checkpoint {number} was signed for: its first {size} lines.",
            hint=f"Run: samvirke audit verify. Where a backup was restored on purpose, start once more with"
            f" SAMVIRKE_RESTORED={number}; that lines are missing stays on record.",
            id="samvirke.T001",
        )
    ]


def _holds(checkpoint: dict[str, Any]) -> bool:
    from samvirke.trust.audit.models import Line

    # Lines are kept for ever: the one that was the last then has to be there.
    return not checkpoint["size"] or Line.objects.filter(seq=checkpoint["size"], hash=checkpoint["head"]).exists()
