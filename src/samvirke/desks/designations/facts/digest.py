"""The digest of evidence: the same words and figures give the same, anything that was changed gives another."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from samvirke.desks.designations.models import Evidence

_SAYS = (
    "term", "frozen_on", "says", "data", "data_from", "data_until", "analysis", "parameters", "figures",
    "police_count", "hospital_count", "is_baseline",
)  # fmt: skip


def digest_of(designation_id: object, facts: dict[str, Any]) -> str:
    """The SHA-256 of what evidence says of a place."""
    said = {name: facts.get(name) for name in _SAYS} | {"designation": str(designation_id)}
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=False, default=_plain, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def is_intact(evidence: Evidence) -> bool:
    """Whether it still says what it said when it was frozen."""
    said = {name: getattr(evidence, name) for name in _SAYS}
    return digest_of(evidence.designation_id, said) == evidence.digest


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
