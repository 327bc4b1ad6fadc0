"""Annexes of an agenda item: sent, listed, read, removed; as open as the item is, and never what they are not."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.doors.web.meetings.conftest import here, said, wrong
from tests.doors.web.places import read

from samvirke.desks.meetings.commands.attend import Person, expect
from samvirke.desks.meetings.engine.annex import MOST_BYTES, annex_of
from samvirke.desks.meetings.models import AgendaItem, Paper
from samvirke.handovers.meeting_agenda import call_meeting
from samvirke.handovers.meeting_papers import frozen_agenda
from samvirke.registers.documents.models import Document
from samvirke.registers.documents.queries.documents import content_of

pytestmark = pytest.mark.django_db
_PDF = b"%PDF-1.7\nstartxref\n0\n%%EOF"


def packed(parts, method=zipfile.ZIP_DEFLATED):
    """An Office file with these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


_WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<document/>"}


def papers():
    """Those of this council; the demo may lie beside it."""
    return Paper.objects.filter(meeting__invented=False)


def documents():
    return Document.objects.filter(body_id="kredsraad-fjordkredsen")


def page_of(table, number=5):
    return here(table, f"items/{table.item(number).pk}/")


def attach(client, table, number=5, name="Kort over indbrud.pdf", content=_PDF):
    sent = {"deed": "attach", "file": SimpleUploadedFile(name, content)}
    return client.post(page_of(table, number), sent)


def test_a_file_is_sent_and_read_again_as_it_was(drafted, comes):
    tine, anne = comes("tine"), comes("anne")
    assert attach(tine, drafted).status_code == 302
    [link] = read(anne.get(page_of(drafted))).xpath("//section[@aria-labelledby='annexes']//a")
    assert link.text == "Kort over indbrud.pdf"
    answer = anne.get(link.get("href"))
    assert (answer.content, answer["Content-Type"]) == (_PDF, "application/pdf")
    assert answer["Content-Disposition"].startswith("inline")
    assert "Kort over indbrud.pdf" in said(anne.get(here(drafted)))
    assert not read(anne.get(page_of(drafted))).xpath("//input[@type='file']")


def test_what_a_browser_could_run_is_fetched_and_not_shown(drafted, comes):
    tine = comes("tine")
    attach(tine, drafted, name="tal.csv", content="år;antal\n".encode())
    answer = tine.get(here(drafted, f"papers/{papers().get().pk}"))
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        "text/csv; charset=utf-8", 'attachment; filename="tal.csv"',
    )  # fmt: skip


def test_an_annex_is_as_open_as_its_item_is_now(drafted, comes, person):
    attach(comes("tine"), drafted)
    person("analyst", "fjordby-kommune", "outsider")
    outsider, paper = comes("outsider"), here(drafted, f"papers/{papers().get().pk}")
    assert outsider.get(paper).status_code == 200
    AgendaItem.objects.filter(pk=drafted.item(5).pk).update(is_open=False)
    assert outsider.get(paper).status_code == 404
    assert outsider.get(page_of(drafted)).status_code == 404
    assert "Kort over indbrud" not in outsider.get(here(drafted)).content.decode()
    assert comes("tine").get(paper).status_code == 200


def test_the_frozen_agenda_names_the_annexes_in_the_part_that_they_belong_to(called, comes):
    tine = comes("tine")
    attach(tine, called)
    AgendaItem.objects.filter(pk=called.item(4).pk).update(is_open=False)
    attach(tine, called, number=4, name="Lukket.pdf")
    [opened], [closed] = frozen_agenda(called.tine, called.again())
    assert "Kort over indbrud.pdf" in content_of(called.tine, opened).decode()
    assert "Lukket.pdf" not in content_of(called.tine, opened).decode()
    assert "Lukket.pdf" in content_of(called.tine, closed).decode()


def test_an_item_closed_after_the_call_takes_the_agenda_that_was_sent_with_it(drafted, comes, person):
    tine, table = comes("tine"), drafted
    expect(table.tine, meeting=table.meeting, people=[Person("Ellen", "chair", table.ellen.key)])
    call_meeting(table.tine, meeting=table.again(), version=table.again().version)
    person("analyst", "fjordby-kommune", "outsider")
    outsider, old = comes("outsider"), papers().get()
    address = here(table, f"papers/{old.pk}")
    assert "Indbrud" in outsider.get(address).content.decode()
    item = table.item(5)
    sent = {"title": "Indbrud", "kind": item.kind, "minutes": "10", "version": str(item.version)}
    assert tine.post(page_of(table), sent).status_code == 302
    assert outsider.get(address).status_code == 404
    assert "Indbrud" in tine.get(address).content.decode()
    opened = papers().get(is_open=True)
    anew = outsider.get(here(table, f"papers/{opened.pk}"))
    assert (anew.status_code, "Indbrud" in anew.content.decode()) == (200, False)
    assert papers().filter(is_open=False).count() == 2


