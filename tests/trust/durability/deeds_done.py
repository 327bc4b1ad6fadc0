"""The deeds that the proofs of durability do over and over: a body fulfils a duty, first planned and then done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.db import transaction

from samvirke.registers.commitments.commands.fulfil import fulfil
from samvirke.registers.commitments.models import Fulfilment
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed, name_of
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry

EVA = Actor(id="7f3c", name="Eva Strand", offices=frozenset({("coordinator", "fjord")}))
STATES = ("planned", "done")
Doing = Callable[[Body, list[str], str], None]


def prepare() -> None:
    """An invented district with one body in it."""
    district = District.objects.create(id="fjord", name={"en": "Fjord"}, country="XX")
    Body.objects.create(id="fjord-board", district=district, kind="board", name={}, task={})


def deeds(writer: str, do: Doing) -> Iterator[list[str]]:
    """Do deed after deed, and give what each has promised once it has come back: `unit state`, two in every third."""
    body, number = Body.objects.get(), 0
    while True:
        number += 1
        units = [f"{writer}-{number}"] if number % 3 else [f"{writer}-{number}/1", f"{writer}-{number}/2"]
        for state in STATES:
            do(body, units, state)
            yield [f"{unit} {state}" for unit in units]


def as_shipped(body: Body, units: list[str], state: str) -> None:
    """The product's own command; two units are one deed, as in a handover."""
    with deed(EVA):
        for unit in units:
            fulfil(EVA, body=body, **_facts(unit, state), planned=state == "planned")


def without_the_transaction(body: Body, units: list[str], state: str) -> None:
    """The control arm: the same rows and the same lines, each row and the lines of them committed on their own."""
    made = []
    for unit in units:
        facts = _facts(unit, state)
        named = {"duty": facts.pop("duty_name"), "body": body, "evidence": facts.pop("evidence")}
        made.append(Fulfilment.objects.update_or_create(**named, defaults={**facts, "state": state})[0])
    with transaction.atomic():
        append(_entry(body, unit) for unit in made)


def _facts(unit: str, state: str) -> dict[str, object]:
    on = date(2024, 8, 20) if state == "done" else None
    return {"duty_name": min(all_duties()), "year": 2024, "evidence": unit, "on": on}


def _entry(body: Body, unit: Fulfilment) -> Entry:
    return Entry(
        actor=EVA.id,
        action="commitments.fulfil",
        decision="permit",
        ground="control",
        things=[name_of(body), name_of(unit)],
        personal={"name": EVA.name},
    )
