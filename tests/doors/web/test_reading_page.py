"""The secretariat sends a plan and sees its draft; nothing is stored, and nobody else finds the page."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.desks.plan.reading.shelf import PRINTED, plan
from tests.doors.web.places import read, text_of

from samvirke.desks.plan.reading import limits

# The public world has a database of its own; signing in and the trail are written whatever a page does.
_BESIDE = ("publications", "audit", "identity")
_ADDRESS = "/districts/oestjylland/plan/read/"


def sent(client: Client, name: str, content: bytes):
    """What the page answers when somebody sends a file."""
    return client.post(_ADDRESS, {"file": SimpleUploadedFile(name, content)})


def rows() -> dict[str, int]:
    """How many rows the tables of the staff's side have."""
    held = [model for model in apps.get_models() if model.__module__.startswith("samvirke.")]
    return {model._meta.label: model.objects.count() for model in held if model._meta.app_label not in _BESIDE}


def test_the_form_asks_for_a_file(reader: Client) -> None:
    page = read(reader.get(_ADDRESS))
    (field,) = page.xpath("//input[@type='file']")
    assert page.xpath(f"//label[@for='{field.get('id')}']")
    assert "At most 25 MB" in text_of(page)


@pytest.mark.parametrize("name", ["unnumbered.md", "numbered.docx", "outline.typ", "roman.txt"])
def test_a_plan_that_was_sent_comes_back_as_a_draft_and_nothing_is_stored(name: str, reader: Client) -> None:
    before = rows()
    answer = sent(reader, name.replace(".typ", ".pdf"), plan(name))
    told = text_of(read(answer))
    assert answer.status_code == 200
    assert [
        words for words in ("What did not fit", "Signatories", "Focus areas", "Printed series") if words not in told
    ] == []
    assert rows() == before


def test_the_draft_shows_each_item_with_how_sure_it_is_and_its_line(reader: Client) -> None:
    page = read(sent(reader, "jumps.txt", plan("jumps.txt")))
    told = text_of(page)
    assert "Ø-kredsen sure line 3" in told
    assert "The table of contents names “2.2 Lokalråd”; the text has no such heading." in told
    assert len(page.xpath("//ol[contains(@class, 'read-sections')]/li")) == 9
    (meets,) = [row for row in page.xpath("//tr") if "Ungesamrådet skal mødes" in text_of(row)]
    assert "every second month" in text_of(meets)
    assert "line 30" in text_of(meets)


def test_the_draft_can_be_taken_along_as_json_though_nothing_is_kept(reader: Client) -> None:
    page = read(sent(reader, "themes.txt", plan("themes.txt")))
    (link,) = page.xpath("//a[@download]")
    assert link.get("download") == "themes.json"
    told = json.loads(base64.b64decode(link.get("href").removeprefix("data:application/json;base64,")))
    assert [one["name"] for one in told["signatories"]] == ["Nanna Elkjær", "Ove Granhøj", "Pia Stenløv"]


@pytest.mark.parametrize("name", ["minutes.txt", "yearly_report.md", "handbook.txt"])
def test_what_is_no_plan_is_refused_on_the_page(name: str, reader: Client) -> None:
    answer = sent(reader, name, (PRINTED.with_name("others") / name).read_bytes())
    told = text_of(read(answer))
    assert answer.status_code == 422
    assert "This looks like" in told
    assert "Nothing was stored" in told


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.txt", b"", "No file was chosen|The file is empty"),
        ("half.pdf", b"%PDF-1.7 and no more", "The PDF is broken"),
        ("noise.docx", b"PK\x03\x04" + bytes(200), "The Word file is broken"),
        ("large.pdf", bytes(limits.MOST_BYTES + 1), "the largest that is read has 25 MB"),
    ],
)
def test_a_bad_file_is_refused_on_the_page(name: str, content: bytes, words: str, reader: Client) -> None:
    answer = sent(reader, name, content)
    assert answer.status_code == 422
    assert any(one in text_of(read(answer)) for one in words.split("|"))


def test_a_form_without_a_file_is_refused(reader: Client) -> None:
    answer = reader.post(_ADDRESS, {})
    assert answer.status_code == 422
    assert "No file was chosen" in text_of(read(answer))


def test_what_a_plan_says_is_shown_as_words_and_never_as_markup(reader: Client) -> None:
    text = plan("jumps.txt").decode("utf-8").replace("2.3 Ungesamråd", "2.3 Unge &lt;script>alert(1)&lt;/script>")
    answer = sent(reader, "jumps<b>.txt", text.encode("utf-8"))
    assert b"<script>alert" not in answer.content
    assert b"<b>" not in answer.content


@pytest.mark.parametrize("username", ["mona", "ellen", "soeren", "anne", "peter", "lise"])
def test_nobody_but_the_secretariat_finds_the_page(username: str, cast) -> None:
    client = cast(username)
    assert client.get(_ADDRESS).status_code == 404
    assert sent(client, "jumps.txt", plan("jumps.txt")).status_code == 404
    assert b"plan/read" not in client.get("/districts/oestjylland/plan/").content


def test_the_plans_page_leads_the_secretariat_there(reader: Client) -> None:
    assert b"plan/read" in reader.get("/districts/oestjylland/plan/").content


def test_the_folder_of_uploads_stays_as_it_was(reader: Client, home: Path) -> None:
    before = sorted(home.rglob("*.txt"))
    sent(reader, "jumps.txt", plan("jumps.txt"))
    assert sorted(home.rglob("*.txt")) == before
