"""One case from its beginning to its end: two agencies, one disclosure, and nothing seen without it."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import World, account_of, again, in_days

from samvirke.desks.casework.commands.approve import approve
from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.recall import recall
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Disclosure, Tally
from samvirke.desks.casework.queries.case_view import case_view
from samvirke.desks.casework.queries.work_queue import waiting_for, work_queue
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_people import name_person
from samvirke.handovers.case_tasks import finish, give


def test_mediation_ends_and_is_counted(world: World):
    mona = world.worker("police", "coordinator")
    case = world.begin(mona, "mediation")
    write_section(mona, case=case, section="screening", answers={"offence": "theft", "confessed": True}, version=0)
    with pytest.raises(Refused, match="not named"):
        move(mona, case=case, to="offered", version=1)
    move(mona, case=case, to="closed", version=1, outcome="unfit")
    case.refresh_from_db()
    assert not case.is_open
    assert case.outcome == "unfit"
    counted = Tally.objects.filter(district_id=world.district.pk)
    assert sorted(counted.values_list("what", flat=True)) == ["left screened: in_time", "screened"]


def test_two_agencies_share_one_field_and_no_more(world: World):
    line = world.worker("police", "coordinator", "line")
    leader = world.worker("police", "case-leader", "leader")
    karim = world.worker("municipality", "case-leader", "karim")
    town, police = world.agency("municipality"), world.agency("police")
    case = world.begin(line, "trial-psp")
    invite(line, case=case, agency=town)
    name_person(line, case=case, agency=police, role="citizen", name="Mads", cpr="")
    answers = {"reason": "noise at night", "events": 6, "urgent": True}
    write_section(line, case=case, section="enquiry", answers=answers, version=0)
    move(line, case=case, to="filtered", version=1)
    case.refresh_from_db()
    move(line, case=case, to="shared", version=2)
    case.refresh_from_db()
    assert karim not in case_view(line, case.pk).readers
    assign(karim, case=case, account=account_of(karim), agency=town, reason="social psychiatry", leads=True)
    assert [one.kind for one in case_view(again(karim), case.pk).parts if one.agency == police.pk] == ["hidden"]
    disclose(
        again(line),
        case=case,
        receivers=[town],
        fields=["enquiry.events"],
        necessity="The right support needs to know how often.",
        expires_at=in_days(60),
        confirmed=True,
    )
    (waiting,) = Disclosure.objects.all()
    assert (waiting.state, waiting.why_four_eyes) == ("waiting", "minor")
    assert waiting_for(again(leader), world.district.pk).approvals == [waiting]
    assert waiting_for(again(line), world.district.pk).approvals == []
    approve(again(leader), disclosure=waiting)
    seen = [one for one in case_view(again(karim), case.pk).parts if one.agency == police.pk]
    assert [(field.path, field.value) for field in seen[0].fields] == [("enquiry.events", 6)]
    task = give(again(line), case=case, agency=town, text="visit", due=in_days(9).date())
    finish(again(karim), case=case, task=task)
    waiting.refresh_from_db()
    recall(again(line), disclosure=waiting, reason="it was the neighbour")
    assert [one.kind for one in case_view(again(karim), case.pk).parts if one.agency == police.pk] == ["hidden"]
    queue = work_queue(again(karim), world.district.pk)
    assert (queue.total, queue.types) == (1, {"trial-psp": 1})
