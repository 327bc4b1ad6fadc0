"""The pages of one commitment, of handing over, and of what is new since the last visit."""

from __future__ import annotations

import uuid

import pytest
from tests.doors.web.places import read, text_of

from samvirke.desks.meetings.models import Meeting
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment, LastVisit
from samvirke.registers.outbox.models import Message
from samvirke.trust.access.actor import system
from samvirke.trust.identity.models import Account

_REGISTER = "/districts/oestjylland/commitments/"


def one(slug: str) -> Commitment:
    return Commitment.objects.get(slug=slug, district_id="oestjylland", plan_id="")


def page_of(commitment: Commitment) -> str:
    return f"{_REGISTER}{commitment.pk}/"


@pytest.fixture
def terms(demo, db) -> Commitment:
    """The late one about the terms of reference, with two reports."""
    return one("kommissorium-for-strategisk-psp-forum")


def reported(client, commitment, version, **sent):
    facts = {"deed": "report", "version": version, "state": "on-course", "said": "The last remarks are in."}
    return client.post(page_of(commitment), facts | sent)


def test_it_is_followed_from_where_it_came_through_its_reports(reader, terms):
    found = read(reader.get(page_of(terms))).xpath("//ol[contains(@class, 'course')]/li")
    turns = [" ".join(" ".join(li.itertext()).split()) for li in found]
    assert turns[0].startswith("Where it came from")
    assert "Recorded" in turns[1]
    assert "14 May 2024 On course Regionen har sendt" in turns[3]
    assert turns[4].startswith("3 July 2024 At risk")


def test_a_commitment_of_the_plan_leads_back_to_its_section(reader, demo, db):
    promised = Commitment.objects.filter(district=demo).exclude(plan_id="").earliest("pk")
    [origin] = read(reader.get(page_of(promised))).xpath("//ol[contains(@class, 'course')]/li[1]//a")
    assert text_of(origin).startswith(f"The plan of {promised.origin['plan']}, section {promised.origin['section']} ")
    assert reader.get(origin.get("href")).status_code == 200


def test_one_that_was_decided_names_the_decision_and_its_meeting(reader, terms):
    meeting = Meeting.objects.filter(body=terms.body_id, state="held").first()
    facts = {"title": {"da": "Prøve"}, "text": {"da": "Prøve"}, "owners": ["randers-kommune"], "kind": "one-off"}
    origins = {
        f"decision:{uuid.uuid4()}": {"meeting": str(meeting.pk), "decision": "2024/7"},
        f"meeting:{meeting.pk}": {},
        "meeting:gone": {},
    }
    rows = [
        facts | {"measurable": True, "sort": "decision", "came_from": name, "origin": origin, "body_id": terms.body_id}
        for name, origin in origins.items()
    ]
    found = record(system("operator"), district=terms.district, commitments=rows)
    said = [text_of(read(reader.get(page_of(one))).xpath("//ol[contains(@class, 'course')]/li")[0]) for one in found]
    there = f"The district council of East Jutland, meeting {meeting.number} in 2024"
    assert said[0].endswith(f"Decision 2024/7, {there}")
    [link] = read(reader.get(page_of(found[0]))).xpath("//ol[contains(@class, 'course')]/li[1]//a")
    assert reader.get(link.get("href")).status_code == 200
    assert said[1].endswith(there)
    assert said[2].endswith("A meeting")


def test_a_report_is_written_and_done_closes_it(reader, terms):
    assert reported(reader, terms, terms.version).status_code == 302
    done = {"state": "done", "said": "Adopted.", "evidence": "Minutes of 10 September, item 5"}
    assert reported(reader, terms, terms.version + 1, **done).status_code == 302
    terms.refresh_from_db()
    assert (terms.state, terms.evidence) == ("done", "Minutes of 10 September, item 5")
    assert not read(reader.get(page_of(terms))).xpath("//form//textarea")


def test_the_one_who_was_overtaken_keeps_what_they_typed_and_overwrites_nothing(reader, terms):
    reported(reader, terms, terms.version)
    answer = reported(reader, terms, terms.version, said="Written at the same time.")
    assert answer.status_code == 422
    shown = read(answer)
    assert "Somebody else has changed this commitment" in text_of(shown.xpath("//section[@id='report']")[0])
    assert text_of(shown.xpath("//textarea[@id='said']")[0]) == "Written at the same time."
    assert terms.reports.filter(said="Written at the same time.").count() == 0


@pytest.mark.parametrize("wrong", [{"said": ""}, {"state": "done"}, {"state": ""}])
def test_a_report_that_cannot_be_is_refused_on_the_page(reader, terms, wrong):
    before = terms.reports.count()
    answer = reported(reader, terms, terms.version, **wrong)
    assert (answer.status_code, terms.reports.count()) == (422, before)
    assert "Nothing was stored." in text_of(read(answer))


def changed(client, commitment, **sent):
    facts = {
        "deed": "change",
        "version": commitment.version,
        "title": "Terms of reference for the strategic PSP forum",
        "text": "A draft of the terms is put before the council.",
        "sort": "decision",
        "owners": commitment.owners,
        "due": "2024-10-01",
        "person": str(Account.objects.get(username="line").pk),
    }
    return client.post(page_of(commitment), facts | sent)


