"""A local problem that its owners let lie offers itself to the local council; the demo's problems are whole."""

from __future__ import annotations

from datetime import date

import pytest

from samvirke.desks.designations.models import Problem
from samvirke.foundation.clock import standing_on
from samvirke.handovers.problem_demo import load_problems
from samvirke.handovers.problem_looks import problems_left
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import actor_of, system
from samvirke.trust.identity.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
LEFT = date(2024, 10, 4)


def left(name):
    actor = actor_of(Account.objects.get(username="tine"))
    return problems_left(actor, Body.objects.select_related("district").get(pk=name))


def test_one_that_was_left_for_a_month_offers_itself_to_its_own_local_council_and_to_no_other():
    with standing_on(LEFT):
        [signal] = left("lokalraad-randers")
        assert left("lokalraad-aarhus") == left("kredsraad-oestjylland") == []
    assert signal.title.text("en") == "Local problem: Utryghed på stien ved Østervold"
    assert signal.why.text("en").replace("\u00a0", " ") == "To have been looked at on 3 September 2024"
    assert signal.why.text("da").replace("\u00a0", " ").endswith("3. september 2024")
    assert "Line" in signal.text


def test_nobody_is_troubled_before_that_nor_with_a_closed_one():
    with standing_on(date(2024, 10, 2)):
        assert left("lokalraad-randers") == []


def test_the_demo_has_one_at_work_and_one_closed_and_loading_it_again_changes_nothing():
    rows = Problem.objects.filter(district="oestjylland", invented=True)
    before = sorted(rows.values_list("title", "version", "stage", "outcome"))
    assert [(stage, outcome) for _title, _version, stage, outcome in before] == [
        ("assess", "cannot-tell"),
        ("respond", ""),
    ]
    load_problems(system("operator"), District.objects.get(pk="oestjylland"))
    assert sorted(rows.values_list("title", "version", "stage", "outcome")) == before
