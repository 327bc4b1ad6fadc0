"""A paper is kept encrypted under a random name, comes back as it was, and is read within its district only."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest
from tests.trail import one_line, refusal

from samvirke.foundation.fault import Refused
from samvirke.foundation.kept import kept_tables
from samvirke.foundation.words import Words
from samvirke.registers.documents.commands.keep_document import keep_document
from samvirke.registers.documents.files import names
from samvirke.registers.documents.jobs import sweep_orphans
from samvirke.registers.documents.models import Document
from samvirke.registers.documents.queries.documents import content_of, documents
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.guard import deed
from samvirke.trust.jobs.declared import by_the_clock
from samvirke.trust.keys import rotate

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
PAPER = "Mødepakke for lokalrådet".encode() * 100


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch) -> Path:
    """A home and keys of the test's own."""
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "keys"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def council(fjord):
    return Body.objects.get(pk="kredsraad-fjordkredsen")


def keep(body, actor=OPERATOR, content=PAPER, **changed):
    facts = {
        "kind": "pack", "title": Words(da="Pakke"), "period": "2024Q2", "language": "da",
        "media_type": "application/pdf", "file_name": "pakke.pdf", "made_from": {"incidents": 3},
    }  # fmt: skip
    return keep_document(actor, body=body, content=content, **facts | changed)


def file_of(document, home):
    return home / "documents" / document.stored_as[:2] / document.stored_as


def test_a_paper_is_kept_with_its_digest_and_a_line_of_the_trail(council, person):
    mona = person("analyst", "fjordby-kommune")
    with one_line("documents.keep") as lines:
        document = keep(council, mona)
    assert lines[0].things == [f"partners.body:{council.pk}", f"documents.document:{document.pk}"]
    assert lines[0].facts == {"paper": "pack", "period": "2024Q2"}
    document.refresh_from_db()
    assert (document.sha256, document.size) == (hashlib.sha256(PAPER).hexdigest(), len(PAPER))
    assert (document.made_by, document.made_from, document.district_id) == (mona.id, {"incidents": 3}, "fjordkredsen")


def test_what_comes_back_is_what_was_kept(council):
    for content in (PAPER, b"", bytes(range(256)) * 5_000):
        assert content_of(OPERATOR, keep(council, content=content)) == content


def test_the_file_on_the_disk_tells_nothing(council, own_home):
    first, second = keep(council), keep(council)
    sealed = [file_of(one, own_home).read_bytes() for one in (first, second)]
    assert b"pakke" not in sealed[0]
    assert sealed[0] != sealed[1]
    assert names() == {first.stored_as, second.stored_as}
    assert not {first.stored_as, second.stored_as} & {str(first.pk), first.file_name, first.sha256}


def test_papers_kept_under_an_older_key_are_still_read(council):
    old = keep(council)
    rotate("documents")
    new = keep(council)
    assert old.key_id != new.key_id
    assert content_of(OPERATOR, old) == content_of(OPERATOR, new) == PAPER


@pytest.mark.parametrize(
    "change", [lambda sealed: sealed[:-1] + bytes([sealed[-1] ^ 1]), lambda sealed: sealed[:20], lambda sealed: b""]
)
def test_a_file_that_was_changed_is_not_given_out(council, own_home, change):
    document = keep(council)
    file = file_of(document, own_home)
    file.write_bytes(change(file.read_bytes()))
    with pytest.raises(Refused, match="file was changed"):
        content_of(OPERATOR, document)


def test_the_file_of_one_paper_does_not_pass_for_that_of_another(council, own_home):
    mine, other = keep(council), keep(council, content=b"another paper")
    file_of(mine, own_home).write_bytes(file_of(other, own_home).read_bytes())
    with pytest.raises(Refused, match="file was changed"):
        content_of(OPERATOR, mine)


def test_a_missing_file_is_told_with_what_to_restore(council, own_home):
    document = keep(council)
    file_of(document, own_home).unlink()
    with pytest.raises(Refused, match="Restore the home's folder documents"):
        content_of(OPERATOR, document)


@pytest.mark.parametrize(("role", "agency"), [("mayor", "fjordby-kommune"), ("secretary", "dalby-kommune")])
def test_who_makes_no_papers_here_keeps_none_and_leaves_no_file(council, dale, person, role, agency):
    somebody = person(role, agency)
    with refusal("documents.keep"):
        keep(council, somebody)
    assert (Document.objects.filter(body=council).count(), names()) == (0, set())


def test_papers_are_listed_newest_first_by_kind_and_within_the_district(council, dale, person):
    first, second, _other = keep(council), keep(council), keep(council, kind="account")
    mayor = person("mayor", "fjordby-kommune")
    assert list(documents(mayor, "pack")) == [second, first]
    assert content_of(mayor, first) == PAPER
    stranger = person("secretary", "dalby-kommune")
    assert not documents(stranger, "pack").exists()
    assert not documents(NOBODY, "pack").exists()
    with refusal("documents.read"):
        content_of(stranger, first)


def test_a_deed_that_fails_leaves_a_file_without_a_row_which_the_sweep_removes_after_a_day(council, own_home):
    kept = keep(council)

    def half_a_deed():
        with deed(OPERATOR):
            keep(council)
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError):
        half_a_deed()
    assert (Document.objects.filter(body=council).count(), len(names())) == (1, 2)
    assert sweep_orphans(OPERATOR, lambda *_: None) == {"removed": 0}
    yesterday = time.time() - 25 * 3600
    for file in (own_home / "documents").glob("*/*"):
        os.utime(file, (yesterday, yesterday))
    assert sweep_orphans(OPERATOR, lambda *_: None) == {"removed": 1}
    assert names() == {kept.stored_as}
    assert content_of(OPERATOR, kept) == PAPER


def test_the_sweep_comes_every_night_and_papers_stay_for_the_archive():
    assert "documents.sweep-orphans" in {one.name for one in by_the_clock()}
    assert kept_tables()["documents.document"].days is None
