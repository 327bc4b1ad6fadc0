"""Plans a deployment: which unit with how many people goes when; or moves what is planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from samvirke.desks.deployments.commands.stepped import stepped
from samvirke.desks.deployments.facts.allowed import refuse_others_unit, refuse_unless_for
from samvirke.desks.deployments.facts.as_it_is_now import as_it_is_now
from samvirke.desks.deployments.facts.found import refuse_unknown
from samvirke.desks.deployments.facts.free import refuse_if_busy
from samvirke.desks.deployments.models import Deployment, Unit
from samvirke.desks.deployments.models.deployment import PLANNED, REQUESTED
from samvirke.desks.deployments.models.step_taken import MOVED
from samvirke.desks.deployments.register import kind_called
from samvirke.foundation.clock import COPENHAGEN, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import said_day
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

# Settings of the product, found in no law: what lasts longer is several deployments.
_LONGEST, _MOST_PEOPLE = timedelta(hours=72), 500


@dataclass(frozen=True)
class Sent:
    """Who goes when: a unit, how many people, who of other agencies takes part, and from when until when."""

    unit: Unit
    people: int
    starts_at: datetime
    ends_at: datetime
    companions: tuple[str, ...] = ()


@command("deployments.plan", on="deployment")
def plan(actor: Actor, *, deployment: Deployment, version: int, sent: Sent) -> Deployment:
    """Plan it, or plan it otherwise. Raises `Refused` for a unit that is elsewhere, for impossible hours, and when
    somebody was first.
    """
    there = as_it_is_now(deployment, version, REQUESTED, PLANNED)
    kind = kind_called(there.kind)
    refuse_unless_for(actor, there, kind.planned_by)
    if sent.unit.district_id != there.district_id or sent.unit.closed_on is not None:
        raise Refused.because(_("The unit is none of the district, or is no longer used."), _("Choose another."))
    refuse_others_unit(actor, sent.unit)
    if not 1 <= sent.people <= _MOST_PEOPLE:
        what = Said(_("Between 1 and {most} people can be sent."), {"most": _MOST_PEOPLE})
        raise Refused.because(what, _("Write how many; never who."))
    _refuse_impossible(sent)
    named = [one.name for one in kind.companions]
    refuse_unknown(sent.companions, named, Said(_("Nobody like that takes part in such a deployment.")))
    refuse_if_busy(actor, sent.unit, sent.starts_at, sent.ends_at, there)
    step = MOVED if there.state == PLANNED else PLANNED
    there.unit, there.people = sent.unit, sent.people
    there.starts_at, there.ends_at = sent.starts_at, sent.ends_at
    there.companions = [name for name in named if name in sent.companions]
    there.state, there.answered_on = PLANNED, there.answered_on or today()
    there.version += 1
    there.save()
    times = {"starts": sent.starts_at.isoformat(), "ends": sent.ends_at.isoformat()}
    stepped(actor, there, step, today(), unit=sent.unit.name, people=sent.people, **times)
    note(there, unit=sent.unit.name)
    return there


def _refuse_impossible(sent: Sent) -> None:
    if sent.ends_at <= sent.starts_at:
        raise Refused.because(
            _("It ends before it begins."), _("Correct the hours; after midnight, write the next day.")
        )
    if sent.ends_at - sent.starts_at > _LONGEST:
        what = Said(_("It would last more than {hours} hours."), {"hours": int(_LONGEST.total_seconds() // 3600)})
        raise Refused.because(what, _("Plan one deployment for each day."))
    day = sent.starts_at.astimezone(COPENHAGEN).date()
    if abs((day - today()).days) > 2 * 366:
        what = Said(_("{day} is more than two years away."), {"day": said_day(day)})
        raise Refused.because(what, _("Correct the date."))
