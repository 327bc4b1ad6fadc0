"""Who may do what, written out by hand: each verb, each named person of the cast, each district."""

from __future__ import annotations

from typing import Any

import pytest
from django.db.models import Model

from samvirke.desks.deployments.models import Deployment
from samvirke.desks.designations.models import Designation, Problem
from samvirke.desks.plan.models import Plan, Series
from samvirke.insight.effects.models import Design
from samvirke.insight.emerging.models import Signal
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.incidents.models import Source
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import NOBODY, Actor, actor_of, system
from samvirke.trust.access.rules import may, policy_version, verbs, visible
from samvirke.trust.identity.models import Account
from samvirke.trust.identity.models.affiliation import ROLES

pytestmark = [pytest.mark.django_db, pytest.mark.database]

EAST, SOUTH_EAST, HOUSTON = "oestjylland", "sydoestjylland", "example-houston"
# Police and municipalities of East Jutland: a chief, a secretary, an analyst; a coordinator in Randers, the mayor of
# Norddjurs, the data protection officer of Aarhus. Lise keeps the secretariat of the neighbouring district, Yusuf
# analyses in Houston.
EASTERNERS = "ellen tine mona soeren anne peter"
CAST = f"{EASTERNERS} lise yusuf".split()
AT_HOME = {EAST: set(EASTERNERS.split()), SOUTH_EAST: {"lise"}, HOUSTON: {"yusuf"}}

