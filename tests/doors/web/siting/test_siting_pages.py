"""Where cameras should stand: asked, worked out, chosen from with a reason, and proposed one by one."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from tests.doors.web.places import read, text_of

from samvirke.desks.designations.models import Placement
from samvirke.desks.designations.models.designation import IN_FORCE, Designation
from samvirke.insight.studies.models import Study

HERE = "/districts/oestjylland/siting/"
ASKED = {
    "kind": "safety-camera",
    "area": "751",
    "first": "2023-07-01",
    "after": "2024-07-01",
    "k": "3",
    "radius": "400",
    "objective": "coverage",
    "categories": ["violence-against-person", "robbery"],
}


def said_of(answer) -> str:
    return text_of(read(answer)).replace("\u00a0", " ")


@pytest.fixture
def proposed(reader, work_off):
    """The page of a study that has been worked out, and the study."""
    answer = reader.post(HERE, ASKED)
    assert answer.status_code == 302, said_of(answer)
    work_off()
    study = Study.objects.get(pk=answer.url.rstrip("/").rsplit("/", 1)[1])
    return SimpleNamespace(address=f"{HERE}{study.pk}/", study=study)


def test_the_form_chooses_what_is_reported_and_leaves_out_what_the_police_find(reader):
    page = read(reader.get(f"{HERE}?kind=speed-van-site"))
    ticked = page.xpath("//input[@name='categories'][@checked]/@value")
    assert ticked == ["collision-fatal", "collision-injury"]
    assert page.xpath("//input[@name='categories'][@value='speeding']")
    assert "grows with how much they look there" in text_of(page)


def test_it_proposes_sites_beside_those_of_today_and_proves_how_good_they_are(proposed, reader):
    cameras = Designation.objects.filter(
        district="oestjylland", kind="safety-camera", state=IN_FORCE, municipality=751
    ).exclude(geometry="")
    assert len(proposed.study.beside["standing"]) == cameras.count() > 0
    found = proposed.study.found["result"]
    assert (found["k"], len(found["x"]), found["present"] is not None) == (3, 3, True)
    said = said_of(reader.get(proposed.address))
    share = f"{100 * found['share']:.1f}"
    assert f"Of n {proposed.study.n:,} incidents the proposed sites reach {share}%, those of today" in said
    assert "this is proved" in said
    assert "Take site 3" in said
    assert "Choose among the proposed sites" in said_of(
        reader.get(f"/districts/oestjylland/studies/{proposed.study.pk}/")
    )


def test_a_choice_is_kept_with_its_reason_and_each_taken_site_leads_to_a_proposal(proposed, reader):
    sent = {"taken": ["1", "3"], "reason": "The second lies in a school yard."}
    assert reader.post(proposed.address, sent).status_code == 302
    kept = Placement.objects.get(study=proposed.study.pk)
    assert [one["taken"] for one in kept.sites] == [True, False, True]
    page = read(reader.get(proposed.address))
    assert "2 of 3 proposed sites taken" in text_of(page)
    assert not page.xpath("//textarea[@name='reason']")
    links = page.xpath("//a[contains(@href, 'where=')]/@href")
    assert len(links) == 2
    form = read(reader.get(links[0]))
    site = kept.sites[0]
    assert form.xpath("//textarea[@id='drawing']")[0].text == f"{site['latitude']:.5f}, {site['longitude']:.5f}"
    room = said_of(reader.get(HERE))
    assert "The second lies in a school yard." in room
    assert "Asked, and not chosen from yet" not in room


def test_a_choice_without_a_reason_is_refused_and_what_was_ticked_stays(proposed, reader):
    answer = reader.post(proposed.address, {"taken": ["2"], "reason": " "})
    assert answer.status_code == 422
    page = read(answer)
    assert "It is not said why" in text_of(page)
    assert page.xpath("//input[@name='taken'][@checked]/@value") == ["2"]
    assert not Placement.objects.filter(study=proposed.study.pk).exists()


def test_who_chooses_second_is_told_that_a_choice_was_made(proposed, reader):
    assert reader.post(proposed.address, {"taken": ["1"], "reason": "First."}).status_code == 302
    answer = reader.post(proposed.address, {"taken": ["2"], "reason": "Second."})
    assert answer.status_code == 422
    assert "A choice has already been made" in said_of(answer)
    assert Placement.objects.get(study=proposed.study.pk).reason == "First."


def test_a_site_that_was_never_proposed_cannot_be_taken(proposed, reader):
    answer = reader.post(proposed.address, {"taken": ["4"], "reason": "There."})
    assert answer.status_code == 422
    assert not Placement.objects.filter(study=proposed.study.pk).exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"k": ""}, "How many: nothing is written"),
        ({"k": "0"}, "No site is to be chosen"),
        ({"k": "many"}, "cannot be read here"),
        ({"radius": ""}, "The reach is missing"),
        ({"categories": []}, "No category is chosen"),
        ({"kind": "sub-area"}, "does not offer"),
        ({"first": "2024-08-01"}, "ends before it begins"),
    ],
)
def test_what_cannot_be_asked_is_said_above_the_form_and_keeps_what_was_typed(reader, wrong, words):
    answer = reader.post(HERE, ASKED | {"area": "730"} | wrong)
    assert answer.status_code == 422
    page = read(answer)
    assert words in text_of(page.xpath("//*[@role='alert']")[0])
    assert page.xpath("//select[@id='area']/option[@selected]/@value") == ["730"]
    assert page.xpath("//input[@id='radius']/@value") == [ASKED["radius"] if "radius" not in wrong else ""]


def test_a_study_on_its_way_is_followed_on_its_own_page_and_another_kind_is_none_of_these(reader):
    answer = reader.post(HERE, ASKED)
    number = answer.url.rstrip("/").rsplit("/", 1)[1]
    assert reader.get(f"{HERE}{number}/").url == answer.url
    Study.objects.filter(pk=number).update(kind="kde")
    assert reader.get(f"{HERE}{number}/").status_code == 404
