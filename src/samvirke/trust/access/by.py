"""Who a declared thing is for: people in some roles, in agencies of a kind."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class By:
    """People in these roles, in agencies of a kind: police, municipality, region or probation."""

    agency: str
    roles: tuple[str, ...] = ("secretary", "coordinator")
