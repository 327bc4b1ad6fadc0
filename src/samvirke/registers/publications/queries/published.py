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


def standing(kind: str, slug: str) -> list[Publication]:
    """The editions that may be read: those after the last time it was withdrawn, the newest first."""
    found: list[Publication] = []
    for row in editions(kind, slug):
        if is_withdrawn(row):
            break
        found.append(row)
    return found


def is_withdrawn(row: Publication) -> bool:
    """Whether the edition takes those before it back, and says nothing but when and why."""
    return "withdrawn" in row.content
