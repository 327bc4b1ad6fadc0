"""After an import the squares of new quarters are locked before anybody opens the map."""

from __future__ import annotations

from datetime import date

import pytest
from tests.insight.written_file import Row, many

from samvirke.insight.tiles.jobs import lock_new
from samvirke.insight.tiles.models import Locked
from samvirke.registers.incidents.models import StoreVersion
from samvirke.trust.access.actor import system
from samvirke.trust.jobs.declared import by_a_question

pytestmark = pytest.mark.django_db


def test_every_group_that_has_incidents_is_locked_once(counted):
    facts = counted([Row(date(2023, 1, 1), offence="andet"), *many(40, date(2023, 1, 2), 360)])
    mine = Locked.objects.filter(district=facts.district)
    lock_new(system("scheduler"), lambda *_: None)
    assert set(mine.values_list("group", flat=True)) == {"burglary-homes"}
    locked = mine.count()
    assert locked > 1
    assert lock_new(system("scheduler"), lambda *_: None) == {"quarters": 0}
    assert mine.count() == locked


def test_it_comes_due_with_each_import(counted):
    counted([Row(date(2023, 1, 1)), Row(date(2023, 6, 30))])
    newest = max(StoreVersion.objects.values_list("committed_at", flat=True))
    assert by_a_question()["tiles.lock-new"] == newest
