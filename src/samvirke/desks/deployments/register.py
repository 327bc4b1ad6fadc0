"""The declared kinds of deployment, one file each in `kinds/`."""

from __future__ import annotations

from functools import cache

from samvirke.desks.deployments import kinds
from samvirke.desks.deployments.engine.kind import Kind
from samvirke.foundation.folder import declarations
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _


@cache
def all_kinds() -> dict[str, Kind]:
    """Every declared kind, by name."""
    return declarations(kinds, Kind)


def kind_called(name: str) -> Kind:
    """The kind of that name. Raises `Refused`, naming the nearest, when none is declared."""
    found = all_kinds().get(name)
    if found is None:
        raise none_such(Said(_("Nobody is deployed for “{name}”."), {"name": name}), name, all_kinds())
    return found
