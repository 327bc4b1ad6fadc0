"""A card for each kind of measure: what was tried here, how it is thought to work, for whom, and what it takes."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from samvirke.doors.web.effects.shown import line
from samvirke.doors.web.places.shown import SURE
from samvirke.doors.web.shell.page import Asked, page
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.effects.facts.card import Card, tried_said
from samvirke.insight.effects.queries.cards import cards
from samvirke.registers.places.models import District


@page("effects.see")
def show(request: Asked, district: District) -> HttpResponse:
    """Every kind that is declared, those that were tried first."""
    shown = [_card(one, request.speech) for one in cards(request.actor, district)]
    return render(request, "web/effects_cards.html", {"district": district, "cards": shown})


def _card(card: Card, speech: Speech) -> dict[str, Any]:
    kind = card.kind
    parts = (
        (_("Mechanism: how it is thought to work"), kind.mechanism),
        (_("Moderator: for whom and where"), kind.moderator),
        (_("Implementation: what it takes"), kind.implementation),
        (_("Economics: what it costs"), kind.economics),
    )
    return {
        "name": kind.name,
        "title": speech.say(kind.title),
        "tried": tried_said(card).text(speech.language),
        "trials": [line(design, newest, speech) for design, newest in card.trials],
        "parts": [(speech.say(title), speech.say(words)) for title, words in parts],
        "elsewhere": speech.say(kind.elsewhere) if kind.elsewhere else "",
        "reference": kind.reference,
        "sure": speech.say(SURE[kind.confidence]) if kind.confidence else "",
    }
