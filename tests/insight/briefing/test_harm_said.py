"""Harm is told in days with its interval and whose weights they are, roughly, and refused where a weight is missing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from tests.insight.written_file import Row, many

from samvirke.foundation.fault import Refused
from samvirke.foundation.period import read_period
from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.harm_said import harm_said
from samvirke.insight.indicators.every import indicator
from samvirke.insight.indicators.facts import Facts
from samvirke.registers.places.models import District

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")


_TABLE = """
title = { da = "Egne vægte", en = "Own weights" }
jurisdiction = "nowhere"
version = "1"
source = "made up"
example = true
[weights]
"vold med skade" = 365
"""


@pytest.fixture
def weighed(counted, operator, home) -> Iterator[Callable[[list[Row]], Facts]]:
    """The small district after an import, with a table of its own that knows a single offence."""
    file = home / "harm" / "own-weights.toml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(_TABLE, encoding="utf-8")

    def with_rows(rows: list[Row]) -> Facts:
        facts = counted([Row(date(2024, 4, 1), offence="andet"), Row(date(2024, 6, 30), offence="andet"), *rows])
        District.objects.filter(pk=facts.district.pk).update(harm_weights="own-weights")
        return Facts(operator, District.objects.get(pk=facts.district.pk))

    yield with_rows
    file.unlink()


def test_the_whole_district_is_told_also_without_its_heaviest_event(facts):
    said = harm_said(facts, SPRING, 0, Speech("en"))
    assert re.fullmatch(
        r"Harm of crime against the person: about [\d,]+ days of imprisonment \([\d,]+–[\d,]+\), n about [\d,]+\. "
        r"English example weights\. Without the heaviest event: [\d,]+\.",
        said,
    )


def test_a_municipality_is_not_told_what_the_heaviest_event_was(facts):
    assert "heaviest" not in harm_said(facts, SPRING, 730, Speech("en"))


def test_days_are_rounded_to_hundreds_and_offences_to_tens(facts):
    for area in (0, 730, 751):
        days, low, high, n, *_rest = re.findall(r"\d[\d,]*", harm_said(facts, SPRING, area, Speech("en")))
        assert all(int(number.replace(",", "")) % 100 == 0 for number in (days, low, high))
        assert int(n.replace(",", "")) % 10 == 0


def test_of_few_offences_nothing_is_said(facts):
    assert harm_said(facts, SPRING, 741, Speech("en")) == "Harm of crime against the person: too few offences to say."


def test_a_district_without_weights_is_told_nothing_of_harm(counted):
    assert harm_said(counted(many(90, date(2024, 4, 1), 90)), SPRING, 0, Speech("en")) == ""


def test_the_sum_is_the_count_times_the_weight(weighed):
    said = harm_said(weighed(many(80, date(2024, 4, 1), 90, offence="vold med skade")), SPRING, 998, Speech("en"))
    assert "about 29,200 days of imprisonment" in said  # 80 times 365
    assert said.endswith("n about 80. Own weights.")


def test_an_offence_without_a_weight_is_refused_in_words_and_never_counted_as_0(weighed):
    rows = many(80, date(2024, 4, 1), 90, offence="vold med skade")
    facts = weighed([*rows, *many(2, date(2024, 5, 1), 9, offence="voldtægt")])
    with pytest.raises(Refused, match="no weight for “voldtægt”"):
        indicator("harm").count(facts, SPRING)
    for language, words in (("en", "There is no weight for “voldtægt”."), ("da", "“voldtægt”")):
        assert words in harm_said(facts, SPRING, 998, Speech(language))
