"""Reading what is protected leaves one line that says who, when, why and about whom, or nothing is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.trail import one_line, refusal

from samvirke.foundation.words import Said
from samvirke.trust.access import rules
from samvirke.trust.access.actor import NOBODY, Actor, system
from samvirke.trust.access.grounds import Anything, Ground, Is, OfActor
from samvirke.trust.access.guard import NotAllowed, ask, command, deed, note, reading
from samvirke.trust.access.rules import forbid, rule
from samvirke.trust.audit.kept import verify_kept
from samvirke.trust.audit.models import Line, Side, Subject
from samvirke.trust.audit.subjects import subject_digest, subject_digests
from samvirke.trust.identity.models import Agency
from samvirke.trust.keys import rotate

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OPERATOR = system("operator")
EVA, OMAR = subject_digest("0101801234"), subject_digest("020290-2345")  # invented numbers


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two verbs for these tests alone; nobody may read about the agency that is called sealed."""
    monkeypatch.setattr(rules, "_rules", dict(rules._rules))
    rule("test.read", Ground(Said("is anybody"), Anything()))
    forbid("test.read", Ground(Said("is sealed"), Is("id", "sealed")))
    rule("test.change", Ground(Said("is the operator"), Is("id", OfActor("agency"))), Ground(Said("x"), Anything()))


@pytest.fixture
def agencies(db: None) -> list[Agency]:
    return [Agency.objects.create(id=name, name={"en": name}, kind="other") for name in ("one", "two", "sealed")]


def read(actor: Actor, thing: Agency) -> list[str]:
    """A list of names, read as a query of a desk would."""
    with reading(actor, "test.read", thing):
        found = list(Agency.objects.filter(id__in=["one", "two"]))
        note(
            *found, subjects=[OMAR, EVA, EVA], purpose="prevention", basis="justice-act-115-ssp", why="Eva asked for it"
        )
    return [one.id for one in found]


@command("test.change", on="thing")
def change(actor: Actor, *, thing: Agency) -> str:
    """Read on the way, and then say what was disclosed to whom."""
    read(actor, thing)
    note(recipients=["two", "one", "two"], fields=["name"])
    return "changed"


def test_a_list_is_one_line_with_the_things_on_it_and_the_persons_it_concerns(agencies):
    with one_line("test.read") as lines:
        assert read(OPERATOR, agencies[0]) == ["one", "two"]
    (line,) = lines
    assert line.things == ["identity.agency:one", "identity.agency:one", "identity.agency:two"]
    assert (line.kind, line.purpose, line.basis, line.ground) == (
        "read",
        "prevention",
        "justice-act-115-ssp",
        "is anybody",
    )
    assert Side.objects.get(pk=line.seq).content == {"why": "Eva asked for it", "subjects": sorted([EVA, OMAR])}
    assert set(Subject.objects.filter(seq=line.seq).values_list("key_id", "digest")) == {
        tuple(EVA.split(":")),
        tuple(OMAR.split(":")),
    }
    assert verify_kept()[1] == []


def test_neither_reason_nor_person_stands_in_the_chain_itself(agencies):
    with one_line("test.read") as lines:
        read(OPERATOR, agencies[0])
    chained = str(Line.objects.values().get(pk=lines[0].pk))
    assert "Eva" not in chained
    assert EVA.split(":")[1] not in chained


def test_what_may_not_be_read_is_not_read_and_the_refusal_names_the_thing(agencies):
    with refusal("test.read"):
        read(NOBODY, agencies[2])
    line = Line.objects.order_by("-seq").first()
    assert (line.things, line.ground, line.kind) == (["identity.agency:sealed"], "is sealed", "act")
    with pytest.raises(NotAllowed):
        ask(OPERATOR, "test.read", agencies[2])
    assert Line.objects.order_by("-seq").first().things == ["identity.agency:sealed"]


def test_a_command_that_reads_on_the_way_keeps_its_own_line(agencies):
    before = Line.objects.count()
    assert change(OPERATOR, thing=agencies[0]) == "changed"
    act, read_line = Line.objects.order_by("seq")[before:]
    assert (act.action, act.kind, act.recipients, act.facts) == (
        "test.change",
        "act",
        ["one", "two"],
        {"fields": ["name"]},
    )
    assert (read_line.action, read_line.kind, read_line.recipients) == ("test.read", "read", [])


def test_a_reading_inside_a_deed_that_fails_leaves_nothing(agencies):
    before = Line.objects.count()

    def half_a_deed() -> None:
        with deed(OPERATOR):
            read(OPERATOR, agencies[0])
            Agency.objects.create(id="one", name={}, kind="no kind at all")

    with pytest.raises(IntegrityError):
        half_a_deed()
    assert Line.objects.count() == before
    assert not Subject.objects.exists()


def with_the_trail_gone(table: str, do: Callable[[], object]) -> None:
    """Do something while a table of the trail is not there; the table comes back with the rollback."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":  # the program's role cannot rename it; another stands before it
                cursor.execute(f"CREATE TEMPORARY TABLE {table} (nothing integer)")
            else:
                cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_gone")
        do()


@pytest.mark.parametrize("table", ["audit_line", "audit_side", "audit_subject", "audit_head"])
def test_when_the_trail_has_nowhere_to_be_written_nothing_is_read(agencies, table):
    seen: list[list[str]] = []
    with pytest.raises(DatabaseError):
        with_the_trail_gone(table, lambda: seen.append(read(OPERATOR, agencies[0])))
    assert seen == []
    assert read(OPERATOR, agencies[0]) == ["one", "two"]


@pytest.mark.parametrize("table", ["audit_line", "audit_head"])
def test_when_the_trail_has_nowhere_to_be_written_a_refusal_is_no_quiet_one(agencies, table):
    with pytest.raises(DatabaseError):
        with_the_trail_gone(table, lambda: ask(OPERATOR, "test.read", agencies[2]))


def test_a_digest_is_the_same_however_the_number_is_written_and_changes_with_the_key(tmp_path, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    first = subject_digest("010180-1234")
    assert first == subject_digest(" 0101801234 ")
    assert first != subject_digest("0101801235")
    assert "0101801234" not in first
    rotate("subject")
    assert subject_digest("0101801234") != first
    assert subject_digests("0101801234") == [first, subject_digest("0101801234")]


@pytest.mark.parametrize("number", ["", "010180123", "01018012345", "010180-123a", "٠١٠١٨٠١٢٣٤"])
def test_what_is_no_number_has_no_digest(number):
    with pytest.raises(ValueError, match="ten digits"):
        subject_digest(number)
