"""An account is given with a role in an agency; what does not fit is refused with what to write instead."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate

from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import NOBODY, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Line, Side
from samvirke.trust.identity.models import Account, Affiliation

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("fjord")]

OPERATOR = system("operator")
NEW_YEAR = date(2024, 1, 1)
EVA: dict[str, Any] = {
    "username": "eva.holm", "name": "Eva Strand", "agency": "fjordby-kommune", "role": "coordinator", "since": NEW_YEAR,
}  # fmt: skip


def work_of_eva() -> list[tuple[str, date, date | None]]:
    rows = Affiliation.objects.filter(account__username="eva.holm").order_by("since", "role")
    return list(rows.values_list("role", "since", "until"))


def test_eva_gets_an_account_and_a_line_of_the_trail_that_names_her_by_id():
    account = put_account(OPERATOR, **EVA, password="three fjords and a mill")
    assert authenticate(username="eva.holm", password="three fjords and a mill") == account
    (work,) = account.affiliations.all()
    assert (work.agency_id, work.role, work.since, work.until) == ("fjordby-kommune", "coordinator", NEW_YEAR, None)
    line = Line.objects.order_by("-seq").first()
    assert line.action == "access.put-account"
    assert line.things == [f"identity.account:{account.pk}"]
    assert "Eva" not in str(line.facts) + str(line.things)
    assert not Side.objects.filter(seq=line.seq).exists()


def test_only_the_operator_gives_accounts():
    with pytest.raises(NotAllowed):
        put_account(NOBODY, **EVA)
    assert not Account.objects.filter(username="eva.holm").exists()


@pytest.mark.parametrize(
    ("given", "what", "remedy"),
    [
        ({"role": "wizard"}, "There is no role “wizard”", "Roles are: chief, mayor"),
        ({"role": "operator"}, "There is no role “operator”", "Roles are:"),
        ({"agency": "moonbase"}, "There is no agency “moonbase”", "Load its district first"),
        ({"until": date(2023, 12, 31)}, "The last day, 2023-12-31, lies before the first, 2024-01-01", "Correct"),
    ],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(given: dict[str, Any], what: str, remedy: str):
    with pytest.raises(Refused) as refused:
        put_account(OPERATOR, **EVA | given)
    assert what in str(refused.value)
    assert remedy in str(refused.value)
    assert not Account.objects.filter(username="eva.holm").exists()


@pytest.mark.parametrize("password", ["short", "password1234", "elevenchars", "administrator"])
def test_a_weak_password_is_refused_and_leaves_nothing(password: str):
    with pytest.raises(Refused, match="Choose another password"):
        put_account(OPERATOR, **EVA, password=password)
    assert not Account.objects.filter(username="eva.holm").exists()


def test_without_a_password_nobody_signs_in_by_one():
    account = put_account(OPERATOR, **EVA)
    assert not account.has_usable_password()
    assert authenticate(username="eva.holm", password="") is None


def test_a_second_role_leaves_the_first_and_the_password():
    put_account(OPERATOR, **EVA, password="three fjords and a mill")
    put_account(OPERATOR, **EVA | {"role": "analyst"})
    assert work_of_eva() == [("analyst", NEW_YEAR, None), ("coordinator", NEW_YEAR, None)]
    assert authenticate(username="eva.holm", password="three fjords and a mill") is not None


def test_the_same_again_changes_nothing():
    put_account(OPERATOR, **EVA)
    put_account(OPERATOR, **EVA)
    assert work_of_eva() == [("coordinator", NEW_YEAR, None)]


def test_a_last_day_ends_the_work_and_keeps_its_first_day():
    put_account(OPERATOR, **EVA)
    put_account(OPERATOR, **EVA | {"since": date(2024, 8, 20), "until": date(2024, 8, 31)})
    assert work_of_eva() == [("coordinator", NEW_YEAR, date(2024, 8, 31))]


def test_a_last_day_before_today_ends_the_work_too():
    put_account(OPERATOR, **EVA)
    put_account(OPERATOR, **EVA | {"since": date(2024, 8, 20), "until": date(2024, 5, 31)})
    assert work_of_eva() == [("coordinator", NEW_YEAR, date(2024, 5, 31))]


def test_somebody_who_comes_back_keeps_the_years_worked_before():
    put_account(OPERATOR, **EVA | {"until": date(2024, 3, 31)})
    put_account(OPERATOR, **EVA | {"since": date(2024, 8, 1)})
    assert work_of_eva() == [
        ("coordinator", NEW_YEAR, date(2024, 3, 31)),
        ("coordinator", date(2024, 8, 1), None),
    ]


def test_a_name_can_be_corrected():
    put_account(OPERATOR, **EVA)
    put_account(OPERATOR, **EVA | {"name": "Eva Strand Holm"})
    assert Account.objects.get(username="eva.holm").name == "Eva Strand Holm"


def test_an_affiliation_holds_on_its_first_and_last_day(fjord: District):
    work = Affiliation(since=NEW_YEAR, until=date(2024, 3, 31))
    assert [work.holds_on(day) for day in (NEW_YEAR, date(2024, 3, 31))] == [True, True]
    assert [work.holds_on(day) for day in (NEW_YEAR - timedelta(days=1), date(2024, 4, 1))] == [False, False]
