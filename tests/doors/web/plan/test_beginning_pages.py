"""Beginning a plan on the screen: from last year's, from a file whose items are decided one by one, or empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.doors.web.places import read, text_of

from samvirke.desks.plan.models import Plan
from samvirke.registers.partners.models import Body, Seat

pytestmark = pytest.mark.django_db(databases=["default", "public"])

HOME = "/districts/fjordkredsen/plan/"
SHELF = Path(__file__).resolve().parents[3] / "desks" / "plan" / "reading"


@pytest.fixture
def tine(fjord, person, browse):
    Plan.objects.filter(district="fjordkredsen", year=2030).update(year=2023)
    return browse(person("secretary", "fjordkredsens-politi"))


def sent(name="printed/jumps.txt"):
    return SimpleUploadedFile(Path(name).name, (SHELF / name).read_bytes())


def begun(tine, **given):
    return tine.post(f"{HOME}begin/", {"year": "2024", **given})


def from_file(tine):
    assert begun(tine, start="read", file=sent()).status_code == 302
    return Plan.objects.get(district="fjordkredsen", year=2024)


def test_the_page_offers_the_plan_before_a_file_or_nothing(tine):
    shown = text_of(read(tine.get(f"{HOME}begin/")))
    assert "The plan of 2023, with what became of it" in shown
    assert "A plan that is read from a file" in shown
    assert "An empty draft" in shown
    assert "2 measures are carried over." in shown


def test_from_last_years_plan_it_carries_over_and_looks_back(tine):
    assert begun(tine, start="last").headers["Location"] == f"{HOME}drafts/samarbejdsplan-fjordkredsen-2024/"
    plan = Plan.objects.get(district="fjordkredsen", year=2024)
    assert (plan.sections.count(), plan.measures.count()) == (2, 2)
    assert any(section.looking_back for section in plan.sections.all())


def test_an_empty_draft_has_no_sections_and_still_knows_the_plan_before(tine):
    assert begun(tine, start="empty").status_code == 302
    plan = Plan.objects.get(district="fjordkredsen", year=2024)
    assert (plan.sections.count(), plan.measures.count(), plan.before.year) == (0, 0, 2023)


def test_from_a_file_each_item_waits_with_its_line_and_is_ticked_by_a_person(tine):
    plan = from_file(tine)
    there = f"{HOME}drafts/{plan.pk}/read/"
    page = read(tine.get(there))
    shown = text_of(page)
    assert "From jumps.txt." in shown
    assert "line 28" in shown
    assert "sure" in shown
    assert not page.xpath("//input[@type='checkbox' and @checked]"), "nothing is ticked beforehand"
    first = plan.read_items.filter(kind="section").first()
    assert tine.post(there, {"deed": "take-in", "items": [first.pk]}).status_code == 302
    assert plan.sections.get().heading["da"] == first.content["heading"]
    assert "taken in" in text_of(read(tine.get(there)))
    wrong = tine.post(there, {"deed": "take-in"})
    assert (wrong.status_code, "Nothing is ticked." in text_of(read(wrong))) == (422, True)
    again = tine.post(there, {"deed": "leave-out", "items": [first.pk]})
    assert (again.status_code, "already" in text_of(read(again))) == (422, True)


def test_when_one_of_the_ticked_cannot_be_taken_in_none_is(tine):
    plan = from_file(tine)
    section, measure = (plan.read_items.filter(kind=kind).first() for kind in ("section", "measure"))
    wrong = tine.post(f"{HOME}drafts/{plan.pk}/read/", {"deed": "take-in", "items": [section.pk, measure.pk]})
    assert (wrong.status_code, "A measure needs an owner." in text_of(read(wrong))) == (422, True)
    assert not plan.sections.exists()


def test_a_measure_is_opened_with_what_is_printed_and_taken_in_with_its_owner(tine):
    plan = from_file(tine)
    one = next(each for each in plan.read_items.filter(kind="measure") if each.content["times"])
    there = f"{HOME}drafts/{plan.pk}/read/{one.pk}/"
    page = read(tine.get(there))
    assert one.content["text"].split("\n")[0] in text_of(page)
    form = {"title": "Møder", "text": one.content["text"], "kind": "activity", "owners": ["fjordby-kommune"]}
    early = tine.post(there, form)
    assert (early.status_code, "is not taken in" in text_of(read(early))) == (422, True)
    printed = plan.read_items.get(kind="section", order=one.of)
    tine.post(f"{HOME}drafts/{plan.pk}/read/", {"deed": "take-in", "items": [printed.pk]})
    nobody = tine.post(there, {**form, "owners": []})
    assert (nobody.status_code, "has no owner" in text_of(read(nobody))) == (422, True)
    assert tine.post(there, form).status_code == 302
    assert (plan.measures.get().owners, plan.measures.get().section.number) == (
        ["fjordby-kommune"],
        printed.content["number"],
    )
    assert tine.get(there).status_code == 404, "it is decided"


@pytest.mark.parametrize("name", ["others/minutes.txt", "others/yearly_report.md", "others/handbook.txt"])
def test_a_document_that_is_no_plan_begins_nothing(tine, name):
    wrong = begun(tine, start="read", file=sent(name))
    assert wrong.status_code == 422
    assert not Plan.objects.filter(district="fjordkredsen", year=2024).exists()


def test_without_a_file_or_with_a_wrong_year_nothing_begins(tine):
    assert begun(tine, start="read").status_code == 422
    assert begun(tine, year="19").status_code == 422
    assert begun(tine, start="fly").status_code == 422
    assert not Plan.objects.filter(district="fjordkredsen", year=2024).exists()


def test_who_may_not_begin_a_plan_finds_no_page(tine, person, browse):
    mayor = browse(person("mayor", "fjordby-kommune"))
    assert mayor.get(f"{HOME}begin/").status_code == 404
    assert mayor.post(f"{HOME}begin/", {"year": "2024", "start": "empty"}).status_code == 404
    plan = from_file(tine)
    there = f"{HOME}drafts/{plan.pk}/read/"
    page = mayor.get(there)
    assert (page.status_code, b"checkbox" in page.content) == (200, False)
    assert mayor.post(there, {"deed": "leave-out", "items": [plan.read_items.first().pk]}).status_code == 404


def test_a_draft_that_was_not_read_has_no_such_page(desk, browse):
    assert browse(desk.tine).get(f"{HOME}drafts/{desk.plan.pk}/read/").status_code == 404


def test_the_parties_are_named_and_left_out_on_the_page_of_approval(desk, browse, address):
    tine = browse(desk.tine)
    page = text_of(read(tine.get(address("approval/"))))
    assert "Leave out" in page
    party = desk.plan.parties.get(agency_id="fjordby-kommune")
    form = {"deed": "leave-out", "party": party.pk, "version": "1", "why": "Er lagt sammen."}
    wrong = tine.post(address("approval/"), form)
    assert (wrong.status_code, "no other of its sort" in text_of(read(wrong))) == (422, True)
    assert tine.post(address("approval/"), {"deed": "name", "agency": "nobody", "why": "x"}).status_code == 422
    assert browse(desk.anne).post(address("approval/"), form).status_code == 404


def test_a_local_council_begins_its_action_plan_from_a_file(tine, fjord):
    body = Body.objects.create(
        id="lokalraad-fjordby", district=fjord, kind="local-council", name={"da": "Lokalrådet"}, task={"da": "Møder."}
    )
    for order, agency in enumerate(("fjordby-kommune", "fjordkredsens-politi"), start=1):
        Seat.objects.create(
            body=body, order=order, agency_id=agency, slug=agency, office={"da": "Leder"}, role="member"
        )
    assert read(tine.get(f"{HOME}local/")).xpath("//form[@enctype='multipart/form-data']//input[@type='file']")
    given = {"body": body.pk, "kind": "action", "year": "2024", "until": "2026"}
    refused = tine.post(f"{HOME}local/", given | {"file": sent("others/minutes.txt")})
    assert (refused.status_code, "This looks like minutes" in text_of(read(refused))) == (422, True)
    assert not Plan.objects.filter(body=body).exists()
    assert tine.post(f"{HOME}local/", given | {"file": sent()}).status_code == 302
    plan = Plan.objects.get(body=body)
    assert (plan.kind, plan.until, plan.read_from["file"]) == ("action", 2026, "jumps.txt")
    assert plan.read_items.filter(state="waiting").exists()
    assert not plan.sections.exists()
