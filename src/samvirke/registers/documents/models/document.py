"""A document: a file under a random name, encrypted, with what it is and what it was made from."""

from __future__ import annotations

import uuid

from django.db import models

from samvirke.foundation.words import Words
from samvirke.registers.partners.models import Body


class Document(models.Model):
    """A kept paper. `sha256` and `size` are of the content before encryption; `made_from` says of what data."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.SlugField(max_length=40)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="documents")
    title = models.JSONField()
    period = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=5)
    media_type = models.CharField(max_length=100)
    file_name = models.CharField(max_length=200)
    stored_as = models.CharField(max_length=64, unique=True)
    key_id = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=120)
    made_from = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["kind", "body", "period"], name="document_of_a_body")]

    @property
    def words(self) -> Words:
        """The title in its languages."""
        return Words.of(self.title)

    @property
    def district_id(self) -> str:
        """The district of its body, for the rules."""
        return self.body.district_id