SECRETARIES, CHIEFS, COORDINATORS, ANALYSTS = {"tine", "lise"}, {"ellen"}, {"soeren"}, {"mona", "yusuf"}
EVERYBODY, NO_PERSON = set(CAST), set[str]()
MAY = {
    "places.see": EVERYBODY,
    "partners.see": EVERYBODY,
    "plan.see": EVERYBODY,
    "meetings.see": EVERYBODY,
    "commitments.see": EVERYBODY,
    "commitments.track": EVERYBODY,
    "documents.read": EVERYBODY,
    "incidents.count": EVERYBODY,
    "tiles.lock": EVERYBODY,
    "plan.publish": SECRETARIES | CHIEFS,
    "plan.read": SECRETARIES,
    "plan.sign": SECRETARIES,
    "plan.name-parties": SECRETARIES,
    "plan.take-in": SECRETARIES | COORDINATORS,
    **{f"plan.{deed}": SECRETARIES | COORDINATORS for deed in ("begin", "write", "set-goal", "set-measure")},
    **{f"plan.{deed}": SECRETARIES | COORDINATORS for deed in ("decide", "consult", "move")},
    **{f"plan.{deed}": EVERYBODY for deed in ("comment", "suggest", "answer")},
    "meetings.put": SECRETARIES | COORDINATORS,
    "meetings.plan": SECRETARIES | COORDINATORS,
    "meetings.prepare": SECRETARIES | COORDINATORS,
    "meetings.record": SECRETARIES | COORDINATORS,
    "meetings.correct": SECRETARIES | COORDINATORS,
    "meetings.forward": SECRETARIES | COORDINATORS,
    "meetings.publish": SECRETARIES | COORDINATORS,
    "meetings.withdraw": SECRETARIES | COORDINATORS,
    "meetings.plan-learning": SECRETARIES | COORDINATORS,
    "meetings.hold-learning": SECRETARIES | COORDINATORS,
    "designations.see": EVERYBODY,
    "designations.propose": SECRETARIES | COORDINATORS | ANALYSTS,
    "designations.open-problem": SECRETARIES | COORDINATORS | ANALYSTS,
    "designations.choose-sites": SECRETARIES | COORDINATORS | ANALYSTS,
    "effects.see": EVERYBODY,
    "effects.register": SECRETARIES | COORDINATORS | ANALYSTS,
    "designations.enter-practice": SECRETARIES | COORDINATORS | CHIEFS,
    "deployments.see": EVERYBODY,
    "deployments.request": SECRETARIES | COORDINATORS | ANALYSTS,
    "deployments.weigh": SECRETARIES | ANALYSTS,
    "deployments.put-unit": SECRETARIES | COORDINATORS,
    "deployments.set-target": SECRETARIES | COORDINATORS | CHIEFS,
    "commitments.record": SECRETARIES | COORDINATORS | CHIEFS,
    "commitments.close": SECRETARIES | COORDINATORS,
    "commitments.hand-over": SECRETARIES | COORDINATORS,
    "commitments.mark-seen": EVERYBODY,
    "commitments.enter-cadence": SECRETARIES | COORDINATORS,
    "commitments.put-schools": SECRETARIES | COORDINATORS,
    "commitments.fulfil": SECRETARIES | COORDINATORS | CHIEFS,
    "partners.put-holder": SECRETARIES | COORDINATORS,
    "partners.take-seat": SECRETARIES | COORDINATORS,
    "partners.appoint": SECRETARIES | COORDINATORS,
    "partners.leave-seat": SECRETARIES | COORDINATORS,
    "partners.elect": SECRETARIES | COORDINATORS,
    "partners.stand-in": SECRETARIES | COORDINATORS,
    "partners.put-contact": SECRETARIES | COORDINATORS,
    "documents.drop": SECRETARIES | COORDINATORS | ANALYSTS,
    "documents.keep": SECRETARIES | COORDINATORS | ANALYSTS,
    "incidents.import": SECRETARIES | ANALYSTS,
    "incidents.put-sheet": SECRETARIES | ANALYSTS,
    "incidents.look-at-imports": SECRETARIES | ANALYSTS,
    "tiles.see-points": ANALYSTS,
    "studies.read": SECRETARIES | ANALYSTS,
    "studies.ask": SECRETARIES | ANALYSTS,
    "studies.answer": SECRETARIES | ANALYSTS,
    "studies.stop": SECRETARIES | ANALYSTS,
    "emerging.see": EVERYBODY,
    "emerging.look": SECRETARIES | ANALYSTS,
    "emerging.set-budget": SECRETARIES | ANALYSTS | CHIEFS,
    # What a folder of data brings in, and what keeps the installation going, is the operator's alone.
    "places.put-district": NO_PERSON,
    "places.put-areas": NO_PERSON,
    "places.put-boundaries": NO_PERSON,
    "places.put-denominators": NO_PERSON,
    "places.put-harm-weights": NO_PERSON,
    "partners.put-agencies": NO_PERSON,
    "partners.put-bodies": NO_PERSON,
    "partners.forget-contacts": NO_PERSON,
    "plan.put": NO_PERSON,
    "incidents.put-source": NO_PERSON,
    "access.put-account": NO_PERSON,
    "access.link-account": NO_PERSON,
    "access.unlink-account": NO_PERSON,
    "access.end-sign-ins": NO_PERSON,
    "access.restart-account": NO_PERSON,
    "access.use-basis": CHIEFS,
    "access.leave-basis": CHIEFS,
    "retention.sweep": NO_PERSON,
    "retention.replay": NO_PERSON,
}
# What people say and decide for themselves: no part of the system does it in their place.
ONLY_PEOPLE = {
    f"plan.{deed}"
    for deed in (
        "read", "comment", "suggest", "decide", "consult", "answer", "move", "sign", "take-in", "name-parties",
    )
} | {"tiles.see-points"}  # fmt: skip
# Rooms whose verbs are asked about one agency's or one person's rows, not about a district; each in its own tests.
OF_ROWS = {"test", "audit", "persons", "outbox", "casework"}
# Asked of a commitment, which may be a task of a case: in the tests of commitments. Asked of a meeting and those who
# attend it, or of somebody's own calendar: in the tests of meetings. Asked of a party to a plan: in those of plans.
# Asked of a place, which the police alone may work with: in the tests of designations; of a deployment, which they
# alone may know of before it is done: in those of deployments; of a signal or of a
# design: in its own.
OF_A_ROW = {"commitments.read", "commitments.report", "commitments.change", "commitments.take-up", "plan.approve"} | {
    f"meetings.{verb}" for verb in ("read-closed", "comment", "close", "approve", "subscribe", "unsubscribe")
} | {
    f"designations.{verb}"
    for verb in (
        "read", "freeze", "step", "name", "review", "end", "read-restricted", "keep-restricted", "read-problem",
        "work-on-problem",
    )
} | {f"deployments.{verb}" for verb in ("read", "plan", "decline", "cancel", "finish")} | {
    f"emerging.{verb}" for verb in ("read", "judge", "close")
} | {f"effects.{verb}" for verb in ("read", "change", "enter-survey", "estimate", "count")}  # fmt: skip
# What somebody does to their own account; these commands take no other.
OF_ONESELF = {
    f"access.{deed}"
    for deed in (
        "sign-in", "spend-code", "change-own-password", "put-code-app", "renew-recovery-codes", "drop-code-app",
        "put-passkey", "drop-passkey",
    )
}  # fmt: skip
# The lists that pages and papers show: the verb that makes them, and the table.
LISTS: list[tuple[str, type[Model]]] = [
    ("places.see", District),
    ("partners.see", Body),
    ("meetings.see", Body),
    ("commitments.see", Body),
    ("commitments.see", Commitment),
    ("documents.read", Body),
    ("plan.see", Plan),
    ("plan.see", Series),
    ("designations.read", Designation),
    ("emerging.read", Signal),
    ("designations.read-problem", Problem),
    ("deployments.read", Deployment),
    ("effects.read", Design),
    ("incidents.look-at-imports", Source),
]


