"""The trail at the operator's terminal: sign it, export it, print the public keys, tell a person what was done."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from samvirke.doors.cli.commands.audit.verify import FINDINGS
from samvirke.trust.audit import verifier
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry
from samvirke.trust.audit.models import Line, Side
from samvirke.trust.audit.subjects import subject_digest
from samvirke.trust.keys import rotate

pytestmark = pytest.mark.django_db
NUMBER = "010180-1234"  # an invented number


@pytest.fixture(autouse=True)
def witness(migrated, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """Keys and checkpoints of the test's own, and a witness beside them; the tables stay where they are."""
    stamp = (home / "migrated").read_text(encoding="ascii")
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "migrated").write_text(stamp, encoding="ascii")
    monkeypatch.setenv("SAMVIRKE_WITNESS", str(tmp_path / "witness"))
    (tmp_path / "witness").mkdir()
    return tmp_path / "witness"


@pytest.fixture
def read_about_eva(witness: Path) -> Path:
    """Two deeds about an invented person, and the file that holds her number."""
    facts = {"decision": "permit", "ground": "works on the case", "subjects": [subject_digest(NUMBER)]}
    named = {"personal": {"name": "Ida Vang"}, "agency": "fjordby-kommune"}
    append([Entry("7f3c", "casework.read", kind="read", purpose="prevention", **facts, **named)])
    append([Entry("7f3c", "casework.disclose", recipients=["dal-kommune"], **facts, **named)])
    file = witness.with_name("number.txt")
    file.write_text(f"{NUMBER}\n", encoding="utf-8")
    return file


def test_a_checkpoint_is_signed_at_once_and_the_trail_verified_against_it(command_line, witness, in_danish):
    code, out, _err = command_line("audit", "checkpoint")
    size = json.loads((witness / "00000001.json").read_text(encoding="utf-8"))["size"]
    assert (code, out) == (0, f"Checkpoint 1 says that the trail has {size} lines; sent to the witness: 1.\n")
    assert command_line("audit", "verify")[0] == 0
    one = json.loads((witness / "00000001.json").read_text(encoding="utf-8"))
    (witness / "00000001.json").write_text(json.dumps({**one, "size": size + 5}), encoding="utf-8")
    code, out, _err = command_line("audit", "verify")
    assert (code, out) == (4, f"Checkpoint 1 at line {size + 5}: the chain is not the one that was signed.\n")
    assert in_danish("audit", "verify")[0] == 4


def test_a_witness_that_is_not_there_is_told(command_line, witness):
    witness.rmdir()
    code, _out, err = command_line("audit", "checkpoint")
    assert code == 2
    assert "Mount it, or correct SAMVIRKE_WITNESS." in err


def test_every_public_key_is_printed_oldest_first(command_line):
    first = command_line("audit", "key")[1]
    rotate("audit-signing")
    keys = command_line("audit", "key")[1].split()
    assert keys[0] == first.strip()
    assert len(keys) == 2
    assert all(len(bytes.fromhex(one)) == 32 for one in keys)


def test_an_export_is_verified_by_a_copy_of_one_file_on_another_machine(
    command_line, witness, read_about_eva, tmp_path
):
    command_line("audit", "checkpoint")
    file, program = tmp_path / "export.jsonl", tmp_path / "verifier.py"
    code, out, _err = command_line("audit", "export", file)
    assert (code, out.endswith(f"lines of the trail are written to {file}.\n")) == (0, True)
    program.write_bytes(Path(verifier.__file__).read_bytes())
    key = command_line("audit", "key")[1].strip()

    def verified() -> subprocess.CompletedProcess[str]:
        given = [sys.executable, "-I", program, file, witness, "--key", key]
        return subprocess.run(given, capture_output=True, text=True, check=False)

    assert verified().stdout.endswith("0 findings, signatures checked\n")
    text = file.read_text(encoding="utf-8")
    assert "Ida" not in text
    file.write_text(text.replace("prevention", "curiosity"), encoding="utf-8")
    answer = verified()
    assert answer.returncode == 4
    assert "changed after it was written" in answer.stdout


