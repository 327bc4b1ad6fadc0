"""The public site: a published plan for everybody, from a process that knows nothing else."""

from __future__ import annotations

import json

from lxml import html

_PLAN = "/plans/samarbejdsplan-oestjylland-2024/"
_STAFF_ROOMS = (
    "samvirke.trust", "samvirke.desks", "samvirke.insight", "samvirke.handovers", "samvirke.doors.web",
    "samvirke.doors.cli", "samvirke.registers.incidents", "samvirke.registers.partners", "samvirke.registers.places",
    "samvirke.registers.documents", "samvirke.registers.commitments", "samvirke.config.staff", "samvirke.analysis",
)  # fmt: skip
_EVERY = [
    {"path": "/"}, {"path": _PLAN}, {"path": f"{_PLAN}1/"}, {"path": "/plans/nothing/"}, {"path": "/nothing"},
    {"path": f"{_PLAN}99999999999999999999/"}, {"path": "/", "headers": {"Host": "elsewhere.example"}},
    {"path": "/language", "method": "post", "form": {"language": "en"}}, {"path": "/language"},
    {"path": "/meetings/"}, {"path": "/meetings/minutes/nothing/"}, {"path": "/meetings/secrets/nothing.json"},
    {"path": f"{_PLAN}1.json"}, {"path": f"{_PLAN}2.json"}, {"path": f"{_PLAN}1.pdf"}, {"path": f"{_PLAN}2.pdf"},
    {"path": f"{_PLAN}99999999999999999999.pdf"},
    {"path": "/oparl/1.1/"}, {"path": "/oparl/1.1/body/oestjyllands-politikreds/paper"},
    {"path": "/oparl/1.1/meeting/none"}, {"path": "/oparl/1.1/", "method": "post"},
]  # fmt: skip
_STATUS = [
    200, 200, 200, 404, 404, 404, 400, 403, 405, 200, 404, 404, 200, 404, 200, 404, 404, 200, 200, 404, 403,
]  # fmt: skip


def read(answer):
    return html.fromstring(answer["text"])


def test_every_page_answers_without_anything_of_the_staffs_side(public, published):
    assert [path.name for path in published.home.iterdir()] == ["public"]
    told = public(*_EVERY, enforce_csrf_checks=True)
    assert [one["status"] for one in told.answers] == _STATUS
    assert [path.name for path in published.home.iterdir()] == ["public"]


def test_no_room_of_the_staff_is_loaded_and_no_other_database_is_known(public, published):
    told = public(*_EVERY)
    assert [name for name in told.modules if name.startswith(_STAFF_ROOMS)] == []
    assert told.databases == {"default": str(published.home / "public" / "public.sqlite3")}
    assert set(told.tables) <= {"django_migrations", "publications_publication", "django_content_type"}


def test_the_plan_shows_every_section_under_its_own_anchor(public):
    [front, plan] = public({"path": "/"}, {"path": _PLAN}).answers
    assert read(front).xpath(f"//a[@href='{_PLAN}']")
    page = read(plan)
    anchors = page.xpath("//section[contains(@class, 'plan-section')]/@id")
    assert len(anchors) > 20
    assert len(anchors) == len(set(anchors))
    assert page.xpath("//nav//a/@href") == [f"#{anchor}" for anchor in anchors]
    assert page.xpath("//section[@aria-labelledby='signed']//li")


def test_there_is_neither_a_script_nor_anything_inline_nor_another_host(public):
    for one in public(*_EVERY[:6]).answers:
        page = read(one)
        assert page.xpath("//script | //style | //*[@style] | //@*[starts-with(name(), 'on')]") == []
        given = page.xpath("//@href | //@src | //@action")
        assert [address for address in given if not address.startswith(("/", "#")) or address.startswith("//")] == []


def test_every_answer_carries_the_strict_headers(public):
    for one in public(*_EVERY, enforce_csrf_checks=True).answers:
        headers = one["headers"]
        assert "default-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Referrer-Policy"] == "same-origin"


def test_nobody_needs_a_session_and_no_cookie_tells_who_reads(public):
    told = public({"path": "/"}, {"path": _PLAN})
    assert "django.contrib.sessions" not in told.modules
    assert "django.contrib.auth" not in told.modules


def test_the_language_can_be_switched_without_a_script_and_only_within_the_site(public):
    form = {"language": "en", "next": _PLAN}
    elsewhere = {"language": "en", "next": "https://elsewhere.example/"}
    [switched, english, away] = public(
        {"path": "/language", "method": "post", "form": form},
        {"path": _PLAN},
        {"path": "/language", "method": "post", "form": elsewhere},
    ).answers
    assert (switched["status"], switched["headers"]["Location"]) == (302, _PLAN)
    assert read(english).get("lang") == "en"
    assert away["headers"]["Location"] == "/"


def test_pages_that_are_not_there_say_so_in_danish_and_lead_to_the_front(public):
    [absent, old] = public({"path": "/plans/nothing/"}, {"path": "/language", "method": "post"}).answers[:2]
    page = read(absent)
    assert (absent["status"], page.get("lang")) == (404, "da")
    assert page.xpath("//h1")[0].text_content() == "Siden findes ikke"
    assert page.xpath("//main//a/@href") == ["/"]
    assert old["status"] == 302


def test_the_plan_is_open_data_with_its_receipt_and_hash(public):
    [plan, absent] = public(
        {"path": "/plans/samarbejdsplan-oestjylland-2024.json"}, {"path": "/plans/nothing.json"}
    ).answers
    told = json.loads(plan["text"])
    assert plan["headers"]["Content-Type"] == "application/json"
    assert (told["kind"], told["edition"], len(told["receipt"]), len(told["hash"])) == ("plan", 1, 32, 64)
    assert len(told["sections"]) > 20
    assert absent["status"] == 404


def test_the_demo_is_marked_for_citizens_too(public):
    [front] = public({"path": "/"}).answers
    assert read(front).xpath("//*[@class='demo-strip']")


def test_the_paper_of_an_edition_is_offered_and_is_a_pdf_in_the_readers_language(public):
    [plan, danish, english] = public(
        {"path": _PLAN},
        {"path": f"{_PLAN}1.pdf"},
        {"path": f"{_PLAN}1.pdf", "headers": {"Cookie": "samvirke_language=en"}},
    ).answers
    assert read(plan).xpath(f"//a[@href='{_PLAN}1.pdf']")
    for paper, language in ((danish, "da"), (english, "en")):
        assert (paper["headers"]["Content-Type"], paper["text"][:5]) == ("application/pdf", "%PDF-")
        name = f'inline; filename="samarbejdsplan-oestjylland-2024-1-{language}.pdf"'
        assert paper["headers"]["Content-Disposition"] == name


def test_the_plan_is_in_oparl_with_those_who_signed_it_and_leads_to_pages_that_are_there(public):
    [districts] = public({"path": "/oparl/1.1/body/"}).answers
    [district] = json.loads(districts["text"])["data"]
    path = district["id"].removeprefix("http://localhost")
    papers, people = (json.loads(one["text"])["data"] for one in public(
        {"path": f"{path}/paper"}, {"path": f"{path}/person"},
    ).answers)  # fmt: skip
    assert [one["reference"] for one in papers] == ["samarbejdsplan-oestjylland-2024"]
    assert len(people) == 8
    files = [papers[0]["mainFile"], *papers[0]["auxiliaryFile"]]
    pages = [{"path": one["accessUrl"].removeprefix("http://localhost")} for one in files]
    assert [one["status"] for one in public(*pages).answers] == [200, 200, 200]
