"""The invented follow-up of the demo: who answers for its commitments, and what they reported, each on its day."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from samvirke.foundation.clock import standing_on
from samvirke.registers.commitments.commands.change import change
from samvirke.registers.commitments.commands.report import report
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.identity.models import Account

RECORDED = date(2024, 2, 1)
_FILE = Path(__file__).resolve().parent / "demo" / "follow_up.toml"


def follow_up_demo(actor: Actor, district: District) -> None:
    """Once: a commitment that anybody has touched since it was loaded is left as it is."""
    cast = {one.username: one for one in Account.objects.filter(invented=True)}
    for facts in tomllib.loads(_FILE.read_text(encoding="utf-8"))["follow"]:
        there = Commitment.objects.filter(district=district, plan_id="", slug=facts.pop("slug"), version=1).first()
        if there is not None:
            _follow(actor, there, facts, cast)


def _follow(actor: Actor, there: Commitment, facts: dict[str, Any], cast: dict[str, Account]) -> None:
    reports, person = facts.pop("reports", []), cast[facts.pop("person")]
    with standing_on(RECORDED):
        there = change(actor, commitment=there, version=there.version, person_id=person.pk, **facts)
    for number, one in enumerate(reports):
        author = actor_of(cast[one.pop("by")])
        with standing_on(one.pop("on")):
            report(author, commitment=there, version=there.version + number, **one)
