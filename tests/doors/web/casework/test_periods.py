"""The district's own periods on the screen: what is missing, what it keeps closed, and who may enter it."""

from __future__ import annotations

import pytest
from tests.desks.casework.conftest import World
from tests.doors.web.casework.conftest import Browse, words
from tests.doors.web.places import read

from samvirke.desks.casework.models import PeriodInUse
from samvirke.foundation.clock import now
from samvirke.trust.access.queries.basis_standings import basis_standings

_PAGE = "/districts/fjordkredsen/cases/periods/"


@pytest.fixture
def chief(world: World):
    return world.worker("police", "chief", "chief")


def trial(answer) -> list[str]:
    return [words(one) for one in read(answer).xpath("//details[@id='k-trial-psp']//tbody/tr")]


def sent(**other: str) -> dict[str, str]:
    return {"period": "trial-psp/stage:filtered", "days": "21", "reference": "the chief, 3 May", **other}


def test_what_was_entered_says_who_decided_it(world, browse: Browse, chief):
    filtered, kept = trial(browse(chief).get(_PAGE))
    assert "How long “Filtered” may last 30 days a test" in filtered
    assert "How long such a case is kept after it is closed 30 days" in kept


def test_what_is_missing_comes_first_and_says_what_it_keeps_closed(world, browse: Browse, chief):
    PeriodInUse.objects.filter(case_type="trial-psp", what="keep").update(until=now())
    answer = browse(chief).get(_PAGE)
    assert "Missing: keeps the kind closed" in trial(answer)[1]
    first, *others = read(answer).xpath("//details[@class='kind']")
    assert words(first.xpath("./summary")[0]) == "Trial not in use 1 missing"
    assert [one.get("id") for one in (first, *others) if one.get("open") is not None] == ["k-trial-psp"]
    assert first.xpath(".//td/a/@href")[1] == "?period=trial-psp/keep#enter"
    chosen = read(browse(chief).get(f"{_PAGE}?period=trial-psp/keep"))
    assert chosen.xpath("//select[@id='period']//option[@selected]/@value") == ["trial-psp/keep"]


def test_a_period_is_entered_and_replaces_the_one_before(world, browse: Browse, chief):
    answer = browse(chief).post(f"{_PAGE}enter", sent())
    assert answer.url == f"{_PAGE}?period=trial-psp/stage:filtered#k-trial-psp"
    live = PeriodInUse.objects.get(case_type="trial-psp", what="stage:filtered", until__isnull=True)
    assert (live.days, live.reference) == (21, "the chief, 3 May")
    assert "21 days the chief, 3 May" in trial(browse(chief).get(_PAGE))[0]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"days": "0"}, "The number of days or the reference is missing."),
        ({"days": "many"}, "The number of days or the reference is missing."),
        ({"days": "999999"}, "The number of days or the reference is missing."),
        ({"reference": " "}, "The number of days or the reference is missing."),
        ({"period": "trial-psp/stage:shared"}, "is no period of this kind of case."),
        ({"period": "tarot/keep"}, "There is no kind of case “tarot”."),
        ({"period": ""}, "There is no kind of case “”."),
    ],
)
def test_what_does_not_hold_is_refused_and_what_was_typed_stays(wrong, said, world, browse: Browse, chief):
    before = PeriodInUse.objects.count()
    answer = browse(chief).post(f"{_PAGE}enter", sent(**wrong))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    typed = sent(**wrong)
    assert read(answer).xpath("//input[@id='days']/@value") == [typed["days"]]
    assert PeriodInUse.objects.count() == before


def test_everybody_reads_it_and_only_the_leadership_enters(world, browse: Browse):
    line = world.worker("police", "coordinator", "line")
    answer = browse(line).get(_PAGE)
    assert answer.status_code == 200
    assert read(answer).xpath("//main//form") == []
    assert browse(line).post(f"{_PAGE}enter", sent()).status_code == 404
    director = world.worker("municipality", "director", "director")
    assert browse(director).post(f"{_PAGE}enter", sent()).status_code == 302


def test_every_legal_basis_stands_there_with_how_to_enter_one(world, browse: Browse, chief):
    answer = browse(chief).get(_PAGE)
    listed = read(answer).xpath("//section[@aria-labelledby='bases']//tbody//th/span/text()")
    assert listed == list(basis_standings(world.district.pk))
    assert "samvirke bases use fjordkredsen" in answer.content.decode()


def test_looking_at_the_address_of_the_form_leads_to_the_page(world, browse: Browse, chief):
    assert browse(chief).get(f"{_PAGE}enter").url == _PAGE
