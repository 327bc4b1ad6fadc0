"""`samvirke pack` in either language: where the files lie, what they are called, and that a refusal leaves none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

BODY = ("pack", "lokalraad-randers", "--quarter", "2024Q2")


def test_a_pack_is_two_files_whose_places_a_program_can_read(command_line, tmp_path):
    code, out, err = command_line(*BODY, "--out", tmp_path / "new" / "folder", "--language", "en", "--json")
    told = json.loads(out)
    assert (code, err, set(told)) == (0, "", {"title", "seconds", "pdf", "html"})
    assert Path(told["pdf"]).read_bytes().startswith(b"%PDF-")
    assert '<html lang="en"' in Path(told["html"]).read_text(encoding="utf-8")
    assert {path.name for path in (tmp_path / "new" / "folder").iterdir()} == {
        Path(told["pdf"]).name, Path(told["html"]).name,
    }  # fmt: skip


def test_the_paper_is_danish_unless_english_is_asked_for_whatever_the_operator_reads(command_line, in_danish, tmp_path):
    code, out, err = command_line(*BODY, "--out", tmp_path)
    pdf, html, said = out.splitlines()
    assert (code, err) == (0, "")
    assert '<html lang="da"' in Path(html).read_text(encoding="utf-8")
    assert Path(pdf).is_file()
    assert said.endswith(" seconds.")
    assert not in_danish(*BODY, "--out", tmp_path)[1].splitlines()[2].endswith(" seconds.")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("lokalraad-rander", "--quarter", "2024Q2"), "lokalraad-randers,"),
        (("lokalraad-randers", "--quarter", "2024Q5"), "“2024Q5”"),
        (("lokalraad-randers", "--quarter", "1990Q1"), "1990Q1"),
        (("psp-randers", "--quarter", "2024Q2"), "PSP"),
    ],
    ids=["a mistyped body", "no such quarter", "a quarter without figures", "a body without papers"],
)
def test_a_refusal_says_the_same_in_danish_and_leaves_no_file(command_line, in_danish, tmp_path, words, names):
    code, out, english = command_line("pack", *words, "--out", tmp_path / "out")
    assert (code, out) == (2, "")
    code, out, danish = in_danish("pack", *words, "--out", tmp_path / "out")
    assert (code, out, (tmp_path / "out").exists()) == (2, "", False)
    assert names.strip("“”") in danish
    assert names in english
    assert not set(english.strip().split(". ")) & set(danish.strip().split(". "))


def test_a_language_nobody_wrote_is_a_wrong_request(command_line, tmp_path):
    code, _out, err = command_line(*BODY, "--out", tmp_path, "--language", "sv")
    assert code == 2
    assert "'sv'" in err
    assert list(tmp_path.iterdir()) == []
