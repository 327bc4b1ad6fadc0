"""A commitment of the Fjord District, put in place as the tests of its follow-up want it."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

TODAY = date(2024, 8, 20)
WORDS = {"da": "Lys på stien", "en": "Light on the path"}


def put(district: District, **changed: Any) -> Commitment:
    """One that the municipality of Fjordby owes, without a date unless one is given."""
    facts = {
        "title": WORDS,
        "text": WORDS,
        "owners": ["fjordby-kommune"],
        "kind": "one-off",
        "measurable": True,
        "sort": "task",
        **changed,
    }
    return record(system("operator"), district=district, commitments=[facts])[0]
