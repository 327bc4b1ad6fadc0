"""The supervisors' list flags readings for four reasons and by lot, of the own agency only, and ranks nobody."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import NOBODY, Actor, system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry
from samvirke.trust.audit.models import Line, Side, Subject
from samvirke.trust.audit.subjects import subject_digest
from samvirke.trust.oversight.commands.mark_reviewed import mark_reviewed
from samvirke.trust.oversight.draw import is_drawn
from samvirke.trust.oversight.models import Review
from samvirke.trust.oversight.queries import review as asked
from samvirke.trust.oversight.queries.review import Flagged, review
from samvirke.trust.oversight.thresholds import Thresholds, thresholds

pytestmark = [pytest.mark.django_db, pytest.mark.database]

DISTRICT = {"id": "fjordkredsen"}
NEVER, ALWAYS = 10**12, 1
MORNING = datetime(2024, 8, 20, 8, 0, tzinfo=UTC)  # a Tuesday, 10 o'clock in Copenhagen
LATER = MORNING + timedelta(days=20)
PERSONS = [subject_digest(f"010180{number:04d}") for number in range(1000, 1008)]
SAID = Thresholds(accounts=3, one_in=NEVER)
Wrote = Callable[..., Line]


def officer(name: str = "peter", agency: str = "fjordby-kommune") -> Actor:
    posts, offices = frozenset({("privacy-officer", agency)}), frozenset({("privacy-officer", "fjordkredsen")})
    return Actor(id=name, name=name, agencies=frozenset({agency}), posts=posts, offices=offices)


@pytest.fixture
def wrote(monkeypatch: pytest.MonkeyPatch) -> Wrote:
    """Puts a line into the trail as if it were another time: `wrote("eva", MORNING, PERSONS[0])`."""

    def put(actor: str, at: datetime, *subjects: str, **given: Any) -> Line:
        facts = {"action": "casework.read", "decision": "permit", "ground": "a test", "kind": "read"} | given
        entry = Entry(actor=actor, subjects=list(subjects), personal={"name": actor.title()}, **facts)
        entry.agency = entry.agency or "fjordby-kommune"
        with monkeypatch.context() as patch:
            patch.setattr("samvirke.trust.audit.commands.append.now", lambda: at)
            append([entry])
        return Line.objects.order_by("-seq").first()

    return put


def listed(actor: Actor | None = None, **given: Any) -> list[Flagged]:
    facts = {"said": SAID, "moment": LATER} | given
    return review(actor or officer(), DISTRICT, **facts)


def why(found: list[Flagged]) -> dict[str, list[str]]:
    return {one.line.actor: [reason.message for reason in one.reasons] for one in found}


def followed_up(wrote: Wrote, actor: str, *subjects: str, **given: Any) -> Line:
    """A reading in working hours of which something came."""
    line = wrote(actor, MORNING, *subjects, **given)
    wrote(actor, MORNING + timedelta(days=1), *subjects, kind="act", action="casework.write")
    return line


def test_a_reading_that_something_came_of_is_not_on_the_list(wrote):
    followed_up(wrote, "eva", PERSONS[0])
    assert listed() == []


def test_many_accounts_that_read_about_one_person_are_shown(wrote):
    for name in ("eva", "omar", "ida"):
        followed_up(wrote, name, PERSONS[0])
        followed_up(wrote, name, PERSONS[1] if name != "ida" else PERSONS[2])
    assert why(listed()) == {name: [asked.MANY] for name in ("eva", "omar", "ida")}
    assert len(listed()) == 3
    assert listed(said=Thresholds(accounts=4, one_in=NEVER)) == []


def test_a_reading_that_nothing_came_of_is_shown_when_its_time_has_passed(wrote):
    wrote("eva", MORNING, PERSONS[0])
    wrote("eva", MORNING + timedelta(days=1), PERSONS[1], kind="act")
    wrote("omar", MORNING + timedelta(days=1), PERSONS[0], kind="act")
    wrote("eva", MORNING + timedelta(days=15), PERSONS[0], kind="act")
    assert why(listed()) == {"eva": [asked.NO_FOLLOW_UP]}
    assert listed(moment=MORNING + timedelta(days=13)) == []


def test_a_deed_on_the_same_case_is_a_follow_up_as_well(wrote):
    wrote("eva", MORNING, PERSONS[0], things=["casework.case:7"])
    wrote("eva", MORNING + timedelta(hours=1), kind="act", things=["casework.case:7"])
    assert listed() == []


def test_an_account_that_is_close_to_the_person_is_shown(wrote):
    followed_up(wrote, "eva", PERSONS[0])
    followed_up(wrote, "omar", PERSONS[0])
    assert why(listed(close={("eva", PERSONS[0]), ("omar", PERSONS[1])})) == {"eva": [asked.OWN_NETWORK]}


@pytest.mark.parametrize(
    ("local", "is_shown"),
    [
        ("2024-08-20 05:59", True), ("2024-08-20 06:00", False),
        ("2024-08-20 19:59", False), ("2024-08-20 20:00", True),
        ("2024-08-24 12:00", True), ("2024-08-25 12:00", True),
        ("2024-08-26 06:00", False), ("2024-10-28 06:30", False),
    ],
)  # fmt: skip
def test_after_hours_is_told_by_the_clock_in_copenhagen(local, is_shown, wrote):
    at = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo("Europe/Copenhagen"))
    wrote("eva", at)
    assert why(listed(moment=at + timedelta(days=1))) == ({"eva": [asked.AFTER_HOURS]} if is_shown else {})


def test_of_what_is_usual_a_sample_is_drawn_that_stays_the_same_and_depends_on_the_key(wrote, tmp_path, monkeypatch):
    lines = [followed_up(wrote, f"account-{number}", PERSONS[number % 8]) for number in range(200)]
    said = Thresholds(accounts=NEVER, one_in=10)
    drawn = [one.line.seq for one in listed(said=said)]
    assert drawn == [one.line.seq for one in listed(said=said)]
    assert 1 <= len(drawn) <= 60
    assert {reason.message for one in listed(said=said) for reason in one.reasons} == {asked.DRAWN}
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    assert drawn != [line.seq for line in reversed(lines) if is_drawn(line, said.one_in)]


def test_the_list_says_what_a_plain_reading_of_its_description_says(wrote):
    dice = random.Random(20240820)
    for _number in range(300):
        at = MORNING + timedelta(minutes=dice.randrange(20 * 24 * 60))
        concerned = dice.sample(PERSONS, dice.randrange(3))
        wrote(f"account-{dice.randrange(9)}", at, *concerned, kind=dice.choice(["act", "read", "read"]))
    lines = {line: set(_persons(line)) for line in Line.objects.filter(action="casework.read").order_by("-seq")}
    expected = {}
    for line, persons in lines.items():
        reasons = []
        if any(
            len({one.actor for one in lines if one.kind == "read" and person in lines[one]}) >= 5 for person in persons
        ):
            reasons.append(asked.MANY)
        end = line.at + timedelta(days=14)
        answers = [one for one in lines if one.kind == "act" and one.actor == line.actor and lines[one] & persons]
        if persons and end <= LATER and not any(line.at <= one.at <= end for one in answers):
            reasons.append(asked.NO_FOLLOW_UP)
        local = line.at.astimezone(ZoneInfo("Europe/Copenhagen"))
        if local.isoweekday() > 5 or local.hour < 6 or local.hour > 19:
            reasons.append(asked.AFTER_HOURS)
        if line.kind == "read" and reasons:
            expected[line.seq] = reasons
    found = listed(said=Thresholds(one_in=NEVER))
    assert {one.line.seq: [reason.message for reason in one.reasons] for one in found} == expected
    assert 20 < len(expected) < len(lines)


def _persons(line: Line) -> list[str]:
    return [f"{one.key_id}:{one.digest}" for one in Subject.objects.filter(seq=line.seq)]


def test_an_officer_sees_their_own_agencys_accounts_and_not_their_own_deeds(wrote):
    everything = Thresholds(one_in=ALWAYS)
    wrote("eva", MORNING)
    wrote("omar", MORNING, agency="dal-kommune")
    wrote("peter", MORNING)
    wrote("system:scheduler", MORNING)
    wrote("ida", MORNING, kind="act")
    wrote("bo", MORNING - timedelta(days=90))
    assert set(why(listed(said=everything))) == {"eva"}
    assert set(why(listed(officer("ane"), said=everything))) == {"eva", "peter"}
    assert set(why(listed(officer("ane", "dal-kommune"), said=everything))) == {"omar"}
    with refusal("audit.review"):
        listed(Actor(id="eva", name="Eva", agencies=frozenset({"fjordby-kommune"})))


def test_looking_at_the_list_leaves_a_line_and_does_not_fill_the_list(wrote):
    line = wrote("eva", MORNING)
    everything = Thresholds(one_in=ALWAYS)
    with one_line("audit.review") as lines:
        listed(said=everything)
    assert (lines[0].kind, lines[0].things) == ("read", [f"audit.line:{line.seq}"])
    assert [one.line.seq for one in listed(officer("ane"), said=everything)] == [line.seq]


def test_what_the_list_gives_has_no_number_by_which_persons_or_employees_could_be_ranked(wrote):
    for name in ("omar", "eva", "eva"):
        wrote(name, MORNING, PERSONS[0])
    found = listed()
    assert set(Flagged.__dataclass_fields__) == {"line", "name", "reasons", "reviewed"}
    assert [one.line.seq for one in found] == sorted((one.line.seq for one in found), reverse=True)


def test_a_name_that_was_forgotten_is_empty(wrote):
    line = wrote("eva", MORNING, PERSONS[0])
    Side.objects.filter(seq=line.seq).delete()
    assert [one.name for one in listed()] == [""]


def test_a_deed_is_marked_once_with_what_was_found_and_leaves_a_line(wrote):
    line = wrote("eva", MORNING, PERSONS[0])
    with one_line("audit.review-deed") as lines:
        mark_reviewed(officer(), line=line, said="  She was on call ")
    assert Side.objects.get(pk=lines[0].seq).content["why"] == "She was on call"
    assert [one.reviewed.note for one in listed()] == ["She was on call"]
    with pytest.raises(Refused, match="already"):
        mark_reviewed(officer(), line=line, said="again")
    assert Review.objects.get().by == "peter"


@pytest.mark.parametrize("said", ["", "   "])
def test_nothing_is_marked_without_a_word(said, wrote):
    line = wrote("eva", MORNING)
    with pytest.raises(Refused, match="missing"):
        mark_reviewed(officer(), line=line, said=said)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(seq=line.seq, at=MORNING, by="x", note="")


def test_nobody_marks_their_own_deed_or_that_of_another_agency(wrote):
    line = wrote("peter", MORNING)
    for actor in (officer("peter"), officer("ane", "dal-kommune"), NOBODY, system("operator")):
        with pytest.raises(NotAllowed):
            mark_reviewed(actor, line=line, said="all is well")
    assert not Review.objects.exists()


def test_a_district_sets_its_own_thresholds(home: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path))
    assert thresholds() == Thresholds()
    file = tmp_path / "samvirke.toml"
    file.write_text("[review]\naccounts = 9\nopens = 7\n", encoding="utf-8")
    assert thresholds() == Thresholds(accounts=9, opens=7)
    for wrong in ("acounts = 9", "accounts = 0", 'accounts = "9"', "accounts = true"):
        file.write_text(f"[review]\n{wrong}\n", encoding="utf-8")
        with pytest.raises(Refused, match="sets nothing in the review"):
            thresholds()
