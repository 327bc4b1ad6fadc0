"""Measures, decisions, tasks and learning points stand in one register, told apart by their sort."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.commitments.models.commitment import SORTS
from samvirke.trust.access.actor import system

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
WORDS = {"da": "Lys på stien", "en": "Light on the path"}
TASK = {
    "slug": "light",
    "title": WORDS,
    "text": WORDS,
    "owners": ["fjordby-kommune"],
    "kind": "one-off",
    "measurable": True,
}
MEASURE = TASK | {
    "sort": "measure",
    "begins": date(2024, 9, 1),
    "due": date(2024, 12, 1),
    "area": "Stien langs fjorden",
    "municipalities": [998],
    "dose": "Seks lamper",
    "audience": "Unge på vej hjem",
    "cost": 60_000,
    "prevention": "early",
}


def test_every_sort_stands_in_the_register_with_its_own_words(fjord, person):
    tine = person("secretary", "fjordkredsens-politi")
    rows = record(
        tine,
        district=fjord,
        commitments=[MEASURE | {"sort": sort, "slug": sort, "person_id": tine.account} for sort in SORTS],
    )
    assert [one.sort for one in rows] == ["measure", "decision", "task", "learning-point"]
    stored = Commitment.objects.get(pk=rows[0].pk)
    assert (stored.person.username, stored.cost, stored.municipalities) == (tine.name, 60_000, [998])
    assert (stored.dose, stored.audience, stored.prevention) == ("Seks lamper", "Unge på vej hjem", "early")


def test_what_a_plan_promised_before_there_were_sorts_is_a_measure(fjord):
    assert set(Commitment.objects.filter(district=fjord).values_list("sort", "version")) == {("measure", 1)}


def test_a_correction_counts_as_a_change_and_the_same_words_again_do_not(fjord):
    first = record(OPERATOR, district=fjord, commitments=[TASK])[0]
    again = record(OPERATOR, district=fjord, commitments=[TASK])[0]
    assert (again.pk, again.version) == (first.pk, 1)
    assert record(OPERATOR, district=fjord, commitments=[TASK | {"dose": "Otte lamper"}])[0].version == 2


@pytest.mark.parametrize(
    "wrong",
    [{"sort": "wish"}, {"prevention": "never"}, {"begins": date(2025, 1, 1)}, {"cost": -1}, {"version": 0}],
    ids=["sort", "prevention", "begins after it is due", "cost", "version"],
)
def test_the_database_refuses_a_measure_that_cannot_be(fjord, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        record(OPERATOR, district=fjord, commitments=[MEASURE | wrong])
    assert not Commitment.objects.filter(slug="light").exists()
