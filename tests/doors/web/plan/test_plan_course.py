"""Goals, measures, consultation, approval, signing and publication, through the pages that people use."""

from __future__ import annotations

import pytest
from tests.doors.web.places import read, text_of

from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Consulted, Edition, Plan
from samvirke.foundation.clock import now
from samvirke.handovers.plan_begin import begin
from samvirke.registers.partners.models import Body, Seat
from samvirke.trust.identity.models import Agency

pytestmark = pytest.mark.django_db(databases=["default", "public"])

MEASURE = {
    "title": "Besøg hos naboer", "text": "Naboer får besøg.", "owners": "fjordkredsens-politi", "kind": "activity",
    "begins": "2031-01-01", "due": "2031-12-31", "area": "Fjordby", "dose": "120 besøg", "audience": "naboer",
    "cost": "25.000", "prevention": "early",
}  # fmt: skip


@pytest.fixture
def tine(desk, browse):
    return browse(desk.tine)


def moved(desk, client, address, **sent):
    answer = client.post(address("approval/"), {"version": desk.now().version, **sent})
    assert answer.status_code == 302, text_of(read(answer))
    return desk.now()


def test_a_goal_is_put_bound_and_taken_out_on_the_page(desk, tine, address):
    section = desk.section("2").pk
    assert tine.post(address("goals/"), {"deed": "goal", "section": section, "text": ""}).status_code == 422
    tine.post(address("goals/"), {"deed": "goal", "section": section, "text": "Færre indbrud"})
    goal = desk.plan.goals.get()
    sent = {"deed": "goal", "goal": goal.pk, "section": section, "text": "Færre indbrud", "version": 1}
    refused = tine.post(address("goals/"), sent | {"indicator": "nothing", "text": "Meget færre"})
    assert refused.status_code == 422
    assert read(refused).xpath(f"//textarea[@id='t-{goal.pk}']")[0].text.strip() == "Meget færre"
    assert tine.post(address("goals/"), sent | {"indicator": "burglary-homes"}).status_code == 302
    assert desk.plan.goals.get().indicator == "burglary-homes"
    assert tine.post(address("goals/"), {"deed": "drop-goal", "goal": goal.pk, "version": 2}).status_code == 302
    assert not desk.plan.goals.exists()
    for wrong in ({"goal": "77"}, {"section": "77"}):
        assert tine.post(address("goals/"), sent | wrong).status_code == 404


def test_a_measure_is_written_with_all_its_facts_and_shown_in_a_row(desk, tine, address):
    section = desk.section("2").pk
    wrong = tine.post(address("measures/"), MEASURE | {"section": section, "cost": "mange"})
    assert wrong.status_code == 422
    assert read(wrong).xpath("//input[@id='dose']/@value") == ["120 besøg"]
    for late in ({"due": "i morgen"}, {"owners": []}):
        assert tine.post(address("measures/"), MEASURE | {"section": section} | late).status_code == 422
    assert tine.post(address("measures/"), MEASURE | {"section": section}).status_code == 302
    one = desk.plan.measures.get(slug="besoeg-hos-naboer")
    assert (one.cost, one.prevention, one.due.isoformat()) == (25_000, "early", "2031-12-31")
    shown = text_of(read(tine.get(address("goals/"))))
    assert "Fjord District Police · Activity · 1 January 2031 – 31 December 2031 · Fjordby · 120 besøg" in shown
    there = address(f"measures/{one.pk}/")
    cadence = MEASURE | {"section": section, "kind": "cadence", "times": "2", "per": "year", "version": "1"}
    assert tine.post(there, cadence).status_code == 302
    assert read(tine.get(there)).xpath("//input[@id='times']/@value") == ["2"]
    assert tine.post(there, {"deed": "drop", "version": "2"}).status_code == 302
    assert tine.get(there).status_code == 404


