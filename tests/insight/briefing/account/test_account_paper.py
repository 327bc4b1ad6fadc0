"""The account as page and paper: the same content, marked for screen readers and archives, and nothing acts."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from lxml import html

from samvirke.insight.briefing.account.content import Account, Part
from samvirke.insight.briefing.account.make import make_account
from samvirke.insight.briefing.account.page import account_page
from samvirke.insight.briefing.account.pdf import account_pdf
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import system

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(params=["da", "en"])
def account(request, demo, db) -> Account:
    return make_account(system("operator"), Body.objects.get(pk="kredsraad-oestjylland"), 2024, request.param)


def test_the_paper_is_marked_and_says_its_language_and_title(account):
    with pikepdf.open(io.BytesIO(account_pdf(account))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).partition("-")[0] == account.language
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == account.file_title
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_the_page_has_every_heading_and_row_of_the_account(account):
    page = html.fromstring(account_page(account))
    heads = [one.text_content() for one in page.xpath("//h2")]
    words = account.labels
    assert heads == [words["lead"], words["duties"], *(one.title for one in account.parts), words["method"]]
    assert len(page.xpath("//tbody/tr")) == sum(len(one.rows) for one in account.parts)
    assert page.xpath("//html/@lang") == [account.language]
    assert not page.xpath("//script | //link | //img[@src]")


def test_what_somebody_wrote_is_shown_and_does_nothing(account):
    evil = "<script>alert(1)</script> #panic() $x$ \\ @all"
    part = Part("Attack", evil, ("a", "b"), ((evil, evil),))
    attacked = replace(account, parts=(part,))
    page = account_page(attacked)
    assert "<script>alert" not in page
    assert html.fromstring(page).xpath("//tbody/tr/th")[0].text_content() == evil
    assert account_pdf(attacked).startswith(b"%PDF")


def test_an_account_of_nothing_is_still_set(account):
    bare = replace(account, duties=(), duties_note="None.", parts=(), lead=(), methods=())
    assert account_pdf(bare).startswith(b"%PDF")
    assert "None." in account_page(bare)
