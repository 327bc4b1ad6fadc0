"""From what worked to next year's plan: what a measure of that kind has shown here, beside the measure."""

from __future__ import annotations

from samvirke.foundation.words import Said, _
from samvirke.insight.effects.queries.tried import tried_before
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.queries.commitments import commitments
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor

_MEASURE = "measure"


def tried_of(actor: Actor, one: Commitment) -> list[Said]:
    """“Revisit after burglary: tried once here: …” for a measure that has a design; nothing that is not for everybody.

    The plan will be public: what the police alone may see is left out.
    """
    if one.sort != _MEASURE:
        return []
    return [
        _said(title, words) for title, words in tried_before(actor, one.district, _MEASURE, str(one.pk), for_all=True)
    ]


def tried_of_measure(actor: Actor, district: District, slug: str) -> list[Said]:
    """The same for a measure of a draft, by the commitment that it was in an earlier plan."""
    rows = commitments(actor, district.pk).filter(slug=slug, sort=_MEASURE).exclude(slug="")
    found = {words.text(): words for one in rows for words in tried_of(actor, one)}
    return list(found.values())


def _said(title: str, words: Said) -> Said:
    return Said(_("{kind}: {tried}"), {"kind": Said(title), "tried": words})
