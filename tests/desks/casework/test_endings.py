"""How cases end: closed and counted, called back, erased, or forgotten in their time, and what of them remains."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import transaction
from tests.desks.casework.conftest import World, again
from tests.desks.casework.shared_case import Shared, shared_case

from samvirke.desks.casework.commands.enter_period import enter_period
from samvirke.desks.casework.commands.forget import forget, settle_archive
from samvirke.desks.casework.commands.involve import involve
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.recall import acknowledge
from samvirke.desks.casework.models import Case, Contribution, Disclosure, Event, PeriodInUse, Tally
from samvirke.desks.casework.queries.due import forgetting
from samvirke.foundation.clock import standing_on, today
from samvirke.foundation.fault import Refused
from samvirke.handovers.case_end import forget_due, move_on
from samvirke.registers.persons.models import Person
from samvirke.trust.access.actor import system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.retention import ledger
from samvirke.trust.retention.commands.erase import erase
from samvirke.trust.retention.commands.replay import is_behind, replay
from samvirke.trust.retention.models import Mark

_SWEEPER = system("scheduler")


@pytest.fixture
def shared(world: World) -> Shared:
    return shared_case(world)


def _close(shared: Shared, outcome: str = "helped") -> Case:
    shared.case.refresh_from_db()
    move_on(again(shared.line), case=shared.case, to="closed", version=shared.case.version, outcome=outcome)
    return shared.case


def _closed(shared: Shared, outcome: str = "helped") -> Case:
    _close(shared, outcome).refresh_from_db()
    return shared.case


def test_a_case_is_kept_as_long_as_its_kind_says(shared: Shared):
    assert _closed(shared).keep_until == today() + timedelta(days=30)


def test_how_a_case_ended_may_have_a_period_of_its_own(shared: Shared):
    district, operator = shared.world.district, system("operator")
    given = {"district": district, "case_type": "trial-psp", "reference": "a decision"}
    enter_period(operator, what="keep:helped", days=365, **given)
    assert _closed(shared).keep_until == today() + timedelta(days=365)


def test_a_period_of_the_controller_goes_before_that_of_the_district(shared: Shared):
    given = {"district": shared.world.district, "case_type": "trial-psp", "reference": "a decision"}
    enter_period(system("operator"), what="keep", days=10, agency=shared.police.pk, **given)
    assert _closed(shared).keep_until == today() + timedelta(days=10)


def test_closing_never_waits_for_a_period(shared: Shared):
    PeriodInUse.objects.all().delete()
    case = _closed(shared)
    assert (case.is_open, case.keep_until) == (False, None)
    leader = shared.world.worker("police", "case-leader", "leader")
    assert forgetting(leader, case.district_id).without_period == [case]


def test_an_end_that_recalls_empties_what_was_disclosed_and_each_receiver_confirms(shared: Shared):
    given = shared.disclose()
    _close(shared, "taken_off")
    given.refresh_from_db()
    assert (given.state, given.content, given.recall_reason) == ("recalled", None, "trial-psp: taken_off")
    acknowledge(again(shared.karim), disclosure=given)


def test_below_the_threshold_only_a_count_remains_and_the_ledger_knows_the_case_by_its_key(shared: Shared):
    shared.disclose()
    key = str(shared.case.pk)
    _close(shared, "below")
    for table in (Case, Contribution, Disclosure, Event, Person):
        assert not table.objects.exists(), table
    assert "closed: below" in set(Tally.objects.values_list("what", flat=True))
    assert ("casework.case", (key,)) in {(one.table, one.keys) for one in ledger.entries()}


def test_a_person_of_another_case_stays(shared: Shared):
    person = Person.objects.get()
    other = shared.world.begin(again(shared.line), "trial-psp")
    involve(again(shared.line), case=other, person=person, role="citizen")
    _close(shared, "below")
    assert list(Person.objects.all()) == [person]


def test_a_case_is_forgotten_in_its_time_and_after_the_archive(shared: Shared):
    case = _closed(shared)
    leader = shared.world.worker("police", "case-leader", "leader")
    with standing_on(case.keep_until), pytest.raises(Refused, match="not settled"):
        forget(_SWEEPER, case=case)
    settle_archive(leader, case=case, archive="not-to-preserve")
    case.refresh_from_db()
    with standing_on(case.keep_until):
        assert forget_due(_SWEEPER) == 0
        with pytest.raises(Refused, match="time is not over"):
            forget(_SWEEPER, case=case)
    with standing_on(case.keep_until + timedelta(days=1)):
        assert forgetting(again(leader), case.district_id).overdue == [case]
        assert forget_due(_SWEEPER) == 1
        assert forgetting(again(leader), case.district_id).overdue == []
    assert not Case.objects.exists()
    assert not Person.objects.exists()


def test_nobody_but_the_sweep_forgets_and_nobody_but_the_owners_leader_settles(shared: Shared):
    case = _closed(shared)
    with pytest.raises(NotAllowed):
        forget(again(shared.line), case=case)
    with pytest.raises(NotAllowed):
        settle_archive(again(shared.karim), case=case, archive="delivered")
    assert forgetting(again(shared.karim), case.district_id).coming == []


def test_an_open_case_is_not_settled(shared: Shared):
    leader = shared.world.worker("police", "case-leader", "leader")
    with pytest.raises(Refused, match="Only a closed case"):
        settle_archive(leader, case=shared.case, archive="delivered")


def test_what_a_restored_backup_brings_back_is_deleted_again(shared: Shared):
    person = Person.objects.create(agency=shared.police, name="Forgotten", born=date(1990, 1, 1))
    kept = {field.attname: getattr(person, field.attname) for field in Person._meta.concrete_fields}
    before = Mark.objects.filter(id=1).values_list("seq", flat=True).first() or 0
    with transaction.atomic():
        erase(Person.objects.filter(pk=person.pk), "a test")
    assert not is_behind()
    Person.objects.create(**kept)
    Mark.objects.update(seq=before)
    assert is_behind()
    assert replay(system("operator")) == {"persons.person": 1}
    assert not Person.objects.filter(pk=person.pk).exists()
    assert not is_behind()


def test_a_deletion_is_in_the_ledger_before_it_is_done(shared: Shared):
    person = Person.objects.create(agency=shared.police, name="Forgotten")
    with transaction.atomic():
        erase(Person.objects.filter(pk=person.pk), "a test")
        transaction.set_rollback(True)
    assert Person.objects.filter(pk=person.pk).exists()
    assert is_behind(), "the decision is written down and will be carried out"


def test_a_moved_case_is_not_moved_again_by_somebody_who_saw_it_before(shared: Shared):
    shared.case.refresh_from_db()
    seen = shared.case.version
    move(again(shared.line), case=shared.case, to="closed", version=seen, outcome="helped")
    shared.case.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        move(again(shared.line), case=shared.case, to="closed", version=seen, outcome="helped")
