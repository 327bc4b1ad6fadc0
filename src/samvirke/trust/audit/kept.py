"""Reads the trail as it lies in the database, whole and in order, for whoever verifies or exports it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from samvirke.foundation.clock import now
from samvirke.foundation.kept import kept_tables
from samvirke.trust.audit.checkpoints import places, public_keys, read
from samvirke.trust.audit.entry import GENESIS
from samvirke.trust.audit.models import Head, Line, Side, Subject
from samvirke.trust.audit.subjects import joined
from samvirke.trust.audit.verifier import FIELDS, Finding, verify


@dataclass(frozen=True)
class Trail:
    """The trail as it was when no deed was being written; what is written afterwards stays out of it."""

    head: tuple[int, str]
    last: int
    kept_since: datetime

    def lines(self) -> Iterator[dict[str, Any]]:
        """Its lines in order, read as they are asked for."""
        yield from Line.objects.filter(seq__lte=self.last).order_by("seq").values(*FIELDS, "hash").iterator()

    def sides(self) -> dict[int, tuple[str, Any]]:
        """The personal sides that remain."""
        rows = Side.objects.filter(seq__lte=self.last).values_list("seq", "salt", "content")
        return {seq: (salt, content) for seq, salt, content in rows}

    def subjects(self) -> dict[int, list[str]]:
        """The persons concerned, as their own table has them."""
        found: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for seq, key_id, digest in Subject.objects.filter(seq__lte=self.last).values_list("seq", "key_id", "digest"):
            found[seq].append((key_id, digest))
        return {seq: joined(rows) for seq, rows in found.items()}


def kept_trail() -> Trail:
    """The trail between two deeds: for a moment nobody can write, so that a line behind the head is no deed's."""
    with transaction.atomic():
        head = Head.objects.select_for_update().filter(id=1).values_list("seq", "hash").first() or (0, GENESIS)
        highest = [
            model.objects.order_by("-seq").values_list("seq", flat=True).first() or 0 for model in (Line, Side, Subject)
        ]
    return Trail(head, max(head[0], *highest), kept_since())


def kept_since() -> datetime:
    """Since when every personal side has to be there: the age at which the sweep forgets it, less a day."""
    age = kept_tables()["audit.side"].age or timedelta.max
    return now() - age + timedelta(days=1)


def verify_kept() -> tuple[int, list[Finding]]:
    """How many lines the trail has, and what is wrong with it or with its checkpoints, wherever they are kept."""
    series = [read(folder) for folder in places()]
    trail = kept_trail()
    findings = verify(
        trail.lines(),
        trail.sides(),
        trail.head,
        subjects=trail.subjects(),
        kept_since=trail.kept_since,
        series=series,
        keys=set(public_keys().values()),
    )
    return trail.head[0], findings
