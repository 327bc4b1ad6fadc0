"""Checkpoints: the end of the trail is signed, numbered, chained, and kept where it cannot be taken back."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.checkpoints import kept, own_folder, public_keys, witness_folder
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry
from samvirke.trust.audit.kept import verify_kept
from samvirke.trust.audit.models import Head, Line, Side, Subject
from samvirke.trust.audit.subjects import subject_digest
from samvirke.trust.audit.verifier import main as verifier
from samvirke.trust.jobs.declared import by_a_question, by_the_clock, declared
from samvirke.trust.jobs.models import Job
from samvirke.trust.jobs.scheduler import put_due_work_in_the_queue
from samvirke.trust.keys import rotate
from samvirke.trust.oversight import jobs
from samvirke.trust.oversight.commands.put_checkpoint import put_checkpoint
from samvirke.trust.oversight.queries.export import export

pytestmark = [pytest.mark.django_db, pytest.mark.database]

OPERATOR, SCHEDULER = system("operator"), system("scheduler")


@pytest.fixture(autouse=True)
def witness(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home and keys of the test's own, and a witness's folder beside them."""
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    folder = tmp_path / "witness"
    folder.mkdir()
    monkeypatch.setenv("SAMVIRKE_WITNESS", str(folder))
    return folder


def write(count: int = 3) -> None:
    subjects = [subject_digest("0101801234")]
    for _number in range(count):
        append(
            [Entry("7f3c", "plan.put", "permit", "a test", kind="read", subjects=subjects, personal={"name": "Eva"})]
        )


def found() -> set[str]:
    return {one.what for one in verify_kept()[1]}


def cut_to(size: int) -> None:
    """What the owner of the database can do: take the guard away, cut the trail, and make everything agree again."""
    lite = ("DROP TRIGGER IF EXISTS line_no_update", "DROP TRIGGER IF EXISTS line_no_delete")
    with connection.cursor() as cursor:
        for statement in lite if connection.vendor == "sqlite" else ("SET LOCAL session_replication_role = replica",):
            cursor.execute(statement)
    for model in (Line, Side, Subject):
        model.objects.filter(seq__gt=size).delete()
    end = Line.objects.filter(seq=size).values_list("hash", flat=True).first() or "0" * 64
    Head.objects.filter(id=1).update(seq=size, hash=end)


def test_a_checkpoint_says_how_long_the_trail_is_and_lies_at_the_witness_as_well(witness):
    write()
    size, digest = Head.objects.values_list("seq", "hash").get()
    told = put_checkpoint(OPERATOR)
    assert told == {"number": 1, "size": size, "sent": 1}
    (one,) = kept()
    assert (one["number"], one["size"], one["head"], one["key"]) == (1, size, digest, *public_keys().values())
    assert (witness / "00000001.json").read_bytes() == (own_folder() / "00000001.json").read_bytes()
    line = Line.objects.order_by("-seq").first()
    assert (line.action, line.facts) == ("audit.checkpoint", {"number": 1, "size": size, "sent": 1})
    assert found() == set()


def test_checkpoints_are_chained_also_across_a_new_key():
    for _time in range(3):
        write(2)
        put_checkpoint(OPERATOR)
        rotate("audit-signing")
    assert [one["number"] for one in kept()] == [1, 2, 3]
    assert len({one["key"] for one in kept()}) == 3
    assert len(public_keys()) == 4
    assert found() == set()


def test_a_trail_that_was_cut_and_agrees_with_itself_is_found_by_its_checkpoint():
    write(5)
    put_checkpoint(OPERATOR)
    write(5)
    put_checkpoint(OPERATOR)
    cut_to(kept()[0]["size"] + 2)
    assert found() == {"the chain is not the one that was signed"}


def test_an_old_database_with_its_old_checkpoints_is_found_by_the_witness(tmp_path):
    write(5)
    put_checkpoint(OPERATOR)
    shutil.copytree(own_folder(), tmp_path / "backup")
    size = Head.objects.get().seq
    write(5)
    put_checkpoint(OPERATOR)
    cut_to(size)
    shutil.rmtree(own_folder())
    shutil.copytree(tmp_path / "backup", own_folder(), dirs_exist_ok=True)
    assert found() == {"the chain is not the one that was signed", "one place keeps fewer than another"}


def test_a_fork_that_was_signed_with_our_key_is_found_by_the_witness():
    write(5)
    put_checkpoint(OPERATOR)
    cut_to(2)
    shutil.rmtree(own_folder())
    write(8)
    put_checkpoint(OPERATOR)
    assert found() == {"the chain is not the one that was signed"}


def test_a_signature_of_a_key_that_is_not_ours_is_found(monkeypatch, tmp_path):
    write(1)
    put_checkpoint(OPERATOR)
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "other keys"))
    assert found() == {"not signed by a known key"}


