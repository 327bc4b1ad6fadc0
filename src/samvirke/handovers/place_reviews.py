"""From places to agendas: a review that comes up, or a period that runs out, offers itself to the right body."""

from __future__ import annotations

from datetime import date, timedelta

from samvirke.desks.designations.models import Designation
from samvirke.desks.designations.queries.places import due_places
from samvirke.desks.designations.register import kind_called
from samvirke.desks.meetings.queries.proposals import Signal
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Said, Words, _
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

# A watch by the week is looked at by those who watch it; what a council looks at comes up some months before.
_AHEAD = timedelta(days=92)


def reviews_due(actor: Actor, body: Body) -> list[Signal]:
    """The places that this body named, or its own municipality's, that are to be looked at again within three months.

    A place that the police alone work with never goes to an agenda.
    """
    rows = due_places(actor, body.district, today() + _AHEAD).filter(is_open=True)
    codes = set(body.covers.values_list("municipality_id", flat=True))
    mine = [one for one in rows if one.body_id == body.pk or (body.is_local_council and _is_local(one, codes))]
    return [_signal(one) for one in mine if not one.is_weekly]


def _is_local(one: Designation, codes: set[int]) -> bool:
    return one.body_id is None and one.municipality_id in codes


def _signal(one: Designation) -> Signal:
    runs_out = one.until is not None and one.until <= today() + _AHEAD
    day = one.until if runs_out and one.until else one.next_review or today()
    why = _("The period runs out on {day}") if runs_out else _("To be reviewed by {day}")
    return Signal(
        key=f"designation:{one.pk}:{'until' if runs_out else 'review'}:{day}",
        title=_both(Said(_("Review of {place}"), {"place": one.name}), day),
        why=_both(Said(why), day),
        text=_text(one, day),
    )


def _text(one: Designation, day: date) -> str:
    speech = Speech(DEFAULT_LANGUAGE)
    parts = [
        speech.say(_("{kind}: {place}, {municipality}."), kind=Said(kind_called(one.kind).title), place=one.name,
                   municipality=one.municipality.name),
        speech.say(_("Rule: {criterion}"), criterion=one.criterion),
    ]  # fmt: skip
    if one.since and one.until:
        since, until = speech.day(one.since, year=True), speech.day(one.until, year=True)
        parts.append(speech.say(_("Named from {since} to {until}: {decision}."), since=since, until=until,
                                decision=one.decision))  # fmt: skip
    return "\n".join(parts)


def _both(words: Said, day: date) -> Words:
    """The sentence in both languages, its day written as each writes it."""
    spoken = {language: Speech(language).day(day, year=True) for language in LANGUAGES}
    return Words(
        **{
            language: Said(words.message, {**words.values, "day": spoken[language]}).text(language)
            for language in LANGUAGES
        }
    )
