"""The pages of a draft: what an editor, a member, a mayor and a stranger see of them and can do there."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.doors.web.places import read, text_of

from samvirke.desks.plan.commands.suggest import suggest
from samvirke.desks.plan.models import Plan, Suggestion
from samvirke.handovers.plan_goal import set_goal
from samvirke.registers.partners.models import Body, Seat

pytestmark = pytest.mark.django_db(databases=["default", "public"])

HOME = "/districts/fjordkredsen/plan/"
PAGES = ("", "goals/", "measures/", "consultation/", "approval/", "preview/")


def test_the_draft_says_what_is_missing_and_leads_to_every_section(desk, browse, address):
    suggest(desk.soeren, plan=desk.plan, section=desk.section(), text="Andet.")
    page = read(browse(desk.tine).get(address()))
    needs = text_of(page.xpath("//section[contains(@class, 'needs')]")[0])
    assert "One suggestion is not answered." in needs
    assert "The council has not discussed the plan." in needs
    assert "2 parties have not approved." in needs
    rows = [text_of(one) for one in page.xpath("//table//tbody/tr")]
    assert ["1 The council" in rows[0], "1 suggestion" in rows[0], "2 Focus" in rows[1]] == [True] * 3


@pytest.mark.parametrize("path", PAGES)
def test_a_stranger_finds_no_page_and_a_member_finds_them_all(desk, dale, person, browse, address, path):
    stranger = browse(person("secretary", "dalkredsens-politi"))
    assert stranger.get(address(path)).status_code == 404
    assert browse(desk.soeren).get(address(path)).status_code == 200


def test_a_year_that_is_drafted_leads_to_its_draft_and_the_plan_in_force_to_it(desk, browse, address):
    client = browse(desk.tine)
    assert client.get(f"{HOME}2031/").headers["Location"] == address()
    shown = text_of(read(client.get(f"{HOME}2030/")))
    assert "The plan for 2031 is being made" in shown


def test_the_secretary_begins_next_years_plan_with_one_press(fjord, person, browse):
    client = browse(person("secretary", "fjordkredsens-politi"))
    Plan.objects.filter(year=2030).update(year=2024)
    page = read(client.get(HOME))
    assert "Begin the plan for 2025" in text_of(page)
    answer = client.post(f"{HOME}begin/", {"year": "2025"})
    assert answer.headers["Location"] == f"{HOME}drafts/samarbejdsplan-fjordkredsen-2025/"
    assert "not allowed" not in text_of(read(client.get(HOME)))
    mayor = browse(person("mayor", "fjordby-kommune"))
    assert "Begin the plan" not in text_of(read(mayor.get(HOME)))
    assert mayor.post(f"{HOME}begin/", {"year": "2026"}).status_code == 404


def test_a_section_is_added_and_a_wrong_number_comes_back_as_it_was_typed(desk, browse, address):
    client = browse(desk.tine)
    wrong = client.post(address(), {"deed": "add", "number": "1", "heading": "Natteliv", "text": "Uro."})
    page = read(wrong)
    assert (wrong.status_code, page.xpath("//input[@id='heading']/@value")) == (422, ["Natteliv"])
    assert "There is a section 1 already" in text_of(page)
    assert client.post(address(), {"deed": "add", "number": "3", "heading": "Natteliv"}).status_code == 302
    assert desk.plan.sections.get(number="3").slug == "natteliv"


def test_the_loser_of_two_editors_sees_both_texts_and_can_put_his_in_knowingly(desk, browse, address):
    one, other = browse(desk.tine), browse(desk.tine)
    there = address(f"sections/{desk.section().pk}/")
    assert one.post(there, {"deed": "write", "heading": "Rådet", "text": "Min.", "version": "1"}).status_code == 302
    lost = other.post(there, {"deed": "write", "heading": "Rådet", "text": "Din.", "version": "1"})
    page = read(lost)
    assert lost.status_code == 422
    pair = [text_of(one) for one in page.xpath("//div[@class='pair']/div")]
    assert ["Min." in pair[0], "Din." in pair[1]] == [True, True]
    form = page.xpath("//form[.//input[@name='deed' and @value='write']]")[0]
    assert form.xpath(".//input[@name='version']/@value") == ["2"]
    assert form.xpath(".//textarea")[0].text.strip() == "Din."
    assert desk.section().summary["da"] == "Min."


def test_a_member_suggests_and_the_editor_accepts_what_the_difference_shows(desk, browse, address):
    there = address(f"sections/{desk.section().pk}/")
    member, editor = browse(desk.soeren), browse(desk.tine)
    form = read(member.get(there))
    assert not form.xpath("//input[@name='deed' and @value='write']")
    sent = {"deed": "suggest", "text": "Rådet mødes ofte.", "why": "Oftere er bedre."}
    assert member.post(there, sent).status_code == 302
    page = read(editor.get(there))
    assert [text_of(one) for one in page.xpath("//aside//del | //aside//ins")] == ["added: ofte"]
    one = Suggestion.objects.get(section__plan=desk.plan)
    assert member.post(there, {"deed": "accept", "one": str(one.pk)}).status_code == 404
    assert editor.post(there, {"deed": "accept", "one": str(one.pk)}).status_code == 302
    assert desk.section().summary["da"] == "Rådet mødes ofte."
    past = text_of(read(editor.get(address(f"sections/{desk.section().pk}/history/"))))
    assert "Version 2" in past
    assert f"suggested by {desk.soeren.name}" in past


def test_comments_are_written_and_settled_and_an_empty_one_is_refused(desk, browse, address):
    there = address(f"sections/{desk.section().pk}/")
    member, editor = browse(desk.soeren), browse(desk.tine)
    assert member.post(there, {"deed": "comment", "comment": " "}).status_code == 422
    assert member.post(there, {"deed": "comment", "comment": "Hvem leder?"}).status_code == 302
    said = desk.section().comments.get()
    assert editor.post(there, {"deed": "settle", "one": str(said.pk)}).status_code == 302
    assert "settled" in text_of(read(member.get(there)))


@pytest.mark.parametrize("sent", [{"deed": "fly"}, {"deed": "accept", "one": "x"}, {"deed": "settle", "one": ""}, {}])
def test_a_form_that_asks_for_what_there_is_not_finds_no_page(desk, browse, address, sent):
    assert browse(desk.tine).post(address(f"sections/{desk.section().pk}/"), sent).status_code == 404


def test_a_section_is_taken_out(desk, browse, address):
    there = address(f"sections/{desk.section('2').pk}/")
    assert browse(desk.tine).post(there, {"deed": "drop", "version": "1"}).headers["Location"] == address()
    assert [one.number for one in desk.plan.sections.all()] == ["1"]


def test_the_difference_from_last_year_shows_what_went_came_and_changed(desk, browse, address):
    client = browse(desk.tine)
    client.post(address(), {"deed": "add", "number": "3", "heading": "Natteliv", "text": "Uro."})
    client.post(
        address(f"sections/{desk.section().pk}/"),
        {"deed": "write", "heading": "Rådet", "text": "Rådet mødes fem gange.", "version": "1"},
    )
    client.post(address(f"sections/{desk.section('2').pk}/"), {"deed": "drop", "version": "1"})
    shown = text_of(read(client.get(f"{HOME}changes/{desk.plan.pk}/")))
    for words in ("New sections Natteliv", "Changed sections The council", "Sections that are gone Focus"):
        assert words in shown
    assert "Measures that are gone Advice is given" in shown


def test_a_goal_without_an_indicator_is_flagged_with_those_that_share_its_words(desk, browse, address):
    set_goal(desk.tine, plan=desk.plan, section=desk.section("2"), text="Færre indbrud i beboelser")
    page = read(browse(desk.tine).get(address("goals/")))
    row = text_of(page.xpath("//div[contains(@class, 'goal-row')]")[0])
    assert "Intention, not measurable" in row
    assert "Burglary" in row


def test_the_english_of_a_goal_waits_on_its_page_until_somebody_says_that_it_fits(desk, browse, address):
    client, there = browse(desk.tine), address("goals/")
    english = {"da": "Mere nattero", "en": "More quiet"}
    goal = set_goal(desk.tine, plan=desk.plan, section=desk.section("2"), text="Ro", translated={"en": "More quiet"})
    sent = {"deed": "goal", "goal": goal.pk, "section": goal.section_id, "text": "Mere nattero"}
    sent |= {"text-en": "More quiet"}
    assert client.post(there, sent | {"version": 1}).status_code == 302
    page = read(client.get(there))
    row = page.xpath(f"//div[@id='g-{goal.pk}']")[0]
    assert "The translation is older than the text." in text_of(row)
    assert text_of(row.xpath(".//textarea[@name='text-en']")[0]) == "More quiet"
    assert client.post(there, sent | {"version": 2, "fits": "en"}).status_code == 302
    goal.refresh_from_db()
    assert (goal.text, goal.older) == (english, {})
    assert not read(client.get(there)).xpath("//input[@name='fits']")


def test_a_measure_is_written_in_both_languages_on_one_form(desk, browse, address):
    one = desk.plan.measures.create(
        section=desk.section("2"), slug="ravne", title={"da": "Ravne"}, text={"da": "De går."}, kind="activity",
        owners=["fjordby-kommune"],
    )  # fmt: skip
    sent = {"section": one.section_id, "title": "Ravne", "text": "De går.", "owners": one.owners, "kind": one.kind}
    sent |= {"title-en": "Ravens", "text-en": "They walk.", "version": 1}
    assert browse(desk.tine).post(address(f"measures/{one.pk}/"), sent).status_code == 302
    one.refresh_from_db()
    assert (one.title["en"], one.text["en"], one.older) == ("Ravens", "They walk.", {})


def test_the_local_councils_begin_their_plans_on_one_page(desk, fjord, browse):
    body = Body.objects.create(
        id="lokalraad-fjordby", district=fjord, kind="local-council", name={"da": "Lokalrådet"}, task={"da": "Møder."}
    )
    Seat.objects.create(body=body, order=1, office={"da": "Leder"}, role="member", agency_id="fjordby-kommune")
    client = browse(desk.tine)
    assert "No action plan of this system is in force." in text_of(read(client.get(f"{HOME}local/")))
    sent = {"body": body.pk, "kind": "action", "year": "2024", "until": "2022"}
    assert client.post(f"{HOME}local/", sent).status_code == 422
    begun = client.post(f"{HOME}local/", sent | {"until": "2025"})
    assert begun.headers["Location"] == f"{HOME}drafts/handleplan-lokalraad-fjordby-2024/"
    assert client.post(f"{HOME}local/", sent | {"until": "", "kind": "ssp"}).status_code == 422
    page = text_of(read(client.get(f"{HOME}drafts/handleplan-lokalraad-fjordby-2024/")))
    assert "2024–2025" in page


def test_the_page_of_local_plans_asks_the_database_no_more_when_there_are_more(desk, fjord, browse):
    client, counts = browse(desk.tine), []
    client.get(f"{HOME}local/")
    for number in range(2):
        body = Body.objects.create(
            id=f"lokalraad-{number}",
            district=fjord,
            kind="local-council",
            name={"da": "Lokalrådet"},
            task={"da": "Møder."},
        )
        for year in (2022, 2023):
            Plan.objects.create(
                id=f"plan-{number}-{year}", district=fjord, body=body, kind="action", title={"da": "Plan"}, year=year
            )
        with CaptureQueriesContext(connection) as asked:
            shown = text_of(read(client.get(f"{HOME}local/")))
        assert "Action plan 2022 Replaced" in shown
        counts.append(len(asked))
    assert counts[0] == counts[1]
