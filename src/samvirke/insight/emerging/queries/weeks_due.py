"""The weeks that have ended in the data and have not been looked through."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.insight.emerging.engine.scanned import WINDOW_WEEKS
from samvirke.insight.emerging.models import Look
from samvirke.registers.incidents.queries.store import Store

_SUNDAY, _DAYS_LEFT_OPEN = 6, 2


def last_week(store: Store) -> date | None:
    """The Sunday on which the last whole week of the data ended; nothing where there are no data.

    A week is whole when something was reported within its last three days, for a quiet last day is no gap. What is
    added to such a week later is seen by the next look, whose windows reach back over it.
    """
    if store.is_empty:
        return None
    last = store.last_day + timedelta(days=_DAYS_LEFT_OPEN)
    return last - timedelta(days=(last.weekday() - _SUNDAY) % 7)


def weeks_due(store: Store, at_most: int = WINDOW_WEEKS) -> list[date]:
    """Their Sundays, the oldest first: each week since the last look, so that none is passed over.

    The first look of a district is at its last week alone. After a long silence the oldest weeks stay unlooked at: a
    window that reaches back a quarter sees what is left of them.
    """
    newest = last_week(store)
    if newest is None:
        return []
    latest = Look.objects.filter(district_id=store.district_id).order_by("-until").first()
    first = max(latest.until + timedelta(weeks=1), newest - timedelta(weeks=at_most - 1)) if latest else newest
    return [first + timedelta(weeks=number) for number in range(max((newest - first).days // 7 + 1, 0))]
