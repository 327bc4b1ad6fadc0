"""Under which licence what a district publishes may be used, where its folder says so."""

from __future__ import annotations

from samvirke.registers.places.models import District


def licensed(district: District) -> dict[str, str]:
    """For what is published: the address of the licence, or nothing; none is assumed."""
    return {"license": district.license} if district.license else {}
