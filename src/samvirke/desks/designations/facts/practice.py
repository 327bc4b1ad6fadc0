"""How long a place may be named for and how often it is reviewed: by its source, or by what the district entered."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.models import Practice
from samvirke.foundation.fault import Fault, refuse_if_any
from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class InForce:
    """The longest period in months, weeks between reviews, and the local rule; nothing where nobody knows it.

    `reference` names who decided what the district entered.
    """

    longest_months: int | None
    review_weeks: int | None
    criterion: str = ""
    reference: str = ""
    is_invented: bool = False


def practice_of(kind: Kind, district_id: str, municipality_id: int) -> InForce:
    """What is known today: the municipality's own before the district's, and never more than the source allows."""
    rows = Practice.objects.filter(district_id=district_id, kind=kind.name, until__isnull=True)
    own = rows.filter(municipality_id=municipality_id).first()
    entered = [one for one in (own, rows.filter(municipality__isnull=True).first()) if one is not None]

    def first(name: str) -> int | None:
        return next((value for one in entered if (value := getattr(one, name)) is not None), None)

    return InForce(
        longest_months=_shorter(kind.longest_months, first("longest_months")),
        review_weeks=_shorter(kind.review_weeks, first("review_weeks")),
        criterion=next((one.criterion for one in entered if one.criterion), ""),
        reference="; ".join(dict.fromkeys(one.reference for one in entered)),
        is_invented=any(one.invented for one in entered),
    )


def refuse_if_unknown(found: InForce) -> None:
    """Raises `Refused` with everything that neither a source states nor the district has entered."""
    remedy = Said(_("Let the secretariat enter the district's practice for this kind of place first."))
    wrong = (
        (found.longest_months is None, _("Nobody has entered how long such a place may be named for.")),
        (found.review_weeks is None, _("Nobody has entered how often such a place is reviewed.")),
    )
    refuse_if_any(Fault(Said(what), remedy) for is_wrong, what in wrong if is_wrong)


def last_day(since: date, months: int) -> date:
    """The last day of so many months that begin on a day."""
    years, month = divmod(since.month - 1 + months, 12)
    year, month = since.year + years, month + 1
    days = monthrange(year, month)[1]
    return date(year, month, days) if since.day > days else date(year, month, since.day) - timedelta(days=1)


def next_review(held_on: date, weeks: int, until: date | None = None) -> date:
    """When it is looked at again: after so many weeks, or on the last day of its period when that comes first.

    What has passed its last day is looked at after as many weeks too.
    """
    found = held_on + timedelta(weeks=weeks)
    return until if until is not None and held_on < until < found else found


def _shorter(source: int | None, entered: int | None) -> int | None:
    known = [one for one in (source, entered) if one is not None]
    return min(known, default=None)
