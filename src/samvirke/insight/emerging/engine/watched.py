"""Which offence types are looked through for places, and why the others are not."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.registers.incidents.categories import UNKNOWN, categories

# It happens at home and between people who know each other, or where the harmed person lives: a place would point at a
# person. The figures of whole municipalities tell of these. Void for a source that says where such a thing happened.
NO_PLACES = frozenset(
    {
        "homicide", "close-relation-violence", "stalking-orders", "sexual-offence", "violence-and-sexual",
        "domestic-call", "welfare-call", "online-fraud", "fraud-other", "other-crime", UNKNOWN,
    }
)  # fmt: skip


def watched(seen: Iterable[str], with_discovered: bool) -> list[str]:
    """Those of the types that are looked through, in the order of their table.

    What the police find themselves is among them only where the district has asked for it.
    """
    there = set(seen) - NO_PLACES
    return [code for code, one in categories().items() if code in there and (with_discovered or not one.found)]
