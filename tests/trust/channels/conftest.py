"""The district where every kind of case can be opened, for the proofs of what comes out through which channel."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import World, person, trial_kinds, world
from tests.trust.channels.standing import Standing, stood

from samvirke.registers.places.models import District

__all__ = ["person", "trial_kinds", "world"]


@pytest.fixture
def standing(world: World, dale: District) -> Standing:
    """Two cases, one of them sealed, with somebody in every relation to them."""
    return stood(world, dale)
