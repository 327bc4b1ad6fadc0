"""One line of the trail, without foreign keys, so that nothing it speaks of can be deleted away under it."""

from __future__ import annotations

from django.db import models

ACT, READ = "act", "read"


class Line(models.Model):
    """What happened, chained to the line before. Names of persons stand in `Side`, of which only a digest is here.

    `version` says which fields the hash covers: `kind` and `recipients` came with the second.
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=120)
    agency = models.CharField(max_length=80, blank=True)
    action = models.CharField(max_length=80)
    decision = models.CharField(max_length=6)
    ground = models.CharField(max_length=300)
    things = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    purpose = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=120, blank=True)
    channel = models.CharField(max_length=20)
    policy = models.CharField(max_length=12)
    version = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=4, blank=True)
    recipients = models.JSONField(default=list)
    side_digest = models.CharField(max_length=64, blank=True)
    before = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(decision__in=["permit", "deny"]), name="line_decides"),
            models.CheckConstraint(condition=models.Q(kind__in=["", ACT, READ]), name="line_of_known_kind"),
        ]
        indexes = [
            models.Index(fields=["action", "at"], name="line_by_action"),
            models.Index(fields=["actor", "at"], name="line_by_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"


class Side(models.Model):
    """The personal part of a line, salted; deleting it leaves the chain whole.

    It holds the actor's name, the reason they gave in their own words (`why`), and the digests of the persons
    concerned (`subjects`).
    """

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    salt = models.CharField(max_length=32)
    content = models.JSONField()


class Head(models.Model):
    """The last line of the chain; locked from the append until the commit, so that lines cannot fork."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_head")]
