"""A search from page to page: begun, filled, counted, compared, judged, ended; and nobody else's page of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from lxml import html
from tests.desks.casework.conftest import World, again
from tests.desks.casework.searching import CRITERION, Searching, searching
from tests.doors.web.casework.conftest import Browse, words

from samvirke.desks.casework.jobs import match_reports
from samvirke.desks.casework.models import Case, PeriodInUse, Search, SearchPair
from samvirke.trust.jobs.models import Job

pytestmark = [pytest.mark.django_db, pytest.mark.database]
_HEAD = "Source;Number;Date;First name;Surname;Born;Address;Postcode;Telephone;CPR"
_ROWS = (
    "log;7-001;2024-02-03;Asta;Bruun;2015-02-17;Engvej 4;8900;86123456;1702154009",
    "log;7-002;2024-03-09;Asta;Brun;2015-02-17;Engvej 4;8900;;",
    "call;9-003;2024-05-01;Asta Marie;Bruun;2015-02-17;Birkevej 12;8900;86123456;",
    "log;7-004;2024-04-02;Bertil;Bruun;2012-09-01;Engvej 4;8900;86123456;",
)


@dataclass
class Pages:
    """Sofie's browser on the case, and the search that she has begun."""

    there: Searching
    client: Client

    def address(self, name: str = "", *more: object) -> str:
        search = Search.objects.get(case=self.there.case)
        return reverse(f"cases-search{name}", args=[self.there.case.district_id, self.there.case.pk, search.pk, *more])

    def post(self, page: str = "", /, *more: object, **sent: object):
        return self.client.post(self.address(page, *more), sent)

    def main(self, name: str = "", *more: object) -> str:
        return _main(self.client.get(self.address(name, *more)))


def _main(response) -> str:
    return words(html.fromstring(response.content).xpath("//main")[0])


@pytest.fixture
def pages(world: World, browse: Browse) -> Pages:
    there = searching(world)
    return Pages(there, browse(there.sofie))


@pytest.fixture
def begun(pages: Pages) -> Pages:
    sent = {"about": "child", "criterion": CRITERION, "reports_from": "2024-01-01", "reports_to": "2024-06-30"}
    answer = pages.client.post(_new(pages), sent)
    assert answer.status_code == 302
    return pages


@pytest.fixture
def matched(begun: Pages) -> Pages:
    _bring(begun, *_ROWS)
    begun.post(deed="match", rules=["born", "phone", "address"])
    search = Search.objects.get(case=begun.there.case)
    Job.objects.filter(pk=search.job_id).update(state="done")
    match_reports(again(begun.there.sofie), lambda share, doing: None, search=str(search.pk))
    return begun


def _new(pages: Pages) -> str:
    return reverse("cases-search-new", args=[pages.there.case.district_id, pages.there.case.pk])


def _bring(pages: Pages, *rows: str):
    content = "\n".join((_HEAD, *rows)).encode()
    return pages.post(deed="file", file=SimpleUploadedFile("reports.csv", content, "text/csv"))


def test_the_case_offers_a_search_where_a_referral_is_and_says_what_it_is_for(pages: Pages):
    case = pages.there.case
    found = _main(pages.client.get(reverse("cases-case", args=[case.district_id, case.pk])))
    assert "Searches in our own reports Begin a search" in found
    assert "never people" in _main(pages.client.get(_new(pages)))
    own = pages.there.world.begin(again(pages.there.sofie), "ssp-concern", "police")
    assert "Searches in our own" not in _main(pages.client.get(reverse("cases-case", args=[case.district_id, own.pk])))
    refused = pages.client.get(reverse("cases-search-new", args=[case.district_id, own.pk]))
    assert "inside a referral only" in _main(refused)
    assert b"<textarea" not in refused.content


def test_without_a_period_the_page_says_where_it_is_entered(pages: Pages):
    PeriodInUse.objects.filter(what="search").delete()
    found = pages.client.get(_new(pages))
    assert "No law was found that says it" in _main(found)
    assert b"period=ssp-concern/search" in found.content


def test_what_was_typed_stays_when_the_criterion_is_none(pages: Pages):
    sent = {"about": "family", "criterion": "children", "reports_from": "2024-01-01", "reports_to": "2024-06-30"}
    answer = pages.client.post(_new(pages), sent)
    assert answer.status_code == 422
    form = html.fromstring(answer.content)
    assert form.xpath("string(//textarea[@id='criterion'])") == "children"
    assert form.xpath("//input[@name='about'][@checked]/@value") == ["family"]


def test_while_a_search_is_open_no_other_is_offered(begun: Pages):
    found = begun.client.get(_new(begun))
    assert "A search of this case is open" in _main(found)
    assert b"<textarea" not in found.content


def test_a_file_with_a_fault_brings_nothing_and_names_its_row(begun: Pages):
    assert "No reports have been brought" in begun.main()
    answer = _bring(begun, _ROWS[0], "log;7-009;2024-02-30;Noah;;;;;;")
    assert answer.status_code == 422
    assert "Line 3, column Date: It is no date." in _main(answer)
    assert "0 reports" in begun.main()
    assert _bring(begun, *_ROWS).status_code == 302
    assert "Asta Marie Bruun" in begun.main()


