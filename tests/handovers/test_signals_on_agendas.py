"""A signal of the analyses is offered until a meeting speaks of it, or a secretary leaves it out with a reason."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.leave_out import leave_out
from samvirke.desks.meetings.commands.plan_year import plan_year
from samvirke.desks.meetings.models import LeftOut
from samvirke.foundation.fault import Refused
from samvirke.handovers.meeting_agenda import proposed, take_in
from samvirke.insight.emerging.commands.judge import judge
from samvirke.insight.emerging.models import Signal
from samvirke.insight.emerging.offered import key_of
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import actor_of
from samvirke.trust.identity.models import Account

pytestmark = pytest.mark.django_db


@pytest.fixture
def tine(demo, db):
    return actor_of(Account.objects.get(username="tine"))


@pytest.fixture
def drafted(tine):
    """Two meetings of the district council, each with an agenda begun."""
    body = Body.objects.get(pk="kredsraad-oestjylland")
    made = plan_year(tine, body=body, days=[date(2025, 3, 4), date(2025, 6, 3)])
    for one in made:
        draft_agenda(tine, meeting=one, version=1)
        one.refresh_from_db()
    return made


def signals_for(tine, meeting):
    return [one for one in proposed(tine, meeting) if one.source == "signal"]


def test_a_signal_that_is_taken_in_brings_its_figures_and_does_not_come_again(tine, drafted):
    first, second = drafted
    [offered] = signals_for(tine, first)
    item = take_in(tine, meeting=first, proposal=offered)
    assert (item.kind, item.is_open, item.source) == ("discussion", True, "signal")
    assert "91 anmeldte mod 56" in item.summary
    assert signals_for(tine, first) == signals_for(tine, second) == []


def test_a_signal_is_left_out_with_a_reason_and_not_without(tine, drafted):
    first, second = drafted
    [offered] = signals_for(tine, first)
    with pytest.raises(Refused, match="not said why the signal is left out"):
        leave_out(tine, meeting=first, source="signal", source_key=offered.key, why=" ")
    assert len(signals_for(tine, first)) == 1
    leave_out(tine, meeting=first, source="signal", source_key=offered.key, title=offered.title, why="Drøftet i maj.")
    [kept] = LeftOut.objects.all()
    assert (kept.why, kept.title) == ("Drøftet i maj.", offered.title.stored())
    assert signals_for(tine, first) == signals_for(tine, second) == []


def test_the_database_keeps_no_signal_without_a_reason(tine, drafted):
    with pytest.raises(IntegrityError, match="left_out_signal_has_a_reason"), transaction.atomic():
        LeftOut.objects.create(meeting=drafted[0], source="signal", source_key="x")


def test_the_page_shows_the_figures_behind_it_and_takes_the_reason(tine, drafted, client):
    client.force_login(Account.objects.get(username="tine"))
    address = f"/districts/oestjylland/meetings/{drafted[0].pk}/"
    [offered] = signals_for(tine, drafted[0])
    sent = {"proposal": f"signal/{offered.key}", "deed": "leave-out"}
    assert "91 anmeldte mod 56" in client.get(address).content.decode()
    assert client.post(address, sent).status_code == 422
    assert client.post(address, {**sent, "why": "Drøftet i maj."}).status_code == 302
    assert "Drøftet i maj." in client.get(address).content.decode()
    assert client.post(address, {**sent, "deed": "take-in"}).status_code == 422


def test_a_signal_of_the_week_goes_to_the_agenda_of_its_municipality_once_somebody_has_found_it_real(tine):
    mona = actor_of(Account.objects.get(username="mona"))
    [signal] = Signal.objects.filter(district="oestjylland", town="Spentrup", invented=True)
    randers, odder = (
        plan_year(tine, body=Body.objects.get(pk=one), days=[date(2025, 3, 5)])[0]
        for one in ("lokalraad-randers", "lokalraad-odder")
    )
    for one in (randers, odder):
        draft_agenda(tine, meeting=one, version=1)
        one.refresh_from_db()
    assert [one for one in signals_for(tine, randers) if one.key == key_of(signal)] == []
    judge(mona, signal=signal, version=signal.version, verdict="real", words="DEMO: samme fremgangsmåde.")
    assert [one for one in signals_for(tine, odder) if one.key == key_of(signal)] == []
    [offered] = [one for one in signals_for(tine, randers) if one.key == key_of(signal)]
    item = take_in(tine, meeting=randers, proposal=offered)
    assert (item.kind, item.source_key) == ("discussion", key_of(signal))
    for told in ("15 ", "2,8", "Kulldorff", "DEMO: samme fremgangsmåde."):
        assert told in item.summary
    assert [one for one in signals_for(tine, randers) if one.key == key_of(signal)] == []
