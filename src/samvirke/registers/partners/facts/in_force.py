"""Which periods are in force on a day, and which overlap; a first and a last day both count."""

from __future__ import annotations

from datetime import date

from django.db.models import Q


def in_force(day: date, of: str = "") -> Q:
    """Rows with `since` and `until` that are in force on a day; `of` is the way to them, such as "covers__"."""
    ended = Q(**{f"{of}until__isnull": True}) | Q(**{f"{of}until__gte": day})
    return Q(**{f"{of}since__lte": day}) & ended


def sitting(day: date, of: str = "") -> Q:
    """Memberships of those who sit on a day: neither gone nor past the end of their appointment."""
    within = Q(**{f"{of}term_until__isnull": True}) | Q(**{f"{of}term_until__gte": day})
    return in_force(day, of) & within


def not_over_before(day: date, until: date | None) -> Q:
    """Memberships that overlap the period from a day to another, or to no end."""
    begins = Q() if until is None else Q(since__lte=until)
    left = Q(until__isnull=True) | Q(until__gte=day)
    term = Q(term_until__isnull=True) | Q(term_until__gte=day)
    return begins & left & term


def overlapping(since: date, until: date | None) -> Q:
    """Rows with `since` and `until` that overlap the period from a day to another, or to no end."""
    begins = Q() if until is None else Q(since__lte=until)
    return begins & (Q(until__isnull=True) | Q(until__gte=since))
