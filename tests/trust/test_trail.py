"""The trail grows by one chained line a deed, is never changed, and forgets persons without breaking."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import GENESIS, Entry
from samvirke.trust.audit.models import Head, Line, Side
from samvirke.trust.audit.verifier import FIELDS, Finding, verify

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def entry(**given: Any) -> Entry:
    return Entry(**{"actor": "7f3c", "action": "plan.publish", "decision": "permit", "ground": "a test"} | given)


def findings() -> list[Finding]:
    """What the verifier finds in the trail as it lies in the database."""
    sides = {side.seq: (side.salt, side.content) for side in Side.objects.all()}
    head = Head.objects.values_list("seq", "hash").first() or (0, GENESIS)
    return verify(Line.objects.order_by("seq").values(*FIELDS, "hash"), sides, head)


def test_a_line_is_chained_to_the_one_before_it():
    append([entry(), entry(action="plan.put")])
    second, first = Line.objects.order_by("-seq")[:2]
    assert (second.seq, second.before) == (first.seq + 1, first.hash)
    assert Head.objects.values_list("seq", "hash").get() == (second.seq, second.hash)
    assert findings() == []


LASTING: dict[str, Any] = {
    "text": "Ørsted “–” \U0001f41f",
    "empty": "",
    "escape": 'a "quoted" \\ line\nand a tab\t',
    "number": -7,
    "large": 2**63 + 1,
    "truth": True,
    "nothing": None,
    "nested": {"b": [1, [2, {"c": "d"}], False], "a": {}},
}


@pytest.mark.parametrize("name", sorted(LASTING))
def test_a_fact_comes_back_from_the_database_as_it_was_chained(name: str):
    append([entry(facts={"given": LASTING[name]}, personal={"said": LASTING[name]})])
    assert Line.objects.order_by("-seq").first().facts == {"given": LASTING[name]}
    assert findings() == []


@pytest.mark.parametrize("given", [1e16, -0.0, 0.1, float("nan"), {"deep": [1.5]}])
def test_a_number_that_a_database_may_spell_otherwise_is_refused_before_it_is_chained(given: object):
    before = Line.objects.count()
    with pytest.raises(TypeError, match=r"write .* as text"):
        append([entry(facts={"given": given})])
    with pytest.raises(TypeError):
        append([entry(personal={"given": given})])
    assert Line.objects.count() == before


def test_a_ground_longer_than_its_column_is_cut_and_still_chained():
    append([entry(ground="because " * 60)])
    assert len(Line.objects.order_by("-seq").first().ground) == 300
    assert findings() == []


def test_a_moment_without_a_fraction_of_a_second_is_chained_alike():
    append([entry()])
    line = Line.objects.order_by("-seq").first()
    assert abs(line.at - datetime.datetime.now(datetime.UTC)) < datetime.timedelta(minutes=1)
    assert line.at.tzinfo is not None


def test_a_forgotten_person_leaves_the_chain_whole():
    append([entry(personal={"name": "Eva Strand"})])
    line = Line.objects.order_by("-seq").first()
    assert len(line.side_digest) == 64
    Side.objects.filter(seq=line.seq).delete()
    assert findings() == []
    assert "Eva" not in str(Line.objects.values().get(pk=line.pk))


def test_two_lines_about_the_same_person_do_not_betray_it_by_their_digests():
    append([entry(personal={"name": "Eva Strand"}), entry(personal={"name": "Eva Strand"})])
    digests = Line.objects.order_by("-seq").values_list("side_digest", flat=True)[:2]
    assert len(set(digests)) == 2


def test_a_changed_side_is_found():
    append([entry(personal={"name": "Eva Strand"})])
    seq = Head.objects.get().seq
    Side.objects.filter(seq=seq).update(content={"name": "Omar Strand"})
    assert findings() == [Finding(seq, "its personal side was changed")]


def test_a_side_that_no_line_speaks_of_is_found():
    append([entry()])
    seq = Head.objects.get().seq
    Side.objects.create(seq=seq, at=datetime.datetime.now(datetime.UTC), salt="", content={"name": "Eva"})
    Side.objects.create(seq=seq + 99, at=datetime.datetime.now(datetime.UTC), salt="", content={"name": "Eva"})
    assert {finding.seq for finding in findings()} == {seq, seq + 99}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_line SET actor = 'somebody else'",
        "UPDATE audit_line SET seq = seq + 1000",
        "DELETE FROM audit_line",
        "DELETE FROM audit_line WHERE seq = (SELECT max(seq) FROM audit_line)",
    ],
)
def test_the_database_itself_refuses_to_change_or_remove_a_line(statement: str):
    append([entry()])
    before = list(Line.objects.order_by("seq").values())
    with pytest.raises(DatabaseError, match="add-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert list(Line.objects.order_by("seq").values()) == before


def test_rows_of_the_orm_are_refused_alike():
    append([entry()])
    line = Line.objects.order_by("-seq").first()
    line.actor = "somebody else"
    for change in (line.save, line.delete, lambda: Line.objects.filter(pk=line.pk).update(ground="another")):
        with pytest.raises(DatabaseError, match="add-only"), transaction.atomic():
            change()


def test_a_line_decides_and_there_is_one_head():
    with pytest.raises(DatabaseError), transaction.atomic():
        append([entry(decision="maybe")])
    with pytest.raises(DatabaseError), transaction.atomic():
        Head.objects.create(id=2)
