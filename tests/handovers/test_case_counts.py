"""Counts from before Samvirke: brought once, spread over their months, and told as every other count is."""

from __future__ import annotations

from datetime import date

import pytest

from samvirke.desks.casework.commands.bring_counts import Brought, bring_counts
from samvirke.desks.casework.models import Case, Tally
from samvirke.desks.casework.register import case_types
from samvirke.foundation.fault import Refused
from samvirke.foundation.period import Period
from samvirke.handovers.case_counts import load_counts
from samvirke.insight.indicators.every import indicator_here
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.studies.stays import stays
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system
from samvirke.trust.access.guard import NotAllowed

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ONE = Brought("speed-tip", "received", "fjordkredsens-politi", 998, date(2023, 5, 17), 4)


def test_what_is_brought_stands_by_its_month_and_nothing_finer(fjord: District):
    assert bring_counts(system("operator"), district=fjord, counts=[ONE, ONE], invented=True) == 2
    kept = Tally.objects.filter(district_id=fjord.pk).values_list(
        "case_type", "what", "agency_id", "municipality", "month", "days", "invented"
    )
    assert list(kept) == [("speed-tip", "received", "fjordkredsens-politi", 998, date(2023, 5, 1), 4, True)] * 2


def test_a_kind_that_has_been_counted_here_is_refused(fjord: District):
    bring_counts(system("operator"), district=fjord, counts=[ONE])
    with pytest.raises(Refused, match="have been counted here already"):
        bring_counts(system("operator"), district=fjord, counts=[ONE])
    assert Tally.objects.filter(district_id=fjord.pk).count() == 1


def test_a_kind_that_is_not_declared_is_refused(fjord: District):
    with pytest.raises(Refused, match="There is no kind of case “tarot”"):
        bring_counts(system("operator"), district=fjord, counts=[Brought("tarot", "drawn", "x", None, ONE.month)])


def test_only_who_runs_the_machine_brings_counts(fjord: District, person):
    with pytest.raises(NotAllowed):
        bring_counts(person("chief", "fjordkredsens-politi"), district=fjord, counts=[ONE])


@pytest.fixture
def facts(demo: str, db: None) -> Facts:
    return Facts(system("operator"), District.objects.get(pk=demo))


def test_the_demos_counts_are_marked_and_of_what_is_declared(facts: Facts):
    rows = Tally.objects.filter(district_id=facts.district.pk)
    assert rows.count() > 500
    assert not rows.filter(invented=False).exists()
    assert set(rows.values_list("case_type", flat=True)) <= set(case_types())
    for kind, what in set(rows.values_list("case_type", "what")):
        stage = what.removeprefix("left ").partition(": ")[0]
        known = [one.name for one in case_types()[kind].stages]
        assert stage in known or case_types()[kind].question(stage)
    assert Case.objects.filter(district=facts.district).exists()


def test_loading_the_demos_counts_again_adds_nothing(facts: Facts):
    before = Tally.objects.count()
    load_counts(system("operator"), facts.district)
    assert Tally.objects.count() == before


def test_the_demo_shows_mediations_a_year_and_stages_by_agency(facts: Facts):
    found = indicator_here(facts, "cases-mediation-closed-agreement")
    assert found.count(facts, Period(2023, 1, "year"))[0].part == 63
    assert [str(one.on) for one in found.breaks] == ["2023-01-01"]
    ages = {(one.stage, one.agency): one for one in stays(facts.actor, facts.district, COUNCIL)}
    assert ages["investigation", "aarhus-kommune"].is_shown
    assert not ages["investigation", "randers-kommune"].is_shown
