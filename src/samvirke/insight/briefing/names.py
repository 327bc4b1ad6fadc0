"""The names of owners: agencies and bodies are stored by id and said by name."""

from __future__ import annotations

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Words, _
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Agency

_MANY = 3


def names_of(ids: list[str]) -> dict[str, Words]:
    """The names of agencies and bodies by id."""
    agencies = {agency.pk: agency.words for agency in Agency.objects.filter(pk__in=ids)}
    return agencies | {body.pk: body.words for body in Body.objects.filter(pk__in=ids)}


def owners_said(ids: list[str], speech: Speech, known: dict[str, Words] | None = None) -> str:
    """Owners in a row; with more than three the first and how many others. A list looks the names up once (`known`)."""
    names = names_of(ids) if known is None else known
    said = [names[one].text(speech.language) if one in names else one for one in ids]
    if len(said) > _MANY:
        return speech.say(_("{first} and {count} others"), first=said[0], count=len(said) - 1)
    return speech.listed(said)
