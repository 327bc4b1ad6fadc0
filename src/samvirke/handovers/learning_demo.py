"""Plans and holds the invented learning activities of the demo, through the same deeds as a secretary."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from samvirke.desks.meetings.models import Learning
from samvirke.handovers.learning_duties import hold, plan
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.identity.models import Agency

_FILE = Path(__file__).resolve().parent / "demo" / "learning.toml"


def load_learning(actor: Actor, district: District) -> None:
    """The activities of the district; once, so that what a visitor changed stays."""
    if Learning.objects.filter(district=district, invented=True).exists():
        return
    for one in tomllib.loads(_FILE.read_text(encoding="utf-8")).get(district.pk, []):
        made = plan(actor, district=district, facts=_facts(one))
        if "people" in one:
            people = {Agency.objects.get(pk=agency): count for agency, count in one["people"].items()}
            hold(actor, learning=made, version=1, day=one["day"], municipalities=one["municipalities"], people=people)


def _facts(one: dict[str, Any]) -> dict[str, Any]:
    counts = one.get("counts", {})
    body = Body.objects.select_related("district").get(pk=counts["body"]) if counts else None
    return {
        "kind": one["kind"],
        "subject": one["subject"],
        "about": one.get("about", ""),
        "host": Agency.objects.get(pk=one["host"]),
        "day": one.get("day"),
        "place": one.get("place", ""),
        "municipalities": one["municipalities"],
        "body": body,
        "duty": counts.get("duty", ""),
        "invented": True,
    }