def test_a_checkpoint_is_never_written_over(witness):
    write(1)
    put_checkpoint(OPERATOR)
    before = (witness / "00000001.json").read_text(encoding="utf-8")
    (own_folder() / "00000001.json").unlink()
    put_checkpoint(OPERATOR)
    assert (witness / "00000001.json").read_text(encoding="utf-8") == before
    assert "two places keep different ones" in found()


def test_a_witness_that_was_away_gets_what_it_has_missed(witness, monkeypatch):
    write(1)
    away = witness.rename(witness.with_name("unmounted"))
    for number in (1, 2):
        with pytest.raises(Refused, match="is not there"):
            put_checkpoint(OPERATOR)
        assert len(kept()) == number
    with pytest.raises(Refused, match="Mount it"):
        witness_folder()
    away.rename(witness)
    assert put_checkpoint(OPERATOR)["sent"] == 3
    assert found() == set()
    monkeypatch.delenv("SAMVIRKE_WITNESS")
    assert put_checkpoint(OPERATOR)["sent"] == 0


@pytest.mark.parametrize("text", ["{", "[]", '{"number": 1}', ""])
def test_a_file_that_is_no_checkpoint_is_refused_and_named(text):
    (own_folder() / "00000001.json").write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match="cannot be read"):
        verify_kept()


def test_nobody_else_signs_the_trail():
    with pytest.raises(NotAllowed):
        put_checkpoint(NOBODY)
    assert kept() == []


def test_the_trail_is_signed_and_verified_every_night_and_after_a_thousand_lines(monkeypatch):
    assert {"audit.checkpoint", "audit.verify"} <= {one.name for one in by_the_clock()}
    assert declared("audit.checkpoint").tries > 1
    monkeypatch.setattr(jobs, "LINES_BETWEEN", Head.objects.get_or_create(id=1)[0].seq + 4)
    write(3)
    assert "audit.checkpoint" not in by_a_question()
    write(1)
    full = Line.objects.order_by("-seq").first().at
    write(2)
    for _time in range(2):
        put_due_work_in_the_queue()
    assert by_a_question()["audit.checkpoint"] == full
    assert Job.objects.filter(name="audit.checkpoint", due=full).count() == 1
    assert jobs.checkpoint(SCHEDULER, lambda *_: None)["number"] == 1


def test_the_nightly_look_fails_for_all_to_see_when_the_trail_is_not_whole():
    write(4)
    put_checkpoint(OPERATOR)
    assert jobs.verify_at_night(SCHEDULER, lambda *_: None)["lines"] == Head.objects.get().seq
    Side.objects.filter(seq=Head.objects.get().seq - 1).delete()
    with pytest.raises(Refused, match="not whole"):
        jobs.verify_at_night(SCHEDULER, lambda *_: None)


def test_an_export_is_verified_by_the_program_that_knows_nothing_of_us(tmp_path, capsys, witness):
    write(4)
    put_checkpoint(OPERATOR)
    (key,) = public_keys().values()
    for persons in (False, True):
        file = tmp_path / f"{persons}.jsonl"
        count = export(OPERATOR, file=file, persons=persons, why="the yearly audit" if persons else "")
        given = [str(file), str(own_folder()), str(witness), "--key", key]
        assert verifier(given) == 0
        assert capsys.readouterr().out == f"{count} lines, 0 findings, signatures checked\n"
        assert ("Eva" in file.read_text(encoding="utf-8")) == persons
    rows = file.read_text(encoding="utf-8").splitlines()
    cut = tmp_path / "cut.jsonl"
    tail = json.loads(rows[1])["line"]
    end = json.dumps({"head": {"seq": tail["seq"], "hash": tail["hash"]}, "kept_since": None})
    cut.write_text("\n".join([*rows[:2], end]), encoding="utf-8")
    assert verifier([str(cut)]) == 0
    assert verifier([str(cut), str(witness)]) == 4
    assert "checkpoint 1 at line" in capsys.readouterr().out


def test_an_export_with_names_needs_a_reason_and_leaves_a_line(tmp_path):
    with pytest.raises(Refused, match="needs a reason"):
        export(OPERATOR, file=tmp_path / "a.jsonl", persons=True)
    with pytest.raises(NotAllowed):
        export(NOBODY, file=tmp_path / "a.jsonl")
    assert list(tmp_path.glob("*.jsonl*")) == []
    write(1)
    export(OPERATOR, file=tmp_path / "a.jsonl", persons=True, why="the yearly audit")
    line = Line.objects.order_by("-seq").first()
    assert (line.action, line.kind, line.facts["persons"]) == ("audit.export", "read", True)
    assert Side.objects.get(pk=line.pk).content == {"why": "the yearly audit"}
    assert line.at > now() - timedelta(minutes=1)
