"""Which seat of today is which seat of a folder, so that whoever sits there stays when the folder is loaded again."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.utils.text import slugify

from samvirke.registers.partners.models import Seat

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
_SAME_PLACE = ("role", "agency_id", "municipality_id", "order")
_LONGEST = 110


def with_slugs(seats: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The seats of a folder in their order, each with its slug: its own, or one made of its office."""
    named, times = [], Counter[str]()
    for order, facts in enumerate(seats, start=1):
        slug = facts.get("slug") or _slug_of(facts["office"])
        times[slug] += 1
        named.append({**facts, "order": order, "slug": slug if times[slug] == 1 else f"{slug}-{times[slug]}"})
    return named


def matched(old: list[Seat], new: list[dict[str, Any]]) -> list[Seat | None]:
    """For each seat of the folder the one it was: by its slug, else one in the same place that is in no other use."""
    by_slug = {seat.slug: seat for seat in old}
    found = [by_slug.pop(facts["slug"], None) for facts in new]
    by_place = {
        tuple(getattr(seat, name) for name in _SAME_PLACE): seat for seat in by_slug.values() if not seat.closed_on
    }
    return [
        seat or by_place.pop(tuple(facts.get(name) for name in _SAME_PLACE), None)
        for seat, facts in zip(found, new, strict=True)
    ]


def _slug_of(office: dict[str, str]) -> str:
    words = office.get("da") or office.get("en") or ""
    return slugify(words.translate(_LETTERS))[:_LONGEST].strip("-") or "seat"
