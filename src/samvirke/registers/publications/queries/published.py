"""What citizens may read."""

from __future__ import annotations

from django.db.models import QuerySet

from samvirke.registers.publications.models import Publication


def latest_of(kind: str) -> list[Publication]:
    """The newest edition of each artefact of a kind."""
    newest: dict[str, Publication] = {}
    for row in Publication.objects.filter(kind=kind).order_by("slug", "-edition"):
        newest.setdefault(row.slug, row)
    return list(newest.values())


def editions(kind: str, slug: str) -> QuerySet[Publication]:
    """Every edition of one artefact, the newest first."""
    return Publication.objects.filter(kind=kind, slug=slug).order_by("-edition")