def test_one_report_is_written_by_hand_and_stays_in_the_form_when_it_is_refused(begun: Pages):
    sent = {"source": "log", "reference": "7-010", "on": "2024-02-03", "given": "Ida", "phone": "12"}
    answer = begun.post(deed="report", **sent)
    assert answer.status_code == 422
    assert html.fromstring(answer.content).xpath("string(//input[@id='given']/@value)") == "Ida"
    assert begun.post(deed="report", **sent | {"phone": "86123456"}).status_code == 302
    assert "log 7-010, 3 February 2024" in begun.main()


def test_the_pairs_are_counted_before_anything_is_compared(begun: Pages, monkeypatch: pytest.MonkeyPatch):
    _bring(begun, *_ROWS)
    found = html.fromstring(begun.client.get(begun.address()).content).xpath("//section[@id='pairs']")[0]
    assert "Same date of birth 3 " in words(found)
    assert "All together 10 at most" in words(found)
    assert not Job.objects.filter(name="casework.match-reports").exists()
    monkeypatch.setattr("samvirke.desks.casework.matching.blocking.BUDGET", 2)
    refused = begun.post(deed="match", rules=["born"])
    assert refused.status_code == 422
    assert "3 pairs are more than the 2" in _main(refused)


def test_while_it_is_compared_the_page_asks_again_and_can_stop_it(begun: Pages):
    _bring(begun, *_ROWS)
    begun.post(deed="match", rules=["born"])
    assert "Waiting for its turn" in begun.main()
    part = begun.client.get(begun.address(), HTTP_HX_REQUEST="true")
    assert part.content.strip().startswith(b'<div id="work"')
    begun.post(deed="stop")
    assert "was stopped" in begun.main()
    assert begun.client.get(begun.address(), HTTP_HX_REQUEST="true").headers["HX-Refresh"] == "true"


def test_the_list_waits_for_a_certainty_and_each_pair_is_explained_in_words(matched: Pages):
    assert "Choose a certainty above" in matched.main()
    assert matched.post(deed="certainty", at_least="90", version="1").status_code == 302
    assert "Asta Bruun · Asta Brun" in matched.main() or "Asta Brun · Asta Bruun" in matched.main()
    pair = matched.there.pair(Search.objects.get(case=matched.there.case), "7-001", "7-002")
    found = matched.main("-pair", pair.pk)
    for said in ("Same date of birth", "Surname spelled alike", "Same address", "Telephone missing in one of them",
                 "speaks clearly for the same"):  # fmt: skip
        assert said in found
    assert "86123456" not in found


def test_a_pair_is_judged_and_the_search_ends_in_a_social_report(matched: Pages):
    matched.post(deed="certainty", at_least="80", version="1")
    pair = matched.there.pair(Search.objects.get(case=matched.there.case), "7-001", "7-002")
    assert "Nobody has found two reports" in matched.main("-end")
    unsaid = matched.post("-pair", pair.pk, same="yes", why="", version="1")
    assert unsaid.status_code == 422
    assert html.fromstring(unsaid.content).xpath("//input[@name='same'][@checked]/@value") == ["yes"]
    matched.post("-pair", pair.pk, same="yes", why="both were looked up", version="1")
    assert "Found to be the same" in matched.main()
    page = html.fromstring(matched.client.get(matched.address("-end")).content)
    assert page.xpath("string(//input[@id='born']/@value)") == "2015-02-17"
    assert "log 7-001, " in page.xpath("string(//textarea[@id='seen'])")
    sent = {
        "name": "Asta Bruun",
        "born": "2015-02-17",
        "seen": "Met alone on 3 February and 9 March.",
        "own_alone": "y",
    }
    refused = matched.post("-end", deed="report", why="three reports", **sent)
    assert refused.status_code == 422
    assert html.fromstring(refused.content).xpath("string(//textarea[@id='seen'])") == sent["seen"]
    ended = matched.post("-end", deed="report", why="three reports", about=["neglect"], **sent)
    case = Case.objects.get(type="social-report", owner=matched.there.case.owner)
    assert ended.status_code == 302
    assert str(case.pk) in ended.headers["Location"]
    found = matched.main()
    assert "It led to a social report" in found
    assert case.label in found
    assert "Asta" not in found


def test_it_ends_with_nothing_for_a_reason(matched: Pages):
    assert matched.post("-end", deed="nothing", why=" ").status_code == 422
    assert matched.post("-end", deed="nothing", why="they are two children").status_code == 302
    assert "It led to nothing" in matched.main()
    assert not SearchPair.objects.filter(search__case=matched.there.case).exists()
    assert matched.post(deed="match", rules=["born"]).status_code == 422


def test_strangers_and_the_referring_agency_are_told_that_there_is_no_such_page(matched: Pages, browse: Browse):
    world, pair = matched.there.world, SearchPair.objects.filter(search__case=matched.there.case).first()
    assert pair
    matched.post(deed="certainty", at_least="50", version="1")
    for stranger in (matched.there.karim, world.worker("police", "case-leader", "leader")):
        client = browse(stranger)
        for where in (matched.address(), matched.address("-end"), matched.address("-pair", pair.pk), _new(matched)):
            assert client.get(where).status_code == 404
            assert client.post(where, {"deed": "nothing", "why": "x"}).status_code == 404


def test_a_search_is_not_found_under_another_case(matched: Pages):
    other = matched.there.world.begin(again(matched.there.sofie), "ssp-concern", "police")
    search = Search.objects.get(case=matched.there.case)
    where = reverse("cases-search", args=[other.district_id, other.pk, search.pk])
    assert matched.client.get(where).status_code == 404
