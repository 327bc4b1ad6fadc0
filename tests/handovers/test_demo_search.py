"""The demo's search: begun in a referral with invented reports, its pairs counted, and left for the visitor to run."""

from __future__ import annotations

import pytest

from samvirke.desks.casework.facts.searchable import against_search
from samvirke.desks.casework.facts.searches import records_of
from samvirke.desks.casework.matching.blocking import BUDGET, counted, rules_of
from samvirke.desks.casework.models import Search
from samvirke.trust.access.actor import actor_of
from samvirke.trust.access.rules import may
from samvirke.trust.access.wall import within
from samvirke.trust.identity.models import Account

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_the_demo_has_one_search_ready_to_run_which_line_alone_sees():
    line, soeren = (actor_of(Account.objects.get(username=name)) for name in ("line", "soeren"))
    with within(line):
        search = Search.objects.select_related("case").get(invented=True)
        assert against_search(search.case) is None
        assert (search.ran_on, search.result, search.reports.count()) == (None, "", 22)
        assert 40 < counted(records_of(search), rules_of(search.about)).at_most < BUDGET
        assert not search.reports.exclude(cpr_match="").exists()
        assert may(line, "casework.read-search", search)
        assert not may(soeren, "casework.read-search", search)
