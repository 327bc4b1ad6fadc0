"""`samvirke bases`: which legal bases a district uses, in words and as JSON, and how it answers for one."""

from __future__ import annotations

import json

import pytest

from samvirke.trust.access.basis import all_bases

pytestmark = pytest.mark.django_db

GIVEN = ("--reference", "Order 1 of 1 May 2030", "--assessment", "DPIA 2030-7")


def test_every_basis_is_listed_with_its_state_and_reason(fjord, command_line):
    code, out, err = command_line("bases", "list", fjord.pk)
    assert (code, err) == (0, "")
    assert all(f"{name}: " in out for name in all_bases())
    assert "justice-act-115-ssp: Crime-prevention cooperation (SSP) (in use)\n  Administration of Justice Act" in out
    assert "consent: Consent (not in use)\n  Not verified: " in out


def test_it_is_listed_in_danish(fjord, command_line, monkeypatch):
    monkeypatch.setenv("SAMVIRKE_LANGUAGE", "da")
    out = command_line("bases", "list", fjord.pk)[1]
    assert "consent: Samtykke (ikke i brug)" in out
    assert "Retsplejelovens § 115, stk. 1, nr. 1" in out


def test_a_district_answers_for_a_basis_and_takes_it_back(fjord, command_line):
    def state():
        rows = json.loads(command_line("bases", "list", fjord.pk, "--json")[1])
        return next(row for row in rows if row["name"] == "info-house")

    assert command_line("bases", "use", fjord.pk, "info-house", *GIVEN) == (
        0, "The Fjord District now uses “info-house”.\n", "",
    )  # fmt: skip
    assert state()["in_use"]
    assert "Order 1 of 1 May 2030" in state()["because"]
    assert command_line("bases", "leave", fjord.pk, "info-house")[0] == 0
    assert not state()["in_use"]
    code, _out, err = command_line("bases", "leave", fjord.pk, "info-house")
    assert (code, "entered nothing" in err) == (2, True)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list", "fjordkretsen"), "The nearest are: fjordkredsen"),
        (("use", "nowhere", "consent", *GIVEN), "There is no district called “nowhere”."),
        (("use", "fjordkredsen", "concent", *GIVEN), "The nearest are: consent"),
        (("use", "fjordkredsen", "consent", "--reference", " ", "--assessment", "x"), "is missing"),
        (("use", "fjordkredsen", "consent"), "--reference"),
    ],
)
def test_a_slip_is_told_with_what_to_do(fjord, command_line, words, said):
    code, out, err = command_line("bases", *words)
    assert (code, out) == (2, "")
    assert said in err


def test_a_district_that_is_not_loaded_is_told_with_what_to_do(db, command_line):
    code, _out, err = command_line("bases", "list", "nowhere")
    assert code == 2
    assert "samvirke district load" in err or "The nearest are" in err
