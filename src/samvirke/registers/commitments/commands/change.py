"""Changes what a commitment says: its date, owners, who answers for it, and what a measure states of itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.commitments.commands.stepped import stepped
from samvirke.registers.commitments.facts.answerable import refuse_if_not_answerable
from samvirke.registers.commitments.facts.as_read import as_read
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.step import CHANGED
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

MAY_CHANGE = frozenset(
    "title text owners person_id sort begins due area municipalities dose audience cost prevention indicator".split()
)


@command("commitments.change", on="commitment")
def change(actor: Actor, *, commitment: Commitment, version: int, **facts: Any) -> Commitment:
    """Put new facts, named as the columns of `Commitment`; `version` is the one that was read.

    A new date begins the reminders anew and takes it off the agendas. Raises `Refused` when it begins after its date,
    when whoever should answer for it does not work here, or when somebody changed it in between; `TypeError` for a
    fact that is not to be changed.
    """
    if unknown := set(facts) - MAY_CHANGE:
        raise TypeError(f"not to be changed: {', '.join(sorted(unknown))}")
    there = as_read(commitment, version)
    changed = {name: value for name, value in facts.items() if getattr(there, name) != value}
    if "person_id" in changed:
        refuse_if_not_answerable(there.district_id, changed["person_id"])
    before = {name: getattr(there, name) for name in changed}
    for name, value in changed.items():
        setattr(there, name, value)
    if there.begins and there.due and there.begins > there.due:
        raise Refused.because(_("It begins after its date."), _("Correct one of the two dates."))
    if not changed:
        return there
    if "due" in changed:
        there.taken_up_on, there.taken_up_in = None, ""
    there.version += 1
    there.save()
    stepped(actor, there, CHANGED, **{name: [_plain(before[name]), _plain(value)] for name, value in changed.items()})
    note(changed=sorted(changed))
    return there


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, int | str | list | dict) else _written(value)


def _written(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