@pytest.fixture
def cast(demo: str, db: None) -> dict[str, Actor]:
    """The named people, as they are at this moment."""
    return {name: actor_of(Account.objects.get(username=name)) for name in CAST}


def test_each_verb_stands_in_the_table_and_the_table_names_no_other():
    assert {verb for verb in verbs() if verb.partition(".")[0] not in OF_ROWS} == set(MAY) | OF_ONESELF | OF_A_ROW


@pytest.mark.parametrize("district_id", [EAST, SOUTH_EAST, HOUSTON])
@pytest.mark.parametrize("verb", sorted(MAY))
def test_the_cast_may_what_the_table_says(cast: dict[str, Actor], verb: str, district_id: str):
    district = District.objects.get(pk=district_id)
    assert {name for name in CAST if may(cast[name], verb, district)} == MAY[verb] & AT_HOME[district_id]


@pytest.mark.parametrize("verb", sorted(ONLY_PEOPLE))
def test_what_people_say_for_themselves_no_part_of_the_system_says(demo: str, verb: str):
    district = District.objects.get(pk=EAST)
    assert not any(may(one, verb, district) for one in (system("operator"), system("scheduler"), NOBODY))


@pytest.mark.parametrize("verb", sorted(set(MAY) - ONLY_PEOPLE))
def test_the_operator_and_the_scheduler_may_and_nobody_and_other_parts_of_the_system_may_not(demo: str, verb: str):
    district = District.objects.get(pk=EAST)
    # A ground that reads the thing comes first in some rules, so the operator too is asked about one.
    assert may(system("operator"), verb, district)
    assert may(system("scheduler"), verb, district)
    assert not may(NOBODY, verb, district)
    assert not may(system("letterbox"), verb, district)


def test_whoever_works_somewhere_and_no_part_of_the_system_changes_their_own_sign_in(cast: dict[str, Actor]):
    others = [system("operator"), system("scheduler"), NOBODY, Actor(id="x", name="left in May")]
    for verb in OF_ONESELF:
        assert {name for name in CAST if may(cast[name], verb)} == EVERYBODY, verb
        assert not any(may(other, verb) for other in others), verb


def test_no_role_of_a_person_is_called_like_a_part_of_the_system():
    assert set(ROLES) & {"operator", "scheduler"} == set()


@pytest.mark.parametrize(("verb", "table"), LISTS, ids=lambda value: getattr(value, "__name__", value))
def test_the_list_and_the_question_agree_for_everybody(cast: dict[str, Actor], verb: str, table: type[Model]):
    rows: list[Any] = list(table._default_manager.all())
    assert {getattr(row, "district_id", None) or row.pk for row in rows} >= {EAST}
    for actor in [*cast.values(), system("operator"), NOBODY]:
        listed = set(visible(actor, verb, table._default_manager.all()).values_list("pk", flat=True))
        assert listed == {row.pk for row in rows if may(actor, verb, row)}, (actor.name, verb)


def test_a_stranger_sees_no_row_of_the_district(cast: dict[str, Actor]):
    for verb, table in LISTS:
        field = "pk" if table is District else "district_id"
        rows = table._default_manager.filter(**{field: EAST})
        assert rows.exists()
        for stranger in ("lise", "yusuf"):
            assert not visible(cast[stranger], verb, rows).exists(), (verb, table)


def test_the_version_of_the_policy_is_the_same_in_every_process_and_changes_with_a_rule(demo: str):
    assert policy_version() == policy_version()
    assert len(policy_version()) == 12
