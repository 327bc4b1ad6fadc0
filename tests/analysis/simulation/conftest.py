"""The demo district, made once for all tests of this folder."""

from __future__ import annotations

import pytest

from samvirke.analysis.simulation import demo_parameters, simulate
from samvirke.registers.places.schematic import built_shapes


@pytest.fixture(scope="session")
def shapes():
    built = built_shapes()
    if not built:
        pytest.skip("the schematic shapes have not been built; the set-up does it")
    return built


@pytest.fixture(scope="session")
def demo(shapes):
    parameters = demo_parameters()
    return simulate(parameters, shapes, parameters.generator())
