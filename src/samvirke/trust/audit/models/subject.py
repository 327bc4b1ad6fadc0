"""Whom a line concerns, as a digest that only this installation can make: the log extract finds its lines by it."""

from __future__ import annotations

from django.db import models


class Subject(models.Model):
    """What a line's side says of its subjects, once more and indexed; it is forgotten with the side."""

    seq = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    key_id = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seq", "digest", "key_id"], name="subject_once_a_line"),
        ]
        indexes = [models.Index(fields=["digest", "key_id"], name="lines_of_a_subject")]
