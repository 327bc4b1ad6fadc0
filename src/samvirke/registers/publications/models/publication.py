"""A published artefact: its content as it was, a random receipt, and its place in the public chain."""

from __future__ import annotations

from typing import Any

from django.db import models


class Publication(models.Model):
    """One thing that citizens may read. A later edition is a new row with a higher `edition`; none is changed."""

    id = models.UUIDField(primary_key=True)
    kind = models.SlugField(max_length=40)
    slug = models.SlugField(max_length=120)
    edition = models.PositiveSmallIntegerField()
    title = models.JSONField()
    content = models.JSONField()
    published_at = models.DateTimeField()
    receipt = models.CharField(max_length=64, unique=True)
    seq = models.PositiveBigIntegerField(unique=True)
    before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["kind", "slug", "-edition"]
        constraints = [models.UniqueConstraint(fields=["kind", "slug", "edition"], name="publication_edition_once")]

    def words(self, language: str) -> str:
        """The title in a language."""
        title: dict[str, Any] = self.title
        return str(title.get(language) or title.get("da") or title.get("en"))
