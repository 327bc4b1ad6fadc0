"""From local problems to agendas: one that its owners have let lie offers itself to the local council."""

from __future__ import annotations

from datetime import timedelta

from samvirke.desks.designations.models import Problem
from samvirke.desks.designations.queries.problems import problems_due
from samvirke.desks.meetings.queries.proposals import Signal
from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Said, Words, _
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

# Somebody may be away; what has been left for a month is the council's.
_PATIENCE = timedelta(days=30)


def problems_left(actor: Actor, body: Body) -> list[Signal]:
    """The open problems of a local council's municipality that nobody has looked at for a month after they should."""
    if not body.is_local_council:
        return []
    codes = set(body.covers.values_list("municipality_id", flat=True))
    rows = problems_due(actor, body.district, today() - _PATIENCE).filter(municipality__in=codes)
    return [_signal(one) for one in rows]


def _signal(one: Problem) -> Signal:
    due = one.next_look or one.opened_on
    danish = Speech(DEFAULT_LANGUAGE)
    owners = {"officer": one.officer.name, "partner": one.partner.name}
    return Signal(
        key=f"problem:{one.pk}:{due}",
        title=_both(Said(_("Local problem: {title}"), {"title": one.title})),
        why=Words(
            **{
                language: Said(
                    _("To have been looked at on {day}"), {"day": Speech(language).day(due, year=True)}
                ).text(language)
                for language in LANGUAGES
            }
        ),
        text="\n".join([one.about, danish.say(_("Owned by {officer} and {partner}."), **owners)]),
    )


def _both(words: Said) -> Words:
    return Words(**{language: words.text(language) for language in LANGUAGES})
