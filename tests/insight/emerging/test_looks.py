"""Looks are kept once a week, clusters grow instead of coming anew, and a person says what each is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.insight.emerging.rows import UNTIL, reported

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.insight.emerging.commands.close import close
from samvirke.insight.emerging.commands.judge import judge
from samvirke.insight.emerging.commands.keep_look import keep_look
from samvirke.insight.emerging.commands.set_budget import set_budget
from samvirke.insight.emerging.jobs import look, look_everywhere
from samvirke.insight.emerging.looked import looked
from samvirke.insight.emerging.models import Budget, Look, Sighting, Signal
from samvirke.insight.emerging.offered import key_of, real_signals
from samvirke.insight.emerging.queries.budget import budget_of
from samvirke.insight.emerging.queries.signals import sightings, signals
from samvirke.insight.emerging.queries.this_year import this_year
from samvirke.insight.emerging.queries.weeks_due import weeks_due
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.partners.models import Body
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Line

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(here):
    """The local council of the municipality where the signal lies."""
    made = Body.objects.create(id="lokalraad-fjordby", district=here, kind="local-council", name={"en": "L"}, task={})
    made.covers.create(municipality_id=998)
    return made


def silent(_share, _doing):
    """Nobody watches how far it is."""


@pytest.fixture
def here(counted):
    """The Fjord District with three years of burglaries, and seven close to one another in the last weeks."""
    return counted(reported()).district


@pytest.fixture
def mona(here, person):
    return person("analyst", "fjordkredsens-politi")


@pytest.fixture
def waiting(here, operator):
    """The signal of the first look."""
    look(operator, silent, district=here.pk)
    return Signal.objects.get(district=here)


def look_at(actor, district, until):
    store = open_store(actor, district)
    return keep_look(actor, district=district, looked=looked(store, until, budget_of(actor, district), silent))


def test_the_first_look_is_at_the_last_week_and_each_week_is_looked_at_once(here, operator):
    assert weeks_due(open_store(operator, here)) == [UNTIL]
    assert look(operator, silent, district=here.pk) == {"weeks": 1}
    assert look(operator, silent, district=here.pk) == {"weeks": 0}
    assert look_everywhere(operator, silent)["weeks"] == 0
    kept = Look.objects.get(district=here)
    assert (kept.until, kept.series, kept.made_from) == (UNTIL, ["burglary-home"], {"sources": {"opdigtet": 1}})
    assert kept.by_chance == pytest.approx(2 * 7 / 365.25)
    with pytest.raises(Refused, match="looked through already"):
        look_at(operator, here, UNTIL)


def test_no_week_is_passed_over_after_a_silence_of_less_than_a_quarter(here, operator):
    look_at(operator, here, UNTIL - timedelta(weeks=3))
    weeks = [UNTIL - timedelta(weeks=ago) for ago in (2, 1, 0)]
    assert weeks_due(open_store(operator, here)) == weeks
    Look.objects.filter(district=here).update(until=UNTIL - timedelta(weeks=40))
    assert len(weeks_due(open_store(operator, here))) == 13


def test_a_cluster_is_one_signal_that_grows_from_week_to_week(here, operator):
    for ago in (1, 0):
        look_at(operator, here, UNTIL - timedelta(weeks=ago))
    [one] = Signal.objects.filter(district=here)
    assert (one.category, one.state, one.first_until) == ("burglary-home", "waiting", UNTIL - timedelta(weeks=1))
    before, after = Sighting.objects.filter(signal=one).order_by("look__until")
    assert (before.observed, after.observed) == (3, 7)
    assert after.radius >= 500
    assert after.recurrence_days > before.look.alarms_per_year


def test_somebody_says_what_it_is_and_the_trail_knows(waiting, mona):
    with pytest.raises(Refused, match="not said why"):
        judge(mona, signal=waiting, version=1, verdict="real", words=" ")
    with pytest.raises(Refused, match="not said what"):
        judge(mona, signal=waiting, version=1, verdict="perhaps", words="x")
    real = judge(mona, signal=waiting, version=1, verdict="real", words="Seven homes, the same way in.")
    assert (real.state, real.judged_until, str(real.judged_on)) == ("judged", UNTIL, "2024-08-20")
    assert real.judged_by.pk == mona.account
    assert Line.objects.filter(action="emerging.judge", actor=mona.id).count() == 1
    with pytest.raises(Refused, match="Somebody else has dealt"):
        judge(mona, signal=waiting, version=1, verdict="data", words="Twice in the file.")
    with pytest.raises(Refused, match="Somebody else has dealt"):
        close(mona, signal=waiting, version=1, why="Too late")
    with pytest.raises(Refused, match="why it is closed"):
        close(mona, signal=waiting, version=2, why="")
    assert close(mona, signal=waiting, version=2, why="The council met on it.").state == "closed"


@pytest.mark.parametrize("verdict", ["data", "known"])
def test_what_is_an_error_or_known_is_closed_by_its_words(waiting, mona, verdict):
    done = judge(mona, signal=waiting, version=1, verdict=verdict, words="The same report four times.")
    assert (done.state, done.why_closed, str(done.closed_on)) == ("closed", done.words, "2024-08-20")


def test_a_closed_signal_that_goes_on_stays_closed_and_does_not_come_anew(here, operator, mona):
    look_at(operator, here, UNTIL - timedelta(weeks=1))
    judge(mona, signal=Signal.objects.get(district=here), version=1, verdict="known", words="A patrol is on it.")
    look_at(operator, here, UNTIL)
    [one] = Signal.objects.filter(district=here)
    assert (one.state, one.sightings.count()) == ("closed", 2)


def test_a_real_one_offers_itself_to_the_council_of_its_municipality_until_closed(waiting, mona, operator, council):
    other = Body.objects.get(pk="kredsraad-fjordkredsen")
    assert real_signals(operator, council) == []
    judge(mona, signal=waiting, version=1, verdict="real", words="Seven homes, the same way in.")
    [offered] = real_signals(operator, council)
    assert offered.key == key_of(waiting)
    assert offered.title.text("en").startswith("Burglary in a home")
    assert offered.why.text("en").startswith("7 reports where about 0.")
    for told in ("Kulldorff", "n 307", "Seven homes, the same way in."):
        assert told in offered.text
    assert real_signals(operator, other) == []
    close(mona, signal=waiting, version=2, why="Done")
    assert real_signals(operator, council) == []


def test_few_are_told_to_the_police_and_not_to_a_council(waiting, mona, operator, council):
    Sighting.objects.filter(signal=waiting).update(observed=4)
    judge(mona, signal=waiting, version=1, verdict="real", words="Four.")
    [offered] = real_signals(operator, council)
    assert offered.why.text("en").startswith("few reports, yet more than usual")
    assert " 4 " not in offered.text


def test_who_reads_what_before_and_after_somebody_has_looked(here, waiting, mona, person, dale):
    town, stranger = person("coordinator", "fjordby-kommune"), person("analyst", "dalkredsens-politi")
    secretary = person("secretary", "fjordkredsens-politi")
    assert {one.pk for one in signals(mona, here)} == {one.pk for one in signals(secretary, here)} == {waiting.pk}
    assert not signals(town, here).exists()
    with pytest.raises(NotAllowed):
        judge(town, signal=waiting, version=1, verdict="real", words="x")
    judge(mona, signal=waiting, version=1, verdict="real", words="x")
    assert signals(town, here).exists()
    assert not signals(stranger, here).exists()
    waiting.refresh_from_db()
    # A later week would tell a council by its difference how many came in it.
    later = Look.objects.get(district=here)
    Look.objects.filter(pk=later.pk).update(until=UNTIL + timedelta(weeks=1))
    assert sightings(town, waiting) == []
    assert len(sightings(mona, waiting)) == 1


def test_nobody_but_a_person_judges(waiting, operator):
    with pytest.raises(NotAllowed):
        judge(operator, signal=waiting, version=1, verdict="real", words="x")


def test_the_promise_is_the_products_own_until_somebody_decides_it(here, mona, person):
    assert (budget_of(mona, here).alarms_per_year, budget_of(mona, here).reference) == (2.0, "")
    for wrong in (0.0, 13.0, float("nan")):
        with pytest.raises(Refused, match="not between"):
            set_budget(mona, district=here, alarms_per_year=wrong, reference="The chief")
    with pytest.raises(Refused, match="who decided"):
        set_budget(mona, district=here, alarms_per_year=1.0, reference=" ")
    set_budget(mona, district=here, alarms_per_year=1.0, reference="The chief, 20 August")
    set_budget(mona, district=here, alarms_per_year=4.0, reference="The chief, later that day")
    assert budget_of(mona, here).alarms_per_year == 4.0
    assert Budget.objects.filter(district=here).count() == 2
    with pytest.raises(NotAllowed):
        set_budget(person("secretary", "fjordby-kommune"), district=here, alarms_per_year=1.0, reference="x")


def test_a_year_is_held_against_the_promise(here, operator, mona):
    assert this_year(mona, here) is None
    for ago in (53, 1, 0):
        look_at(operator, here, UNTIL - timedelta(weeks=ago))
    found = this_year(mona, here)
    assert (found.looks, found.questions, found.raised, found.waiting) == (2, 2, 1, 1)
    assert found.by_chance == pytest.approx(2 * 2 * 7 / 365.25)


@pytest.mark.parametrize("wrong", [{"radius": 499.0}, {"x": None}, {"p": 0.0}, {"observed": 2}])
def test_the_database_refuses_a_circle_that_is_a_home_and_numbers_that_are_none(waiting, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Sighting.objects.filter(signal=waiting).update(**wrong)


@pytest.mark.parametrize("wrong", [{"state": "judged"}, {"verdict": "real"}, {"state": "closed"}, {"state": "x"}])
def test_the_database_refuses_a_signal_that_is_half_judged(waiting, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Signal.objects.filter(pk=waiting.pk).update(**wrong)


def test_a_district_without_figures_has_nothing_to_look_at(fjord, operator):
    with standing_on(date(2024, 8, 20)):
        assert look(operator, silent, district=fjord.pk) == {"weeks": 0}
    assert not Look.objects.filter(district=fjord).exists()
