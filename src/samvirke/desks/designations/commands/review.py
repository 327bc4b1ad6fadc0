"""Writes down that somebody has looked at a place again: what was found, and what follows."""

from __future__ import annotations

from datetime import date

from samvirke.desks.designations.engine.kind import LEVELS
from samvirke.desks.designations.facts.as_it_is_now import as_it_is_now
from samvirke.desks.designations.facts.practice import next_review, practice_of, refuse_if_unknown
from samvirke.desks.designations.models import Designation, Review
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.models.review import CONCLUSIONS
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("designations.review", on="designation")
def review(
    actor: Actor, *, designation: Designation, version: int, held_on: date, found: str, conclusion: str, level: str = ""
) -> Review:
    """The next review follows from the rhythm of the kind. `level` is the colour of a place that is watched by one.

    Raises `Refused` without what was found, for a day that cannot be, for a conclusion that is none, and when somebody
    was first.
    """
    there = as_it_is_now(designation, version, IN_FORCE)
    kind = kind_called(there.kind)
    if not found.strip():
        raise Refused.because(_("It is not said what was found."), _("Write it in a few sentences, without names."))
    if held_on > today() or (there.since is not None and held_on < there.since):
        raise Refused.because(
            _("The review was not held on that day: it is ahead, or before the place was named."), _("Correct the day.")
        )
    if conclusion not in CONCLUSIONS or (kind.has_levels and level not in LEVELS) or (level and not kind.has_levels):
        raise Refused.because(_("It is not said what follows."), _("Choose one of the answers."))
    practice = practice_of(kind, there.district_id, there.municipality_id)
    refuse_if_unknown(practice)
    if Review.objects.filter(designation=there, held_on__gte=held_on).exists():
        raise Refused.because(
            _("A review of that day, or a later one, is written down already."),
            _("Correct the day, or reload the page."),
        )
    coming = next_review(held_on, practice.review_weeks or 0, there.until)
    made = Review.objects.create(
        designation=there,
        due=there.next_review or held_on,
        held_on=held_on,
        found=found.strip(),
        conclusion=conclusion,
        level=level,
        next_review=coming,
        by_id=actor.account,
    )
    there.level, there.next_review = level or there.level, coming
    there.version += 1
    there.save(update_fields=["level", "next_review", "version"])
    note(made, conclusion=conclusion)
    return made
