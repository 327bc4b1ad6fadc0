"""The names that a district folder may refer to in this installation."""

from __future__ import annotations

from samvirke.handovers.district_folder.check import Known
from samvirke.insight.indicators.every import every_indicator
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.incidents.harm_tables import all_harm_tables
from samvirke.registers.incidents.queries.mapping_of import all_mappings
from samvirke.registers.places.nation import municipality_names


def known_here() -> Known:
    """Municipalities, duties, indicators, mappings and tables of harm weights."""
    return Known(
        municipalities=municipality_names(),
        duties=frozenset(all_duties()),
        indicators=frozenset(every_indicator()),
        mappings=frozenset(all_mappings()),
        harm_weights=frozenset(all_harm_tables()),
    )