def test_the_date_is_moved_and_untouched_words_keep_both_languages(reader, terms):
    assert changed(reader, terms).status_code == 302
    after = one(terms.slug)
    assert (after.due.isoformat(), after.person.username, after.title) == ("2024-10-01", "line", terms.title)
    said = text_of(read(reader.get(page_of(terms))).xpath("//ol[contains(@class, 'course')]")[0])
    assert "Deadline from 2024-07-01 to 2024-10-01 and who answers for it" in said


def test_new_words_replace_those_of_the_other_language_too(reader, terms):
    changed(reader, terms, title="Terms for the forum")
    assert one(terms.slug).title == {"en": "Terms for the forum"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "has no name"),
        ({"title": "x" * 201}, "at most 200 characters"),
        ({"owners": []}, "Nobody owes it"),
        ({"due": "soon"}, "“soon” is no date"),
        ({"begins": "2025-01-01"}, "begins after its date"),
        ({"cost": "much"}, "no whole number of kroner"),
        ({"cost": "99999999999"}, "no whole number of kroner"),
        ({"person": "00000000-0000-4000-8000-000000000000"}, "no such person"),
        ({"person": "x"}, "no such person"),
    ],
)
def test_a_change_that_cannot_be_is_refused_beside_the_form(reader, terms, wrong, said):
    answer = changed(reader, terms, **wrong)
    assert answer.status_code == 422
    assert said in text_of(read(answer).xpath("//section[@id='change']")[0])
    assert one(terms.slug).version == terms.version


def test_who_does_not_follow_up_reads_it_and_is_offered_no_form(cast, terms):
    client = cast("anne")
    assert not read(client.get(page_of(terms))).xpath("//main//form")
    assert reported(client, terms, terms.version).status_code == 404
    assert cast("lise").get(page_of(terms)).status_code == 404


def test_a_measure_is_recorded_with_what_it_states(reader, demo, db):
    facts = {
        "title": "Light on the path", "text": "", "sort": "measure", "owners": ["randers-kommune"],
        "body": "lokalraad-randers", "begins": "2024-09-01", "due": "2024-12-01", "area": "The path by the fjord",
        "municipalities": ["730", "9999"], "dose": "Six lamps", "audience": "Young people", "cost": "60.000",
        "prevention": "early", "measurable": "on",
    }  # fmt: skip
    answer = reader.post(f"{_REGISTER}new/", facts)
    made = Commitment.objects.get(title={"en": "Light on the path"})
    assert answer.url == page_of(made)
    assert (made.cost, made.municipalities, made.body_id, made.prevention) == (
        60_000,
        [730],
        "lokalraad-randers",
        "early",
    )
    shown = text_of(read(reader.get(page_of(made))))
    assert "60,000 kroner" in shown
    assert "The path by the fjord, Randers" in shown
    assert reader.post(f"{_REGISTER}new/", facts | {"title": ""}).status_code == 422


def test_handing_over_shows_what_changes_hands_and_tells_both(reader, demo, db):
    giver, taker = (Account.objects.get(username=name) for name in ("soeren", "line"))
    shown = read(reader.get(f"{_REGISTER}hand-over/?giver={giver.pk}"))
    assert "3 open commitments change hands" in text_of(shown)
    answer = reader.post(f"{_REGISTER}hand-over/", {"giver": str(giver.pk), "taker": str(taker.pk)})
    assert "3 commitments were handed over" in text_of(read(reader.get(answer.url)))
    assert Commitment.objects.filter(person=taker, state="open").count() == 4
    assert Message.objects.filter(to_id__in=[str(giver.pk), str(taker.pk)]).count() == 2


@pytest.mark.parametrize("sent", [{}, {"giver": "x", "taker": "y"}])
def test_handing_over_to_nobody_is_refused_and_only_for_those_who_follow_up(reader, cast, demo, db, sent):
    assert reader.post(f"{_REGISTER}hand-over/", sent).status_code == 422
    assert cast("anne").get(f"{_REGISTER}hand-over/").status_code == 404
    assert "hand-over" not in cast("anne").get(_REGISTER).content.decode()


def test_what_is_new_is_shown_until_it_was_seen(cast, demo, db):
    client = cast("tine")
    client.cookies["samvirke_language"] = "en"
    shown = read(client.get(f"{_REGISTER}since/"))
    assert text_of(shown.xpath("//h1")[0]) == "The last thirty days"
    assert "Tre af fem grupper er i gang." in text_of(shown)
    assert "Fire af syv kommuner" not in text_of(shown)
    [until] = shown.xpath("//input[@name='until']")
    assert client.post(f"{_REGISTER}since/seen", {"until": until.get("value")}).status_code == 302
    again = text_of(read(client.get(f"{_REGISTER}since/")))
    assert "Since your last visit on 20 August 2024" in again
    assert "Nothing has changed." in again


def test_a_moment_that_is_none_is_taken_as_now(reader, demo, db):
    for until in ("", "yesterday", "2024-08-20T10:00"):
        assert reader.post(f"{_REGISTER}since/seen", {"until": until}).status_code == 302
    assert LastVisit.objects.count() == 1
    assert reader.get(f"{_REGISTER}since/seen").status_code == 405
