"""The mapping that reads a source: one of the shipped ones, or one of the installation's own."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.mapping import Mapping, mappings_in, shipped_mappings
from samvirke.registers.incidents.models import Source


def all_mappings() -> dict[str, Mapping]:
    """Shipped mappings, and those in the home's own folder `mappings/`, which win."""
    return {**shipped_mappings(), **mappings_in(home() / "mappings")}


def mapping_of(source: Source) -> Mapping:
    """The source's mapping. Raises `Refused` when there is none of that name."""
    found = all_mappings()
    if source.mapping not in found:
        what = Said(
            _("The source {source} names the mapping {mapping}, which does not exist."),
            {"source": source.name, "mapping": source.mapping},
        )
        raise Refused.because(what, _("Put its file in the home's folder mappings/."))
    return found[source.mapping]
