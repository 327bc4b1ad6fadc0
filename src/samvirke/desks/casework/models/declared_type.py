"""A kind of case in one version, as it was when cases were opened under it."""

from __future__ import annotations

import uuid

from django.db import models


class DeclaredType(models.Model):
    """Never changed: other content is another version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.SlugField(max_length=80)
    version = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.JSONField()
    stored_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "version"], name="declared_type_once")]
