"""A plan names its parties: one is added or left out with the reason kept, and no required one is forgotten."""

from __future__ import annotations

import pytest
from tests.desks.plan.conftest import TODAY
from tests.trail import one_line, refusal

from samvirke.desks.plan.commands.name_parties import leave_out_party, name_party
from samvirke.desks.plan.commands.publish_plan import publish_plan
from samvirke.desks.plan.commands.sign import sign
from samvirke.desks.plan.content import text_digest
from samvirke.desks.plan.models import Party, PartyChange
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.registers.partners.models import Seat
from samvirke.trust.identity.models import Agency
from samvirke.trust.identity.models.agency import AgencyDistrict

pytestmark = pytest.mark.django_db

NAMES = [{"name": "Ellen", "office": {"da": "Politidirektør"}, "agency": "fjordkredsens-politi"}]
WHY = "Kommunen er lagt sammen med Fjordby."


@pytest.fixture
def second(fjord):
    """A second municipality of the district, without a seat."""
    agency = Agency.objects.create(id="strandby-kommune", kind="municipality", name={"da": "Strandby Kommune"})
    AgencyDistrict.objects.create(agency=agency, district_id=fjord.pk)
    return agency


def seat_for(desk, agency):
    office = {"slug": "borgmester-to", "office": {"da": "Borgmester"}, "role": "member", "order": 99}
    return Seat.objects.create(body=desk.plan.body, agency=agency, **office)


def named(desk, agency, why=WHY):
    return name_party(desk.tine, plan=desk.plan, agency=agency, why=why, version=desk.now().version)


def left_out(desk, agency, why=WHY):
    party = desk.plan.parties.get(agency=agency)
    leave_out_party(desk.tine, plan=desk.plan, party=party, why=why, version=desk.now().version)


def test_a_party_is_named_and_left_out_and_the_reason_stays(desk, second):
    with one_line("plan.name-parties") as lines:
        named(desk, second, "Strandby er med fra i år.")
    assert lines[0].facts == {"named": True}
    with pytest.raises(Refused, match="is a party already"):
        named(desk, second)
    left_out(desk, second)
    assert not desk.plan.parties.filter(agency=second).exists()
    told = PartyChange.objects.filter(plan=desk.plan).values_list("named", "why", "by_id")
    assert list(told) == [(False, WHY, desk.tine.key), (True, "Strandby er med fra i år.", desk.tine.key)]


def test_without_a_reason_and_over_a_newer_version_nothing_changes(desk, second):
    with pytest.raises(Refused, match="It is not said why"):
        named(desk, second, " ")
    with pytest.raises(Refused, match="at most 500"):
        named(desk, second, "x" * 501)
    with pytest.raises(Refused, match="moved on"):
        name_party(desk.tine, plan=desk.plan, agency=second, why=WHY, version=7)
    assert Party.objects.filter(plan=desk.plan).count() == 2


def test_only_police_and_municipalities_of_the_district_can_be_parties(desk, dale):
    for agency in (
        Agency.objects.get(pk="dalkredsens-politi"),
        Agency.objects.create(id="skole", kind="other", name={"da": "Skolen"}),
    ):
        with pytest.raises(Refused, match="neither police nor municipality"):
            named(desk, agency)


def test_the_last_municipality_and_the_police_cannot_be_left_out(desk):
    for agency in ("fjordby-kommune", "fjordkredsens-politi"):
        with pytest.raises(Refused, match="no other of its sort"):
            left_out(desk, agency)


def test_neither_a_coordinator_nor_a_mayor_names_parties(desk, second, person):
    for somebody in (person("coordinator", "fjordby-kommune"), desk.anne):
        with refusal("plan.name-parties"):
            name_party(somebody, plan=desk.plan, agency=second, why=WHY, version=1)


def test_a_seat_that_is_no_party_holds_the_plan_back_until_it_is_named_or_left_out(desk, second):
    seat_for(desk, second)
    with pytest.raises(Refused, match=r"Strandby Kommune has a seat on .* and is no party"):
        desk.to_approval()
    named(desk, second)
    left_out(desk, second)
    assert desk.to_approval().stage == "approval"


def test_a_plan_is_neither_signed_nor_published_without_a_required_party(desk, second):
    desk.to_approval()
    plan = desk.approved()
    seat_for(desk, second)
    with pytest.raises(Refused, match="Strandby Kommune has a seat"):
        sign(desk.tine, plan=plan, on=TODAY, at="Fjordby", signatories=NAMES, version=plan.version)
    plan.parties.filter(agency_id="fjordby-kommune").delete()
    with pytest.raises(Refused, match="No municipality is a party of the plan") as refused:
        publish_plan(desk.tine, plan=plan)
    assert all(fault.remedy for fault in refused.value.faults)
    assert desk.now().stage == "approval"


def test_a_closed_seat_asks_nobody(desk, second):
    seat = seat_for(desk, second)
    Seat.objects.filter(pk=seat.pk).update(closed_on=TODAY)
    assert desk.to_approval().stage == "approval"
    assert not desk.plan.parties.filter(agency=second).exists()


def signed_without(desk, second):
    """Signed, with Strandby left out by the secretary."""
    seat_for(desk, second)
    named(desk, second)
    left_out(desk, second)
    desk.to_approval()
    plan = desk.approved()
    return sign(desk.tine, plan=plan, on=TODAY, at="Fjordby", signatories=NAMES, version=plan.version)


def test_whoever_left_a_party_out_does_not_publish_the_plan_and_somebody_else_does(desk, second, person):
    plan = signed_without(desk, second)
    with pytest.raises(Refused, match="You left out Strandby Kommune") as refused:
        publish_plan(desk.tine, plan=plan)
    assert "the chief, or another secretary" in refused.value.faults[0].remedy.text()
    assert (desk.now().stage, plan.editions.count()) == ("signed", 0)
    colleague = person("secretary", "fjordkredsens-politi", "mona")
    assert publish_plan(colleague, plan=plan).number == 1
    assert desk.now().stage == "published"


def test_the_chief_publishes_what_the_secretary_left_a_party_out_of(desk, second):
    assert publish_plan(desk.ellen, plan=signed_without(desk, second)).number == 1


def test_whoever_left_a_party_out_that_somebody_named_again_publishes(desk, second):
    seat_for(desk, second)
    named(desk, second)
    left_out(desk, second)
    named(desk, second)
    desk.to_approval()
    desk.approved()
    Party.objects.get(plan=desk.plan, agency=second).approvals.create(
        sha256=text_digest(desk.now()), by_id=desk.anne.key, at=now()
    )
    plan = desk.now()
    sign(desk.tine, plan=plan, on=TODAY, at="Fjordby", signatories=NAMES, version=plan.version)
    assert publish_plan(desk.tine, plan=desk.now()).number == 1