def test_a_consultation_is_opened_answered_taken_up_and_ended_on_the_page(desk, tine, browse, address):
    there, member = address("consultation/"), browse(desk.anne)
    sent = {"deed": "open", "agencies": ["fjordby-kommune"], "others": "Offerrådgivningen\n", "version": "1"}
    assert tine.post(there, sent | {"until": ""}).status_code == 422
    assert tine.post(there, sent | {"until": "2024-09-30"}).status_code == 302
    asked = Consulted.objects.filter(consultation__plan=desk.plan)
    own, other = asked.get(agency_id="fjordby-kommune"), asked.get(agency_id=None)
    answer = {"deed": "answer", "one": str(own.pk), "version": "1", "text": "Vi er enige."}
    assert tine.post(there, answer).status_code == 422
    empty = tine.post(there, {"deed": "enter", "one": str(other.pk), "version": "1", "text": "Nævn ofre.", "by": " "})
    assert "Nævn ofre." in [one.text.strip() for one in read(empty).xpath("//details[@open]//textarea")]
    assert member.post(there, answer).status_code == 302
    enter = {"deed": "enter", "one": str(other.pk), "version": "1", "text": "Nævn ofre.", "by": "Ida, leder"}
    assert member.post(there, enter).status_code == 404
    assert tine.post(there, enter).status_code == 302
    assert tine.post(there, {"deed": "close"}).status_code == 302
    assert tine.post(there, {"deed": "close"}).status_code == 404
    for one in (own, other):
        up = {"deed": "take-up", "one": str(one.pk), "version": "2", "outcome": "taken-up", "how": "I afsnit 1."}
        assert tine.post(there, up).status_code == 302
    shown = text_of(read(member.get(there)))
    assert "2 of 2 have answered" in shown
    assert "Taken up I afsnit 1." in shown
    assert tine.post(there, {"deed": "answer", "one": "x"}).status_code == 404


def test_a_plan_is_approved_signed_and_published_from_the_page_that_names_who_is_missing(desk, tine, browse, address):
    moved(desk, tine, address, deed="discussed", on="2024-08-19", at="Kredsrådet, møde 3")
    moved(desk, tine, address, deed="send")
    police, town = (desk.plan.parties.get(agency_id=one) for one in ("fjordkredsens-politi", "fjordby-kommune"))
    digest = text_digest(desk.plan)
    chief, mayor = browse(desk.ellen), browse(desk.anne)
    assert len(read(mayor.get(address("approval/"))).xpath("//input[@value='approve']")) == 1
    assert (
        mayor.post(address("approval/"), {"deed": "approve", "party": police.pk, "digest": digest}).status_code == 404
    )
    assert (
        chief.post(address("approval/"), {"deed": "approve", "party": police.pk, "digest": digest}).status_code == 302
    )
    shown = text_of(read(tine.get(address("approval/"))))
    assert "Cannot be signed before Fjordby Municipality has approved." in shown
    early = tine.post(address("approval/"), {"deed": "publish"})
    assert "Fjordby Municipality has not approved the plan." in text_of(read(early))
    assert early.status_code == 422
    assert mayor.post(address("approval/"), {"deed": "approve", "party": town.pk, "digest": digest}).status_code == 302
    sign = {f"name-{police.pk}": "Ellen Kjær", f"office-{police.pk}": "Politidirektør", f"name-{town.pk}": "Anne Bo"}
    moved(desk, tine, address, deed="sign", on="2024-08-20", at="Fjordby", **sign)
    assert [one["name"] for one in desk.plan.signatories] == ["Ellen Kjær", "Anne Bo"]
    moved(desk, tine, address, deed="publish")
    assert desk.plan.stage == "published"
    assert Edition.objects.get(plan=desk.plan).content["signed_at"] == "Fjordby"
    assert "Edition 1, 20 August 2024" in text_of(read(tine.get(address("approval/"))))


