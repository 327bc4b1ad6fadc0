"""Seals the numbers of some people anew under the keys of today, after a key was changed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.db.models import Q

from samvirke.foundation.fault import Refused
from samvirke.registers.persons.known import own_number
from samvirke.registers.persons.models import Person
from samvirke.registers.persons.sealed import MATCHING, SEALING, columns
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.keys import current


@dataclass(frozen=True)
class Resealed:
    """How many rows were made anew, how many could not be read, and the last row looked at."""

    done: int
    unreadable: int
    last: uuid.UUID | None


@command("persons.reseal")
def reseal_persons(actor: Actor, *, after: uuid.UUID | None = None, at_most: int = 500) -> Resealed:
    """One batch of the rows that an older key has made, in the order of their ids; those that are new stay.

    A row that cannot be read is left as it is and counted. `last` is nothing when no row was left to look at.
    """
    older = ~Q(cpr_key_id=current(SEALING).id) | ~Q(match_key_id=current(MATCHING).id)
    rows = Person.objects.filter(older).exclude(cpr_sealed="").order_by("pk")
    rows = rows.filter(pk__gt=after) if after else rows
    batch = list(rows.select_for_update()[:at_most])
    anew: list[Person] = []
    for row in batch:
        try:
            cpr = own_number(row)
        except Refused:
            continue
        if cpr:
            for column, value in columns(cpr, row.pk, row.agency_id).items():
                setattr(row, column, value)
            anew.append(row)
    Person.objects.bulk_update(anew, ["cpr_sealed", "cpr_key_id", "cpr_match", "match_key_id"])
    note(resealed=len(anew), unreadable=len(batch) - len(anew))
    return Resealed(len(anew), len(batch) - len(anew), batch[-1].pk if batch else None)