def test_an_item_closed_in_its_minutes_shuts_the_agenda_that_was_sent(running, comes):
    document = frozen_agenda(running.tine, running.again())[0][0]
    old = Paper.objects.create(meeting=running.meeting, document=document, is_open=True)
    comes("tine").post(here(running, f"minutes/{running.item(5).pk}/"), {"version": "1", "is_open": "closed"})
    old.refresh_from_db()
    assert (running.item(5).is_open, old.is_open) == (False, False)
    assert Paper.objects.filter(meeting=running.meeting).count() == 3


def test_an_annex_that_is_removed_is_gone_with_its_row(drafted, comes):
    tine = comes("tine")
    attach(tine, drafted)
    paper = papers().get()
    sent = {"deed": "detach", "annex": str(paper.pk)}
    assert comes("anne").post(page_of(drafted), sent).status_code == 404
    assert tine.post(page_of(drafted), sent).status_code == 302
    assert (papers().count(), Document.objects.filter(kind="meeting-annex").count()) == (0, 0)
    assert "not there any more" in wrong(tine.post(page_of(drafted), sent))


def test_the_papers_of_the_whole_meeting_are_not_removed_as_an_annex(drafted, comes):
    attach(comes("tine"), drafted)
    document = documents().get()
    papers().update(item=None)
    sent = {"deed": "detach", "annex": str(papers().get().pk)}
    assert comes("tine").post(page_of(drafted), sent).status_code == 422
    assert documents().get() == document


def test_an_item_with_annexes_is_not_taken_off_before_they_are(drafted, comes):
    tine = comes("tine")
    attach(tine, drafted)
    sent = {"deed": "away", "item": drafted.item(5).pk, "version": drafted.again().version}
    assert "The item has annexes." in wrong(tine.post(here(drafted), sent))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("virus.exe", b"MZ", "no file of a kind that can be an annex"),
        ("side.html", b"<script>", "no file of a kind"),
        ("tom.pdf", b"", "empty"),
        ("kort.pdf", b"<html>", "not what its name says"),
        ("brev.docx", b"%PDF-1.7", "not what its name says"),
        ("tal.csv", b"a\x00b", "not what its name says"),
        ("hej.pdf", b"%PDF-1.4 hej", "broken and cannot be opened"),
        ("lukket.pdf", _PDF.replace(b"startxref", b"trailer <</Encrypt 5 0 R>>\nstartxref"), "locked with a password"),
        ("brev.docx", b"PK\x03\x04 hej", "broken"),
        ("brev.docx", packed({"readme.txt": "hej"}), "not what its name says"),
        ("tal.xlsx", packed(_WORD), "not what its name says"),
        ("bombe.docx", packed({**_WORD, "word/media/a.bin": bytes(8_000_000)}), "far more than its size says"),
        ("tekst.odt", packed({"mimetype": "application/zip"}), "not what its name says"),
        ("brev.docx", packed(_WORD, zipfile.ZIP_STORED).replace(b"<document/>", b"<documant/>"), "broken"),
    ],
)
def test_what_is_no_annex_is_refused_by_its_name(drafted, comes, name, content, says):
    answer = attach(comes("tine"), drafted, name=name, content=content)
    assert (answer.status_code, says in wrong(answer)) == (422, True), wrong(answer)
    assert (name in wrong(answer), documents().count()) == (True, 0)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("brev.docx", _WORD),
        ("tal.xlsx", {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}),
        ("tekst.odt", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office/>"}),
    ],
)
def test_a_whole_office_file_is_an_annex(name, parts):
    assert annex_of(name, packed(parts)).name == name


def test_a_file_that_is_too_large_is_refused_before_it_is_read(drafted, comes):
    answer = attach(comes("tine"), drafted, content=_PDF + bytes(MOST_BYTES))
    assert "larger than 20 MB" in wrong(answer)
    assert documents().count() == 0


def test_nobody_but_the_secretariat_sends_one_and_none_is_sent_after_the_meeting(running, comes):
    assert attach(comes("anne"), running).status_code == 404
    assert comes("tine").post(page_of(running), {"deed": "attach"}).status_code == 422
    type(running.meeting).objects.filter(pk=running.meeting.pk).update(state="held")
    assert "The meeting is held" in wrong(attach(comes("tine"), running))
    assert documents().count() == 0


def test_a_name_from_another_machine_is_kept_without_its_path():
    assert annex_of('C:\\Sager\\"Kort".pdf', _PDF).name == "Kort.pdf"
    assert annex_of("../../etc/\r\nkort.PDF", _PDF).name == "kort.PDF"
    assert len(annex_of("k" * 300 + ".pdf", _PDF).name) == 120
