"""Names a place, for a period: from its first day it is in force; or names it anew when the period runs out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samvirke.desks.designations.commands.stepped import stepped
from samvirke.desks.designations.engine.kind import GREEN, Kind
from samvirke.desks.designations.engine.ready import lacking, missing
from samvirke.desks.designations.facts.allowed import refuse_unless_theirs
from samvirke.desks.designations.facts.as_it_is_now import as_it_is_now
from samvirke.desks.designations.facts.bodies import refuse_other_body
from samvirke.desks.designations.facts.practice import last_day, next_review, practice_of, refuse_if_unknown
from samvirke.desks.designations.facts.there import there_is
from samvirke.desks.designations.facts.turn import turn_of
from samvirke.desks.designations.models import Designation, Evidence
from samvirke.desks.designations.models.designation import IN_FORCE, PROPOSED
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused, refuse_if_any
from samvirke.foundation.speech import said_day
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note
from samvirke.trust.identity.models import Account
from samvirke.trust.identity.queries.live_affiliations import live_affiliations


@dataclass(frozen=True)
class Named:
    """What was decided: from when until when, who looks at it again, where the decision stands and on which day.

    `body` is the one that decided or discussed it; a kind that must be discussed may have its body already.
    `decision_id` names the decision of a meeting, where it stands in its minutes here.
    """

    since: date
    until: date
    reviewer: Account
    decision: str
    decided_on: date
    body: Body | None = None
    decision_id: str = ""


@command("designations.name", on="designation")
def name_place(actor: Actor, *, designation: Designation, version: int, named: Named) -> Designation:
    """Put it in force. Raises `Refused` with everything that the kind demands and is not there, and when somebody was
    first.
    """
    there = as_it_is_now(designation, version, PROPOSED)
    kind = kind_called(there.kind)
    wanted = turn_of(there, kind)
    if wanted is None or not wanted.names:
        turn = Said(wanted.title) if wanted is not None else Said(_("none"))
        what = Said(_("Something has to happen before it is named; the next step is: {turn}."), {"turn": turn})
        raise Refused.because(what, _("Take that step first."))
    _decide(actor, there, kind, named)
    there.level = GREEN if kind.has_levels else ""
    _keep(actor, there, kind, named)
    return there


@command("designations.name", on="designation")
def renew(actor: Actor, *, designation: Designation, version: int, named: Named) -> Designation:
    """Name it for another period, on evidence frozen since the last one began. Raises `Refused` like `name_place`."""
    there = as_it_is_now(designation, version, IN_FORCE)
    kind = kind_called(there.kind)
    if not Evidence.objects.filter(designation=there, term=there.term + 1).exists():
        raise Refused.because(
            _("Nothing has been frozen since it was named: a renewal rests on new evidence."),
            _("Freeze what the place looks like now, then renew it."),
        )
    if there.since is not None and named.since <= there.since:
        what = Said(_("The period that runs began on {day}."), {"day": said_day(there.since)})
        raise Refused.because(what, _("Choose a later first day."))
    if kind.discussed_in and (named.body is None or not there.decided_on or named.decided_on <= there.decided_on):
        raise Refused.because(
            _("It has not been discussed again since it was named."), _("Name the body, and the day on which it did.")
        )
    there.term += 1
    _decide(actor, there, kind, named)
    _keep(actor, there, kind, named)
    return there


def _decide(actor: Actor, there: Designation, kind: Kind, named: Named) -> None:
    """Check the decision and write it into the row, not yet stored."""
    refuse_unless_theirs(actor, there.district, kind.decided_by, there.municipality_id)
    if named.body is not None:
        refuse_other_body(kind, there.district, named.body)
        there.body = named.body
    refuse_if_too_long(Designation, decision=named.decision)
    if named.decided_on > today():
        raise Refused.because(_("The day of the decision is still ahead."), _("Name it when it has been decided."))
    _refuse_stranger(there.district, named.reviewer)
    practice = practice_of(kind, there.district_id, there.municipality_id)
    refuse_if_unknown(practice)
    months, weeks = practice.longest_months or 0, practice.review_weeks or 0
    if named.until <= named.since:
        raise Refused.because(_("The last day is not after the first."), _("Correct one of the two dates."))
    longest = last_day(named.since, months)
    if named.until > longest:
        what = Said(_("Such a place is named for {months} months at most."), {"months": months})
        raise Refused.because(what, Said(_("The last day can be {day}."), {"day": said_day(longest)}))
    there.since, there.until, there.reviewer = named.since, named.until, named.reviewer
    there.decision, there.decided_on = named.decision.strip(), named.decided_on
    there.next_review = next_review(named.since, weeks, named.until)
    refuse_if_any(missing(lacking(kind.naming, there_is(there))))


def _keep(actor: Actor, there: Designation, kind: Kind, named: Named) -> None:
    there.state = IN_FORCE
    there.version += 1
    there.save()
    facts = {
        "since": named.since.isoformat(),
        "until": named.until.isoformat(),
        "body": there.body_id or "",
        "decision": there.decision,
        **({"decision_id": named.decision_id} if named.decision_id else {}),
    }
    stepped(actor, there, kind.naming.name, named.decided_on, **facts)
    note(kind=kind.name, term=there.term, since=facts["since"], until=facts["until"])


def _refuse_stranger(district: District, reviewer: Account) -> None:
    works_here = any(
        district.pk in {one.district_id for one in row.agency.districts.all()} for row in live_affiliations(reviewer)
    )
    if not works_here:
        raise Refused.because(
            _("Whoever is to look at it again does not work in the district."), _("Choose somebody from the list.")
        )
