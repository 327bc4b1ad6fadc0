"""What next year's plan could begin with: this year's goals with their results, and what is to be carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from samvirke.desks.plan.queries.plans import plan_in_force
from samvirke.foundation.words import Words
from samvirke.insight.briefing.account.year import Year
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import DONE, DROPPED
from samvirke.registers.commitments.queries.duty_standings import AT_RISK, MISSED, Standing
from samvirke.registers.commitments.register import Duty

CARRY_OVER, RENEW, LEAVE_OUT = SUGGESTIONS = ("carry-over", "renew", "leave-out")


@dataclass(frozen=True)
class CarriedMeasure:
    """A commitment of this year. `became` is open, late, done or dropped; `said` is its last report, or its evidence.

    What is not done is suggested to be carried over; what is done and comes again or goes on, to be promised again;
    what was done once and what was dropped, to be left out. People decide; the suggestion follows from these words.
    """

    commitment: UUID
    slug: str
    title: Words
    text: Words
    owners: tuple[str, ...]
    sort: str
    kind: str
    became: str
    said: str
    suggestion: str


@dataclass(frozen=True)
class CarriedGoal:
    """A goal of this year with its result in words; without an indicator it has none."""

    slug: str
    text: Words
    indicator: str
    result: str


@dataclass(frozen=True)
class CarriedSection:
    """A section of this year's plan."""

    number: str
    heading: Words
    summary: Words | None
    goals: tuple[CarriedGoal, ...]
    measures: tuple[CarriedMeasure, ...]


@dataclass(frozen=True)
class PlanDraft:
    """Plain data that a draft of the plan of `year` can be filled with. `loose` belongs to no section of the plan."""

    district_id: str
    from_plan: str
    year: int
    sections: tuple[CarriedSection, ...]
    loose: tuple[CarriedMeasure, ...]
    duties_not_met: tuple[Duty, ...]

    def measures(self) -> Iterator[CarriedMeasure]:
        """All of them, in the order of the plan."""
        for section in self.sections:
            yield from section.measures
        yield from self.loose


def plan_draft(year: Year) -> PlanDraft:
    """What the account of a year hands on to the plan of the next."""
    plan = plan_in_force(year.actor, year.body.district_id, year.year)
    dealt_with = [*year.late, *year.ahead, *year.ended(DONE), *year.ended(DROPPED)]
    measures = {one.pk: _measure(year, one) for one in dealt_with}
    of_plan = [one for one in dealt_with if plan is not None and one.plan_id == plan.pk]
    sections = []
    for section in plan.sections.prefetch_related("goals") if plan else ():
        goals = tuple(
            CarriedGoal(one.slug, one.words, one.indicator, _result(year, one.indicator)) for one in section.goals.all()
        )
        inside = tuple(measures[one.pk] for one in of_plan if section.holds(one.origin))
        summary = Words.of(section.summary) if section.summary else None
        sections.append(CarriedSection(section.number, section.words, summary, goals, inside))
    placed = {one.commitment for section in sections for one in section.measures}
    return PlanDraft(
        district_id=year.body.district_id,
        from_plan=plan.pk if plan else "",
        year=year.year + 1,
        sections=tuple(sections),
        loose=tuple(one for key, one in measures.items() if key not in placed),
        duties_not_met=tuple({one.duty.name: one.duty for one in year.standings if _is_unmet(one)}.values()),
    )


def _measure(year: Year, one: Commitment) -> CarriedMeasure:
    if one in year.late:
        became = "late"
    elif one in year.ahead:
        became = "open"
    else:
        became = one.state
    last = year.last_reports.get(one.pk)
    return CarriedMeasure(
        commitment=one.pk,
        slug=one.slug,
        title=one.words,
        text=Words.of(one.text),
        owners=tuple(one.owners),
        sort=one.sort,
        kind=one.kind,
        became=became,
        said=last.said if last else one.evidence,
        suggestion=_suggestion(became, one.kind),
    )


def _suggestion(became: str, kind: str) -> str:
    if became in ("late", "open"):
        return CARRY_OVER
    return RENEW if became == DONE and kind in ("cadence", "activity") else LEAVE_OUT


def _result(year: Year, indicator: str) -> str:
    """The newest number with how sure its change is; nothing where no figures follow it."""
    found = year.occasion.rows.get(indicator) if year.occasion and indicator else None
    return f"{found.now}. {year.speech.capital(found.change.headline)}".rstrip(". ") if found else ""


def _is_unmet(one: Standing) -> bool:
    return one.state in (AT_RISK, MISSED)
