"""Takes the next step of a place, other than naming it: visited, discussed, contacted, carried out."""

from __future__ import annotations

from datetime import date

from samvirke.desks.designations.commands.stepped import stepped
from samvirke.desks.designations.engine.kind import BODY, Kind, Stage
from samvirke.desks.designations.engine.ready import lacking, missing
from samvirke.desks.designations.facts.as_it_is_now import as_it_is_now
from samvirke.desks.designations.facts.bodies import refuse_other_body
from samvirke.desks.designations.facts.there import there_is
from samvirke.desks.designations.facts.turn import turn_of
from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.models.designation import IN_FORCE, PROPOSED
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("designations.step", on="designation")
def take_step(
    actor: Actor,
    *,
    designation: Designation,
    version: int,
    stage: str,
    on: date,
    said: str = "",
    outcome: str = "",
    body: Body | None = None,
) -> Designation:
    """Reach a stage on a day. `body` is the one that discussed it, where the stage asks for one.

    Raises `Refused` for a stage out of its turn, with everything that it lacks, for a day ahead, for an answer that is
    none, and when somebody was first.
    """
    there = as_it_is_now(designation, version, PROPOSED, IN_FORCE)
    kind = kind_called(there.kind)
    wanted = _in_turn(kind, there, stage)
    if on > today():
        raise Refused.because(_("The day is still ahead."), _("Write it down when it has happened."))
    if bool(wanted.outcomes) != bool(outcome) or outcome not in ("", *dict(wanted.outcomes)):
        raise Refused.because(_("It is not said how it ended."), _("Choose one of the answers."))
    if BODY in wanted.needs and body is not None:
        refuse_other_body(kind, there.district, body)
        there.body = body
    refuse_if_any(missing(lacking(wanted, there_is(there))))
    there.version += 1
    there.save(update_fields=["body", "version"])
    facts = {"body": there.body_id} if BODY in wanted.needs else {}
    stepped(actor, there, wanted.name, on, said, outcome, **facts)
    note(stage=wanted.name)
    return there


def _in_turn(kind: Kind, there: Designation, stage: str) -> Stage:
    wanted = turn_of(there, kind)
    if wanted is None or wanted.name != stage or wanted.names:
        turn = Said(wanted.title) if wanted is not None else Said(_("none"))
        what = Said(_("It is not the turn of this step; the next is: {turn}."), {"turn": turn})
        raise Refused.because(what, _("Reload the page."))
    return wanted