def test_the_page_offers_no_publication_to_whoever_left_a_party_out(desk, fjord, tine, browse, address):
    away = Agency.objects.create(id="strandby-kommune", kind="municipality", name={"da": "Strandby", "en": "Strandby"})
    desk.to_approval()
    Plan.objects.filter(pk=desk.approved().pk).update(stage="signed", signed_on="2024-08-20")
    desk.plan.party_changes.create(agency=away, named=False, why="Lagt sammen.", by_id=desk.tine.key, at=now())
    page = read(tine.get(address("approval/")))
    assert "You left out Strandby as a party: somebody else has to publish the plan" in text_of(page)
    assert not page.xpath("//input[@value='publish']")
    assert "You left out Strandby" in text_of(read(tine.post(address("approval/"), {"deed": "publish"})))
    assert len(read(browse(desk.ellen).get(address("approval/"))).xpath("//input[@value='publish']")) == 1


def test_a_plan_is_taken_back_to_the_draft(desk, tine, address):
    moved(desk, tine, address, deed="discussed", on="2024-08-19", at="Møde 3")
    moved(desk, tine, address, deed="send")
    assert "Take it back" in text_of(read(tine.get(address("approval/"))))
    assert moved(desk, tine, address, deed="back").stage == "discussed"
    assert tine.post(address("approval/"), {"deed": "send", "version": "1"}).status_code == 422


def test_the_preview_is_what_the_public_page_is_made_of_and_keeps_comments_in(desk, tine, address):
    there = address(f"sections/{desk.section().pk}/")
    tine.post(there, {"deed": "comment", "comment": "Hemmeligt forbehold"})
    shown = text_of(read(tine.get(address("preview/"))))
    assert "Rådet mødes" in shown or "The council meets." in shown
    assert "What has changed since 2030" not in shown
    assert "Hemmeligt forbehold" not in shown
    paper = tine.get(address("paper/"))
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")


def test_a_local_council_adopts_the_councils_goal_and_its_plan_is_put_into_force(desk, fjord, tine, browse, address):
    body = Body.objects.create(
        id="lokalraad-fjordby", district=fjord, kind="local-council", name={"da": "Lokalrådet"}, task={"da": "Møder."},
        duties=["action-plan-in-force"],
    )  # fmt: skip
    for order, agency in enumerate(("fjordby-kommune", "fjordkredsens-politi"), start=1):
        office = {"slug": agency, "office": {"da": "Leder"}, "role": "member"}
        Seat.objects.create(body=body, order=order, agency_id=agency, **office)
    goal = desk.plan.before.goals.create(
        section=desk.plan.before.sections.first(), slug="faerre", text={"da": "Færre indbrud"}, measurable=False
    )
    plan = begin(desk.tine, body=body, year=2031, kind="action")
    home = f"/districts/fjordkredsen/plan/drafts/{plan.pk}/"
    tine.post(home, {"deed": "add", "number": "1", "heading": "Mål", "text": "Det vil vi."})
    section = plan.sections.get().pk
    sent = {"deed": "adopt", "adopted": goal.pk, "section": section}
    assert tine.post(f"{home}goals/", sent).status_code == 302
    assert tine.post(f"{home}goals/", sent | {"adopted": 0}).status_code == 404
    assert plan.goals.get().adopted == "faerre"
    assert tine.post(f"{home}approval/", {"deed": "send", "version": 1}).status_code == 302
    for leader in (desk.anne, desk.ellen):
        party = plan.parties.get(agency_id__in=leader.agencies)
        approve = {"deed": "approve", "party": party.pk, "digest": text_digest(plan)}
        assert browse(leader).post(f"{home}approval/", approve).status_code == 302
    force = {"deed": "sign", "on": "2024-08-20", "version": 2, f"name-{party.pk}": "Anne Bo"}
    assert tine.post(f"{home}approval/", force).status_code == 302
    assert body.fulfilments.get().duty == "action-plan-in-force"
    assert "In force" in text_of(read(tine.get(f"{home}approval/")))
    assert "Publish" in text_of(read(tine.get(f"{home}approval/")))
    assert tine.post(f"{home}approval/", {"deed": "publish"}).status_code == 302
    assert "Edition 1" in text_of(read(tine.get(f"{home}approval/")))
