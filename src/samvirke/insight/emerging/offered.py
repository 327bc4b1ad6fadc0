"""Signals that somebody found real offer themselves for the next agenda of the municipality's local council."""

from __future__ import annotations

from django.db.models import F

from samvirke.desks.meetings.queries.proposals import Signal as Offered
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Words, _
from samvirke.insight.emerging.models import Sighting, Signal
from samvirke.insight.emerging.models.signal import JUDGED
from samvirke.insight.emerging.queries.signals import signals
from samvirke.insight.emerging.said import known_to_councils, period, rarity, title
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

_METHOD = _(
    "Method: scan statistic over circles and weeks (Kulldorff 2005), {deals} deals at most; {types} offence types are "
    "looked at each week, and at most {alarms} false alarms a year are accepted."
)
NOT_KNOWN = _("Reported is not happened, and a cluster says where and when, not why.")


def key_of(signal: Signal) -> str:
    """What names the signal on an agenda."""
    return f"emerging:{signal.pk}"


def real_signals(actor: Actor, body: Body) -> list[Offered]:
    """Those found real and not closed, in the municipalities of a local council; nothing for any other body."""
    if not body.is_local_council:
        return []
    codes = body.covers.values_list("municipality_id", flat=True)
    rows = signals(actor, body.district).filter(state=JUDGED, municipality_id__in=list(codes))
    weeks = Sighting.objects.filter(signal__in=rows, look__until=F("signal__judged_until"))
    judged = list(weeks.select_related("look", "signal__municipality").order_by("signal__first_until", "signal"))
    known = known_to_councils(judged)
    return [_offered(one.signal, one, known[one.pk]) for one in judged]


def _offered(signal: Signal, seen: Sighting, known: int | None) -> Offered:
    titles, reasons = {}, {}
    for language in LANGUAGES:
        speech = Speech(language)
        titles[language] = title(signal, speech)
        reasons[language] = _how_many(seen, known, speech)
    danish = Speech(DEFAULT_LANGUAGE)
    parameters = seen.look.parameters
    parts = [
        f"{titles[DEFAULT_LANGUAGE]}: {reasons[DEFAULT_LANGUAGE]}.",
        danish.say(_("So rare a cluster comes {often}."), often=rarity(seen, danish)) if known is not None else "",
        danish.say(_("Looked at by the police: {words}"), words=signal.words),
        danish.say(
            _METHOD,
            deals=danish.number(parameters["shuffles"]),
            types=len(seen.look.series),
            alarms=danish.number(seen.look.alarms_per_year, 1),
        ),
        danish.say(NOT_KNOWN),
    ]
    return Offered(key_of(signal), Words(**titles), Words(**reasons), " ".join(part for part in parts if part))


def _how_many(seen: Sighting, known: int | None, speech: Speech) -> str:
    if known is None:
        return speech.say(_("few reports, yet more than usual, {period}"), period=period(seen, speech))
    return speech.say(
        _("{count} reports where about {expected} were to be expected, {period}, n {n} in three years"),
        count=speech.number(known),
        expected=speech.number(seen.expected, 1),
        period=period(seen, speech),
        n=speech.number(seen.n),
    )
