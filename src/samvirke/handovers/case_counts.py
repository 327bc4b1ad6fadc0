"""Loads the demo's invented counts of cases from before its first case, spread over the months of each year."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from samvirke.desks.casework.commands.bring_counts import Brought, bring_counts
from samvirke.desks.casework.models import Tally
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_FILE = Path(__file__).resolve().parent / "demo" / "case_counts.toml"


def load_counts(actor: Actor, district: District) -> None:
    """Every count of the file, before the cases. Once any have been counted nothing is added."""
    if Tally.objects.filter(district_id=district.pk).exists():
        return
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    counts = [each for one in told["counts"] for each in _spread(one, told["years"])]
    bring_counts(actor, district=district, counts=counts, invented=True)


def _spread(told: dict[str, Any], years: dict[str, int]) -> Iterator[Brought]:
    """One row for each case, over as many months of each year as the file says; days between two ends."""
    for place, numbers in told["places"].items():
        for (year, months), number in zip(years.items(), numbers, strict=True):
            for case in range(number):
                yield Brought(
                    case_type=told["type"],
                    what=told["what"],
                    agency=told["agency"],
                    municipality=int(place),
                    month=date(int(year), 1 + case * months // number, 1),
                    days=_between(case, *told["days"]) if "days" in told else None,
                )


def _between(case: int, shortest: int, longest: int) -> int:
    # A step without a common measure with the span walks through all of it, in no order that means anything.
    return shortest + case * 17 % (longest - shortest + 1)
