"""`samvirke plan read` prints the draft of a plan, in words or as JSON, and refuses what is no plan."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.desks.plan.reading.shelf import NAMES, PRINTED, plan

from samvirke.desks.plan.models import Plan
from samvirke.registers.partners.models import Body, Seat

OTHERS = PRINTED.with_name("others")
BEGIN = ("plan", "read", PRINTED / "jumps.txt", "--begin", "2045")


@pytest.mark.parametrize("name", NAMES)
def test_every_plan_of_the_shelf_is_printed_in_words(name: str, command_line, tmp_path: Path) -> None:
    file = tmp_path / name.replace(".typ", ".pdf")
    file.write_bytes(plan(name))
    code, out, err = command_line("plan", "read", file)
    assert (code, err) == (0, "")
    assert [
        words for words in ("Title:", "Police district:", "Sections:", "What did not fit:") if words not in out
    ] == []


def test_words_tell_how_sure_each_item_is_and_where_it_stands(command_line) -> None:
    _code, out, _err = command_line("plan", "read", PRINTED / "jumps.txt")
    assert "  Rikke Havmand, formand for Kredsrådet og politidirektør  [sure, line 58]" in out
    assert "    2.3 Ungesamråd  [sure, line 28]" in out
    assert "Who: Ungesamrådet · every second month" in out
    assert "The numbers jump: 2.1 is followed by 2.3.  [line 28]" in out


def test_json_holds_the_whole_draft(command_line) -> None:
    code, out, _err = command_line("plan", "read", PRINTED / "unnumbered.md", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["district"]["value"], told["year"]["value"]) == ("Klitkredsen", "2023")
    assert told["sections"][0]["text"][0]["text"].startswith("Klitkredsens Politi og kommunerne har arbejdet")
    assert told["sections"][4]["under"] == told["sections"][3]["order"]
    assert {one["confidence"]["level"] for one in told["signatories"]} == {"high"}
    (talk,) = [one for one in told["commitments"] if one["text"].startswith("Oplæg for ældre")]
    assert talk["owners"] == ["Klitkredsens Politi"]
    assert talk["due"] == {"day": "2023-06-30", "printed": "den 30. juni 2023"}
    assert told["series"][0]["points"][3] == {"year": 2022, "value": 1103.0, "printed": "1.103", "line": 56}


@pytest.mark.parametrize("name", sorted(one.name for one in OTHERS.iterdir()))
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_what_is_no_plan_is_refused_in_a_sentence(name: str, form: tuple[str, ...], command_line) -> None:
    code, out, err = command_line("plan", "read", OTHERS / name, *form)
    assert (code, out) == (2, "")
    assert err.startswith(f"File {name}: ")
    assert "Traceback" not in err


def test_a_file_that_is_not_there_is_named(command_line, tmp_path: Path) -> None:
    code, out, err = command_line("plan", "read", tmp_path / "nowhere.pdf")
    assert (code, out) == (2, "")
    assert "nowhere.pdf cannot be read or written" in err


def test_it_needs_neither_a_home_nor_a_database(tmp_path: Path) -> None:
    environment = {"SAMVIRKE_HOME": str(tmp_path / "home"), "PYTHONPATH": str(PRINTED.parents[4] / "src"), "PATH": ""}
    command = [sys.executable, "-m", "samvirke", "plan", "read", str(PRINTED / "html.md")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "home").exists()


def test_beginning_a_plan_from_a_file_lets_every_item_wait_and_takes_none_in(command_line, fjord) -> None:
    code, out, err = command_line(*BEGIN, "--district", "fjordkredsen")
    assert (code, err) == (0, "")
    plan = Plan.objects.get(district=fjord, year=2045)
    assert f"{plan.pk}: {plan.read_items.count()} items wait for a person." in out
    assert (plan.sections.count(), set(plan.read_items.values_list("state", flat=True))) == (0, {"waiting"})
    code, out, err = command_line(*BEGIN, "--district", "fjordkredsen")
    assert (code, "There is a plan for 2045 already" in err) == (2, True)


@pytest.mark.parametrize(("district", "said"), [("fjordkredse", "no district called"), ("", "not said for which")])
def test_a_plan_is_begun_for_a_district_that_is_there(district: str, said: str, command_line, fjord, dale) -> None:
    code, _out, err = command_line(*BEGIN, "--district", district)
    assert (code, said in err) == (2, True)
    assert not Plan.objects.filter(year=2045).exists()


def test_what_is_no_plan_begins_none(command_line, fjord) -> None:
    code, _out, err = command_line("plan", "read", OTHERS / "minutes.txt", "--begin", "2045", "--district", fjord.pk)
    assert (code, err.startswith("File minutes.txt: ")) == (2, True)
    assert not Plan.objects.filter(year=2045).exists()


@pytest.fixture
def local(fjord) -> Body:
    """The local council of Fjordby, with the police and the municipality at its table."""
    body = Body.objects.create(
        id="lokalraad-fjordby", district=fjord, kind="local-council", name={"da": "Lokalrådet"}, task={"da": "Møder."}
    )
    for order, agency in enumerate(("fjordby-kommune", "fjordkredsens-politi"), start=1):
        office = {"slug": agency, "office": {"da": "Leder"}, "role": "member"}
        Seat.objects.create(body=body, order=order, agency_id=agency, **office)
    return body


def test_an_action_plan_of_a_local_council_is_begun_from_a_file(command_line, fjord, local) -> None:
    given = (*BEGIN, "--district", fjord.pk, "--kind", "action", "--council", local.pk)
    code, _out, err = command_line(*given)
    assert (code, err) == (0, "")
    plan = Plan.objects.get(year=2045)
    assert (plan.kind, plan.body, plan.read_items.filter(state="waiting").exists()) == ("action", local, True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--kind", "action"), "not said for which local council"),
        (("--kind", "action", "--council", "lokalraad-fjordb"), "no local council called"),
        (("--kind", "ssp", "--council", "lokalraad-fjordby"), "does not approve the SSP plan"),
    ],
)
def test_without_a_council_that_has_such_a_plan_none_is_begun(given, said, command_line, fjord, local) -> None:
    code, _out, err = command_line(*BEGIN, "--district", fjord.pk, *given)
    assert (code, said in err) == (2, True)
    assert not Plan.objects.filter(year=2045).exists()
