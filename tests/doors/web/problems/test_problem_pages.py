"""The pages of local problems: opened by two owners, worked on step by step, tied to what answers them, closed."""

from __future__ import annotations

import pytest
from tests.doors.web.places import read, text_of

from samvirke.desks.designations.models import Designation, Problem
from samvirke.registers.commitments.models import Commitment
from samvirke.trust.identity.models import Account

HERE = "/districts/oestjylland/problems/"
NEW = {
    "title": "Speeding past the school",
    "about": "Every weekday at eight.",
    "municipality": "730",
    "next_look": "2024-09-17",
}
pytestmark = pytest.mark.usefixtures("demo", "db")


def said_of(answer) -> str:
    return text_of(read(answer)).replace("\u00a0", " ")


def person(name: str) -> str:
    return str(Account.objects.get(username=name).pk)


@pytest.fixture
def made(reader):
    """A problem that was opened on the page, and its address."""
    answer = reader.post(f"{HERE}new/", NEW | {"officer": person("line"), "partner": person("soeren")})
    assert answer.status_code == 302, said_of(answer)
    return answer.url


def version(address: str) -> str:
    return str(Problem.objects.get(pk=address.rstrip("/").rsplit("/", 1)[1]).version)


def send(client, address, deed, **sent):
    return client.post(address, {"deed": deed, "version": version(address)} | sent)


def work(client, address, stage):
    return send(client, address, "work", said=f"Then {stage}.", stage=stage, next_look="2024-10-01")


def test_the_list_shows_what_is_worked_on_and_what_came_of_the_closed(reader):
    said = said_of(reader.get(HERE))
    assert "Utryghed på stien ved Østervold" in said
    assert "next look on 3 September 2024" in said
    assert "Nobody can tell, 3 June 2024" in said


def test_the_form_offers_officers_and_people_of_the_municipalities_and_keeps_what_was_typed(reader):
    page = read(reader.get(f"{HERE}new/"))
    officers = set(page.xpath("//select[@id='officer']/option/@value"))
    partners = set(page.xpath("//select[@id='partner']/option/@value"))
    assert person("line") in officers - partners
    assert person("soeren") in partners - officers
    answer = reader.post(f"{HERE}new/", NEW | {"about": " ", "officer": person("line"), "partner": person("soeren")})
    assert answer.status_code == 422
    page = read(answer)
    assert "not said what the problem is" in text_of(page.xpath("//*[@role='alert']")[0])
    assert page.xpath("//input[@id='title']/@value") == [NEW["title"]]
    assert page.xpath("//select[@id='municipality']/option[@selected]/@value") == ["730"]


def test_it_is_worked_on_tied_to_what_answers_it_and_closed(reader, made):
    for stage in ("analyse", "respond"):
        assert work(reader, made, stage).status_code == 302
    answer = work(reader, made, "assess")
    assert answer.status_code == 422
    assert "nothing to assess" in text_of(read(answer).xpath("//*[@id='work']//*[@role='alert']")[0])
    assert read(answer).xpath("//textarea[@id='said']")[0].text == "Then assess."
    promised = Commitment.objects.get(slug="gadeplan-for-randers-bymidte")
    assert send(reader, made, "link", belongs=f"commitment:{promised.pk}").status_code == 302
    page = read(reader.get(made))
    [tied] = page.xpath("//aside//li/a")
    assert text_of(tied) == "Street plan for the centre of Randers"
    assert reader.get(tied.get("href")).status_code == 200
    assert work(reader, made, "assess").status_code == 302
    assert send(reader, made, "close", outcome="less", why="Counted twice.").status_code == 302
    said = said_of(reader.get(made))
    assert "There is less of it, 20 August 2024" in said
    assert not read(reader.get(made)).xpath("//main//form")


def test_what_does_not_belong_after_all_is_taken_away_and_the_thing_stays(reader, made):
    place = Designation.objects.get(name="Stien ved Østervold")
    send(reader, made, "link", belongs=f"designation:{place.pk}")
    assert "Stien ved Østervold (Place that feels unsafe)" in said_of(reader.get(made)) or place.name in said_of(
        reader.get(made)
    )
    assert send(reader, made, "unlink", belongs=f"designation:{place.pk}").status_code == 302
    assert not read(reader.get(made)).xpath("//aside//li/a")
    assert Designation.objects.filter(pk=place.pk).exists()


def test_what_is_not_offered_cannot_be_tied(reader, made):
    elsewhere = Designation.objects.filter(municipality=751).first()
    for wrong in (f"designation:{elsewhere.pk}", "designation:nothing", "person:1", ""):
        answer = send(reader, made, "link", belongs=wrong)
        assert answer.status_code == 422
        assert "no longer there" in said_of(answer)


def test_who_was_slower_keeps_what_they_typed(reader, made):
    stale = version(made)
    assert work(reader, made, "scan").status_code == 302
    sent = {"deed": "work", "version": stale, "said": "Mine.", "stage": "scan", "next_look": "2024-10-01"}
    answer = reader.post(made, sent)
    assert answer.status_code == 422
    assert "Somebody else has changed this problem" in said_of(answer)
    assert read(answer).xpath("//textarea[@id='said']")[0].text == "Mine."


def test_a_mayor_reads_it_without_forms_and_an_unknown_one_is_not_there(cast, made):
    mayor = cast("anne")
    page = read(mayor.get(made))
    assert not page.xpath("//main//form")
    assert mayor.get(f"{HERE}00000000-0000-0000-0000-000000000000/").status_code == 404
    assert mayor.get(f"{HERE}new/").status_code == 404
