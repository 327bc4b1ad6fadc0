"""The shared screen: a field stands there only when every agency that takes part may see it now."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.desks.casework.conftest import account_of, again, in_days

from samvirke.desks.casework.commands.approve import approve
from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.invite import invite, part
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.recall import recall
from samvirke.desks.casework.commands.seal import seal
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Disclosure
from samvirke.desks.casework.queries.shared_screen import shared_screen
from samvirke.foundation.clock import now
from samvirke.handovers.case_people import name_person
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Line


class Room:
    """A case of three agencies at the stage where fields cross."""

    def __init__(self, world):
        self.world = world
        self.line = world.worker("police", "coordinator", "line")
        self.case = world.begin(self.line, "trial-psp")
        for kind in ("municipality", "region"):
            invite(again(self.line), case=self.case, agency=world.agency(kind))
        answers = {"reason": "noise at night", "events": 6, "urgent": True}
        police = world.agency("police")
        name_person(again(self.line), case=self.case, agency=police, role="citizen", name="Mads", born=None)
        write_section(again(self.line), case=self.case, section="enquiry", answers=answers, version=0)
        for version, stage in enumerate(("filtered", "shared"), start=1):
            move(again(self.line), case=self.case, to=stage, version=version)
            self.case.refresh_from_db()

    def joins(self, kind, role="case-leader"):
        """Somebody of the agency works on the case."""
        came = self.world.worker(kind, role, f"{role}-{kind}")
        boss = self.world.worker(kind, "case-leader", f"boss-{kind}")
        agency = self.world.agency(kind)
        assign(again(boss), case=self.case, account=account_of(came), agency=agency, reason="takes part", leads=True)
        return again(came)

    def gives(self, *kinds, by=None, fields=("enquiry.events",)):
        """A disclosure to agencies of these kinds, approved where four eyes are due."""
        giver = again(by or self.line)
        made = disclose(
            giver,
            case=self.case,
            receivers=[self.world.agency(kind) for kind in kinds],
            fields=list(fields),
            necessity="All of them need to know how often.",
            expires_at=in_days(30),
            confirmed=True,
        )
        kind = made[0].giver.kind
        for one in made:
            if one.state == "waiting":
                approve(self.world.worker(kind, "case-leader", f"second-{kind}"), disclosure=one)
        return made

    def shown(self, actor=None):
        """What stands on the screen."""
        return {one.path: one.value for one in shared_screen(again(actor or self.line), self.case.pk).fields}


@pytest.fixture
def room(world):
    return Room(world)


def test_one_agency_that_may_not_see_it_keeps_it_off_the_screen(room):
    room.gives("municipality")
    assert room.shown() == {}
    room.gives("region")
    assert room.shown() == {"enquiry.events": 6}


def test_everybody_in_the_room_reads_the_same_screen(room):
    karim = room.joins("municipality")
    room.gives("municipality", "region", fields=("enquiry.events", "people.citizen"))
    assert room.shown(karim) == room.shown() == {"enquiry.events": 6, "people.citizen": [{"name": "Mads", "born": ""}]}


def test_before_anything_is_disclosed_nothing_stands_there_not_even_ones_own(room):
    assert room.shown() == {}


def test_an_agency_that_is_alone_shows_nothing(room):
    room.gives("municipality", "region")
    for kind in ("municipality", "region"):
        part(again(room.line), case=room.case, agency=room.world.agency(kind))
    assert room.shown() == {}


def test_what_one_agency_was_told_otherwise_is_not_shown(room):
    room.gives("municipality")
    write_section(
        again(room.line),
        case=room.case,
        section="enquiry",
        answers={"reason": "noise at night", "events": 7, "urgent": True},
        version=1,
    )
    room.gives("region")
    assert room.shown() == {}


@pytest.mark.parametrize("ending", ["recalled", "expired", "waiting"])
def test_what_one_of_them_sees_no_more_goes_from_the_screen(ending, room):
    first, _second = room.gives("municipality", "region")
    assert room.shown() == {"enquiry.events": 6}
    if ending == "recalled":
        recall(again(room.line), disclosure=first, reason="it was the neighbour")
    elif ending == "expired":
        long_ago = now() - timedelta(days=9)
        Disclosure.objects.filter(pk=first.pk).update(
            decided_at=long_ago, given_at=long_ago, expires_at=now() - timedelta(seconds=1)
        )
    else:
        Disclosure.objects.filter(pk=first.pk).update(state="waiting", given_at=None)
    assert room.shown() == {}


def test_a_sealed_case_has_an_empty_screen(room):
    room.gives("municipality", "region")
    seal(again(room.line), case=room.case, reason="a threat")
    assert room.shown() == {}


def test_a_section_that_a_colleague_of_the_giver_may_not_read_stays_off_the_screen(room):
    karim = room.joins("municipality")
    write_section(karim, case=room.case, section="treatment", answers={"next_on": "2024-09-01"}, version=0)
    room.gives("police", "region", by=karim, fields=("treatment.next_on",))
    assert room.shown() == {"treatment.next_on": "2024-09-01"}
    room.joins("municipality", "licensing-clerk")
    assert room.shown() == {}


def test_only_whoever_works_on_the_case_opens_the_screen_and_it_leaves_a_line(room):
    with pytest.raises(NotAllowed):
        shared_screen(room.world.worker("region", "case-leader", "stranger"), room.case.pk)
    before = Line.objects.filter(action="casework.open", decision="permit").count()
    room.shown()
    assert Line.objects.filter(action="casework.open", decision="permit").count() == before + 1
