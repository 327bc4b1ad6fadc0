"""What the proofs of insight stand on: the demo district as somebody counts it, and a small one with a few rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.insight.written_file import Row, write

from samvirke.foundation.clock import standing_on
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, system


@pytest.fixture
def operator() -> Actor:
    """Whoever sits at the machine."""
    return system("operator")


@pytest.fixture
def facts(demo: str, db: None, operator: Actor) -> Facts:
    """The demo district, as the operator counts it."""
    return Facts(operator, District.objects.get(pk=demo))


@pytest.fixture
def counted(fjord: District, tmp_path: Path, operator: Actor) -> Callable[[list[Row]], Facts]:
    """The small district after a file with these rows has been imported."""

    def imported(rows: list[Row]) -> Facts:
        file = write(tmp_path / "incidents.csv", rows)
        with standing_on(date(2024, 8, 2)):
            import_file(operator, source=Source.objects.get(pk="opdigtet"), path=file)
        return Facts(operator, District.objects.get(pk=fjord.pk))

    return imported
