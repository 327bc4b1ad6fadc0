"""What belongs to a local problem: a place, a deployment, a commitment, a study or what was measured, by its name."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from samvirke.desks.designations.models.problem import Problem
from samvirke.trust.identity.models import Account


class ProblemLink(models.Model):
    """`sort` says what kind of thing it is, `target` is its id; the page that offers it asks whether it exists."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="links")
    sort = models.SlugField(max_length=20)
    target = models.CharField(max_length=80)
    on = models.DateField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["sort", "on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["problem", "sort", "target"], name="problem_link_once"),
            models.CheckConstraint(condition=~Q(sort="") & ~Q(target=""), name="problem_link_to_something"),
        ]
