"""Cases that were counted long ago: rows of counts without persons, written straight into their table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from samvirke.desks.casework.models import Tally
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

# The two municipalities of the Fjord District, and no known one.
FJORDBY, SKOVBY, NOWHERE = PLACES = (998, 999, None)
Tell = Callable[..., None]


@pytest.fixture
def tell(fjord: District) -> Tell:
    """So many counts of one thing: `tell("mediation", "closed: agreement", "2023-02", 7, FJORDBY)`."""

    def told(case_type: str, what: str, month: str, times: int, place: int | None = NOWHERE, days: int = 30) -> None:
        Tally.objects.bulk_create(
            Tally(
                district_id=fjord.pk, municipality=place, agency_id="fjordkredsens-politi", case_type=case_type,
                what=what, month=date.fromisoformat(f"{month}-01"), days=days + number, invented=True,
            )
            for number in range(times)
        )  # fmt: skip

    return told


@pytest.fixture
def fjord_facts(fjord: District, operator: Actor) -> Callable[[], Facts]:
    """The small district as it may be counted at this moment."""
    return lambda: Facts(operator, fjord)
