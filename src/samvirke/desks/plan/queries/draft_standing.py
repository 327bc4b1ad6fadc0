"""What a draft still lacks: unanswered suggestions, unsettled comments, goals nobody can measure, silent parties."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from samvirke.desks.plan.engine.numbers import steps, with_others_below
from samvirke.desks.plan.models import Comment, Consulted, Party, Plan, Section, Suggestion
from samvirke.desks.plan.models.read_item import WAITING
from samvirke.desks.plan.models.suggestion import OPEN
from samvirke.desks.plan.standing import parties_without_approval
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


@dataclass(frozen=True)
class DraftStanding:
    """Counts over the whole draft, and by section what waits in it. `dated` are those that speak of the year before."""

    sections: list[Section]
    suggestions: Counter[int]
    comments: Counter[int]
    intentions: int
    goals: int
    unmeasured: int
    measures: int
    empty: frozenset[int]
    unanswered: int
    dated: int
    outdated: int
    outdated_goals: int
    unread: int
    missing: list[Party]


def draft_standing(actor: Actor, plan: Plan) -> DraftStanding:
    """How far a draft has come. Raises `NotAllowed` for whoever may not see it."""
    ask(actor, "plan.see", plan)
    sections = list(plan.sections.order_by("order"))
    parents = with_others_below(section.number for section in sections)
    parents |= {steps(section.under) for section in sections} - {()}
    measures = list(plan.measures.all())
    suggested = Suggestion.objects.filter(section__plan=plan, state=OPEN).values_list("section_id", flat=True)
    said = Comment.objects.filter(section__plan=plan, settled_at__isnull=True).values_list("section_id", flat=True)
    return DraftStanding(
        sections=sections,
        suggestions=Counter(suggested),
        comments=Counter(said),
        intentions=plan.goals.filter(indicator="").count(),
        goals=plan.goals.count(),
        unmeasured=sum(not one.measurable for one in measures),
        measures=len(measures),
        empty=frozenset(one.pk for one in sections if not one.has_body and steps(one.number) not in parents),
        unanswered=Consulted.objects.filter(consultation__plan=plan, outcome="").exclude(answer="").count(),
        dated=sum(_speaks_of(one, plan.before.year) for one in sections) if plan.before else 0,
        outdated=sum(
            bool(one.older_languages(plan.district.language))
            for one in plan.sections.prefetch_related("versions").order_by("order")
        ),
        outdated_goals=plan.goals.exclude(older={}).count() + sum(bool(one.older) for one in measures),
        unread=plan.read_items.filter(state=WAITING).count(),
        missing=parties_without_approval(plan),
    )


def _speaks_of(section: Section, year: int) -> bool:
    return any(str(year) in text for text in section.summary.values())
