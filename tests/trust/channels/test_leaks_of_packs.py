"""Meeting packs are made of counts: whatever stands in the cases of a district, no word of it gets into its papers."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from django.test import Client
from tests.desks.casework.conftest import World
from tests.doors.web.conftest import cast, work_off
from tests.doors.web.places import SEEN_BY_ALL, addresses
from tests.trust.channels.planting import Planting, plant

from samvirke.desks.casework.commands.enter_period import enter_period
from samvirke.desks.casework.commands.store_types import store_types
from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.register import case_types
from samvirke.registers.documents.models import Document
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.identity.models import Agency, AgencyDistrict

__all__ = ["cast", "work_off"]
pytestmark = pytest.mark.django_db(databases=["default", "public"])
_ASKED = {"body": "lokalraad-randers", "quarter": "2024Q2", "language": "da"}
_TRIALS = ("trial-psp", "trial-house")


@pytest.fixture
def planting(demo: str, db: None, person: Callable[..., Actor], trial_kinds: None) -> Planting:
    """The demo's district with a case full of canaries."""
    district, operator = District.objects.get(pk=demo), system("operator")
    for kind in ("region", "probation"):
        if not Agency.objects.filter(kind=kind, districts__district_id=demo).exists():
            agency = Agency.objects.create(id=f"demo-{kind}", name={"en": kind}, kind=kind)
            AgencyDistrict.objects.create(agency=agency, district_id=demo)
    store_types(operator)
    for name in _TRIALS:
        for what in configured(case_types()[name]):
            enter_period(operator, district=district, case_type=name, what=what, days=30, reference="a test")
    return plant(World(district, person), 1, [])


def text_in(pdf: bytes) -> str:
    """Everything that a reader sees in a PDF, and what it says of itself."""
    opened = pypdfium2.PdfDocument(pdf)
    return "\n".join([*(page.get_textpage().get_text_bounded() for page in opened), str(opened.get_metadata_dict())])


def made_papers(reader: Client, work_off: Callable[[], object]) -> dict[str, bytes]:
    """A pack as a page and as a file."""
    before = set(Document.objects.values_list("pk", flat=True))
    assert reader.post("/districts/oestjylland/packs/make", _ASKED).status_code == 302
    work_off()
    found = {}
    for document in Document.objects.exclude(pk__in=before):
        for way in ("", "file"):
            answer = reader.get(f"/districts/oestjylland/packs/{document.pk}/{way}", follow=True)
            found[f"{document.media_type} {way}"] = bytes(answer.content)
    return found


def test_no_word_of_a_case_is_in_a_pack_or_on_a_page_of_figures(planting, cast, work_off):
    reader = cast("tine")
    papers = made_papers(reader, work_off)
    pdfs = [paper for paper in papers.values() if paper.startswith(b"%PDF")]
    assert "Randers" in text_in(pdfs[0])
    pages = [bytes(reader.get(address).content) for address in addresses(SEEN_BY_ALL)]
    for content in [*papers.values(), *(text_in(one).encode() for one in pdfs), *pages]:
        assert planting.aviary.found_in(content) == set()


def test_a_word_in_a_pdf_would_be_found(planting):
    """The control arm: a PDF of our own that holds one, written by the typesetter that writes the packs."""
    import typst

    word = planting.aviary.word("a paper")
    pdf = typst.compile(f"The boy is called {word}.".encode())
    assert planting.aviary.found_in(text_in(pdf).encode()) == {word}
