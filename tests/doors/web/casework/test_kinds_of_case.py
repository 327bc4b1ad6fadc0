"""The kinds of case on the screen, a page for each from its declaration, and the way to open a case."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import World
from tests.doors.web.casework.conftest import Browse, words
from tests.doors.web.places import read

from samvirke.desks.casework.models import Case, Member, PeriodInUse
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now
from samvirke.registers.places.models import Municipality
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.commands.use_basis import leave_basis
from samvirke.trust.identity.models import Account

_KINDS = "/districts/fjordkredsen/cases/kinds/"
_NEW = "/districts/fjordkredsen/cases/new/"


@pytest.fixture
def line(world: World):
    return world.worker("police", "coordinator", "line")


def lines(answer, heading: str) -> list[str]:
    return [
        words(one) for one in read(answer).xpath("//h2[starts-with(normalize-space(), $h)]/..//tbody/tr", h=heading)
    ]


def forget_periods(kind: str) -> None:
    PeriodInUse.objects.filter(case_type=kind).update(until=now())


def test_every_kind_of_case_is_listed_once(world, browse: Browse, line):
    answer = browse(line).get(_KINDS)
    listed = read(answer).xpath("//tbody//th/a/@href")
    assert sorted(listed) == sorted(f"{_KINDS}{name}/" for name in case_types())


def test_a_kind_that_cannot_be_opened_says_every_reason(world, browse: Browse, line):
    forget_periods("trial-psp")
    answer = browse(line).get(_KINDS)
    (row,) = [one for one in lines(answer, "Not in use here") if one.startswith("Trial")]
    assert "The district has not entered how long “Filtered” may last." in row
    assert "The district has not entered how long such a case is kept." in row
    assert f"{_NEW}trial-psp/" not in answer.content.decode()
    assert f"{_NEW}mediation/" in answer.content.decode()


def test_a_kind_whose_basis_is_out_of_use_says_so(world, browse: Browse, line):
    leave_basis(system("operator"), district=world.district, basis="info-house")
    resting = [one.name for one in case_types().values() if one.basis == "info-house"]
    assert resting
    for name in resting:
        assert "is not in use" in browse(line).get(f"{_KINDS}{name}/").content.decode()


@pytest.mark.parametrize("name", sorted(case_types()))
def test_each_kind_has_a_page_that_says_what_it_is(name, world, browse: Browse, line):
    declared = case_types()[name]
    answer = browse(line).get(f"{_KINDS}{name}/")
    assert answer.status_code == 200
    page = words(read(answer))
    for said in (declared.title, declared.summary, *(stage.title for stage in declared.stages)):
        assert said in page
    assert len(lines(answer, "What it rests on")) == len(declared.bases)
    assert len(lines(answer, "Form")) == len(declared.sections)
    assert len(lines(answer, "How it ends")) == sum(len(stage.outcomes) for stage in declared.stages)


def test_the_page_says_clocks_and_sources_and_what_may_cross(world, browse: Browse, line):
    screened, filtered, shared, closed = lines(browse(line).get(f"{_KINDS}trial-psp/"), "Stages")
    assert "14 days (a law)" in screened
    assert screened.endswith("nothing")
    assert "30 days, as the district has entered" in filtered
    assert "what names nobody; for: Help for socially vulnerable people (PSP)" in filtered
    assert "2 weekdays from “Last on” (a law) Urgent" in shared
    assert "exact fields, by disclosure" in shared
    assert closed.endswith("nothing")


def test_there_is_no_page_for_a_kind_that_is_not_declared(world, browse: Browse, line):
    for address in (f"{_KINDS}tarot/", f"{_NEW}tarot/"):
        assert browse(line).get(address).status_code == 404


def test_a_case_is_opened_and_led_by_whoever_opened_it(world, browse: Browse, line):
    place = Municipality.objects.filter(district=world.district).first()
    page = read(browse(line).get(f"{_NEW}trial-psp/"))
    assert page.xpath("//select[@id='agency']/option/@value") == [world.agency("police").pk]
    sent = {"agency": world.agency("police").pk, "municipality": str(place.pk), "reason": "takes the calls"}
    answer = browse(line).post(f"{_NEW}trial-psp/", sent)
    case = Case.objects.get()
    assert answer.url == f"/districts/fjordkredsen/cases/{case.pk}/"
    assert (case.type, case.municipality, case.owner_id) == ("trial-psp", place, world.agency("police").pk)
    assert Member.objects.get(case=case, leads=True).reason == "takes the calls"


def test_what_was_typed_stays_when_it_is_refused(world, browse: Browse, line):
    place = Municipality.objects.filter(district=world.district).last()
    sent = {"agency": world.agency("police").pk, "municipality": str(place.pk), "reason": "  "}
    answer = browse(line).post(f"{_NEW}trial-psp/", sent)
    assert answer.status_code == 422
    assert "It is not said why the case is opened. Write it in a sentence." in answer.content.decode()
    assert read(answer).xpath("//select[@id='municipality']/option[@selected]/@value") == [str(place.pk)]
    assert not Case.objects.exists()


def test_somebody_who_works_in_two_agencies_says_for_which(world, browse: Browse, line):
    other = world.agency("municipality")
    twice = put_account(
        system("operator"), username="line", name="line", agency=other.pk, role="caseworker", since=now().date()
    )
    assert Account.objects.get(username="line") == twice
    kind = next(one for one in case_types().values() if {"police", "municipality"} <= set(one.owner))
    page = read(browse(line).get(f"{_NEW}{kind.name}/"))
    assert set(page.xpath("//select[@id='agency']/option/@value")) == {other.pk, world.agency("police").pk}
    answer = browse(line).post(f"{_NEW}{kind.name}/", {"agency": "somebody-else", "reason": "calls"})
    assert "It is not said for which agency the case is opened." in answer.content.decode()


def test_a_closed_kind_gives_its_reasons_instead_of_a_form(world, browse: Browse, line):
    forget_periods("trial-psp")
    answer = browse(line).get(f"{_NEW}trial-psp/")
    assert "None can be opened here yet." in answer.content.decode()
    assert read(answer).xpath("//main//form") == []
    sent = {"agency": world.agency("police").pk, "reason": "calls"}
    assert browse(line).post(f"{_NEW}trial-psp/", sent).status_code == 422
    assert not Case.objects.exists()


@pytest.mark.parametrize("role", ["secretary", "analyst", "chief"])
def test_who_does_not_work_with_cases_is_told_who_does(role, world, browse: Browse):
    outsider: Actor = world.person(role, world.agency("police").pk)
    answer = browse(outsider).get(f"{_NEW}trial-psp/")
    assert "You do not open this kind of case." in answer.content.decode()
    sent = {"agency": world.agency("police").pk, "reason": "calls"}
    assert browse(outsider).post(f"{_NEW}trial-psp/", sent).status_code == 422
    assert not Case.objects.exists()