@pytest.mark.parametrize(
    "text", ["", "no JSON", "{}", "[]", '{"line": {}}\n{"head": {"seq": 1, "hash": "x"}, "kept_since": null}']
)
def test_a_file_that_is_no_export_is_not_whole(text, tmp_path, capsys):
    (tmp_path / "export.jsonl").write_text(text, encoding="utf-8")
    assert verifier.main([str(tmp_path / "export.jsonl")]) == 4
    assert "not whole" in capsys.readouterr().out


def test_names_leave_in_an_export_only_for_a_reason(command_line, read_about_eva, tmp_path):
    file = tmp_path / "export.jsonl"
    code, _out, err = command_line("audit", "export", file, "--with-names")
    assert (code, file.exists()) == (2, False)
    assert "needs a reason" in err
    assert command_line("audit", "export", file, "--with-names", "--why", "the yearly audit")[0] == 0
    assert "Ida Vang" in file.read_text(encoding="utf-8")


def test_a_person_is_told_what_was_done_without_their_number_in_sight(command_line, read_about_eva, in_danish):
    code, out, err = command_line("audit", "extract", "--cpr-from", read_about_eva)
    rows = [line.split("\t")[1:] for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert rows == [
        ["fjordby-kommune", "Looked at", "casework.read", "prevention", "", ""],
        ["fjordby-kommune", "Passed on", "casework.disclose", "", "", "dal-kommune"],
    ]
    assert "Looked at" not in in_danish("audit", "extract", "--cpr-from", read_about_eva)[1]
    everything = str([*Line.objects.values(), *Side.objects.values()])
    assert not any(number in everything for number in (NUMBER, "0101801234"))


def test_the_extract_names_and_withholds_only_for_a_reason(command_line, read_about_eva):
    asked = ("audit", "extract", "--cpr-from", read_about_eva, "--json")
    for more in (("--names",), ("--withhold", "casework.read")):
        assert command_line(*asked, *more)[0] == 2
        assert command_line(*asked, *more, "--why", "A court asks")[0] == 0
    told = json.loads(command_line(*asked, "--names", "--why", "A court asks", "--withhold", "casework.read")[1])
    assert (told["withheld"], told["deeds"][0]["name"]) == (1, "Ida Vang")
    code, out, err = command_line(*asked[:-1], "--withhold", "casework.read", "--why", "A court asks")
    assert (code, "casework.read" in out, err) == (0, False, "Withheld: 1.\n")
    assert json.loads(command_line(*asked, "--agency", "nowhere")[1])["deeds"] == []


def test_a_file_without_a_number_is_refused(command_line, read_about_eva):
    read_about_eva.write_text("Eva Strand\n", encoding="utf-8")
    code, _out, err = command_line("audit", "extract", "--cpr-from", read_about_eva)
    assert code == 2
    assert "no CPR number" in err
    assert "Eva" not in err


def test_nobody_known_to_the_trail_is_told_so(command_line, read_about_eva):
    read_about_eva.write_text("0202902345", encoding="utf-8")
    assert command_line("audit", "extract", "--cpr-from", read_about_eva)[1].startswith("The trail has no deed")


def test_the_number_is_never_an_argument(command_line):
    assert command_line("audit", "extract", NUMBER)[0] == 2
    assert "--cpr " not in command_line("audit", "extract", "--help")[1]


def test_what_the_verifier_can_say_can_be_said_in_every_language():
    text = Path(verifier.__file__).read_text(encoding="utf-8")
    assert [one for one in FINDINGS if f'"{one}"' not in text] == []
    said = {
        part.split('"')[0]
        for mark in ('Finding(seq, "', 'Finding(expected, "', 'wrong = "', 'return "')
        for part in text.split(mark)[1:]
    }
    assert {one for one in said if " " in one} <= set(FINDINGS)
