"""Public data sets for validation: used when they lie beside the checkout, never needed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data"


def shared(name: str) -> Path:
    """A file of the data folder (`SAMVIRKE_SHARED_DATA`, or ../shared/data); without it the test is skipped."""
    path = Path(os.environ.get("SAMVIRKE_SHARED_DATA", _BESIDE)) / name
    if not path.exists():
        pytest.skip(f"{name} is not here: point SAMVIRKE_SHARED_DATA at the folder that holds it")
    return path
