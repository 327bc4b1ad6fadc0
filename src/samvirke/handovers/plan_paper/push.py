"""Brings the paper of a published edition to the public, in each language, under an id of its own."""

from __future__ import annotations

import base64
import uuid
from typing import Any

from samvirke.desks.plan.models import Edition
from samvirke.foundation.words import LANGUAGES
from samvirke.handovers.plan_paper.pdf import plan_pdf
from samvirke.registers.publications.commands.publish import publish
from samvirke.registers.publications.models import Publication


def push_paper(edition_id: str) -> Publication:
    """Set the paper and put it before the public; doing it again changes nothing."""
    edition = Edition.objects.select_related("plan").get(pk=edition_id)
    plan = edition.plan
    papers = {
        language: plan_pdf(
            edition.content,
            language,
            published_on=str(edition.published_on),
            edition=edition.number,
            invented=plan.invented,
        )
        for language in LANGUAGES
    }
    content: dict[str, Any] = {name: base64.b64encode(paper).decode() for name, paper in papers.items()}
    return publish(
        uuid.uuid5(edition.pk, "paper"),
        kind="plan-paper",
        slug=plan.pk,
        edition=edition.number,
        title=plan.title,
        content=content,
    )
