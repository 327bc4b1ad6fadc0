"""Every kind of case that is declared: the folder of types is the register."""

from __future__ import annotations

from functools import cache

from samvirke.desks.casework import types
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.foundation.folder import declarations


@cache
def case_types() -> dict[str, CaseType]:
    """By name."""
    return declarations(types, CaseType)


def case_type(name: str) -> CaseType:
    """The kind of case of that name, as it is declared today; `LookupError` when there is none."""
    if name not in case_types():
        raise LookupError(f"no kind of case is called “{name}”")
    return case_types()[name]
