"""What the law's text says of each basis, and that a district answers for what could not be verified."""

from __future__ import annotations

from itertools import product

import pytest
from django.db import IntegrityError, transaction

from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system
from samvirke.trust.access.basis import (
    CONFIDENCE,
    INVESTIGATION,
    NOT_STATED,
    PARTIES,
    PURPOSES,
    all_bases,
    basis,
    regime_of,
)
from samvirke.trust.access.commands.use_basis import leave_basis, use_basis
from samvirke.trust.access.gate import Proposal, objections
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.access.label import Label, joined, label_of
from samvirke.trust.access.models import BasisInUse
from samvirke.trust.access.queries.basis_standings import basis_standings, is_in_use
from samvirke.trust.audit.models import Line
from samvirke.trust.identity.models.agency import KINDS

SECTION_115 = sorted(name for name in all_bases() if name.startswith("justice-act-115"))
BETWEEN = sorted(name for name, one in all_bases().items() if one.joins_agencies)
OPERATOR = system("operator")
in_a_database = pytest.mark.usefixtures("fjord")


@pytest.mark.parametrize("name", sorted(all_bases()))
def test_a_basis_speaks_of_known_purposes_agencies_and_parties(name):
    one = basis(name)
    assert one.confidence in CONFIDENCE
    assert one.serves
    assert set(one.serves) | set(one.forbids) <= set(PURPOSES)
    assert not set(one.serves) & set(one.forbids)
    assert set(one.gives) | set(one.receives) <= set(KINDS)
    assert bool(one.gives) == bool(one.receives)
    assert set(one.consents) <= set(PARTIES)
    assert (one.law == NOT_STATED) == (one.confidence == "unknown")


def test_no_basis_serves_an_investigation():
    assert [one.name for one in all_bases().values() if INVESTIGATION in one.serves] == []


def test_a_misspelt_basis_raises():
    with pytest.raises(LookupError, match="justice-act-116"):
        basis("justice-act-116")


class TestSection115:
    """Retsplejeloven § 115: a closed list of purposes, necessity, no investigation, no duty."""

    @pytest.mark.parametrize("name", SECTION_115)
    def test_it_asks_for_necessity_forbids_investigation_and_owes_nothing(self, name):
        one = basis(name)
        assert (one.confidence, one.necessity, one.duty, one.forbids) == ("H", True, False, (INVESTIGATION,))

    def test_its_three_numbers_serve_ssp_psp_and_ksp(self):
        served = {name.removeprefix("justice-act-115-"): basis(name).serves[0] for name in SECTION_115}
        assert served == {"ssp": "ssp", "psp": "psp", "ksp-a": "ksp", "ksp-b": "ksp", "ksp-c": "ksp"}

    @pytest.mark.parametrize(
        ("name", "outside"), [("justice-act-115-ssp", "region"), ("justice-act-115-psp", "probation")]
    )
    def test_who_is_no_party_neither_gives_nor_receives(self, name, outside):
        assert outside not in basis(name).gives
        assert outside not in basis(name).receives


def whole(name: str, **other: object) -> Proposal:
    """A disclosure that the basis permits, but for what is changed."""
    one = basis(name)
    facts = {
        "giver": one.gives[0], "receiver": one.receives[0], "purpose": one.serves[0],
        "necessity": "The school cannot plan without it.", "consented": frozenset(one.consents), "confirmed": True,
    }  # fmt: skip
    return Proposal(**facts | other)


class TestTheGate:
    """Every missing piece closes it, and says so."""

    @pytest.mark.parametrize("name", BETWEEN)
    def test_what_is_whole_passes(self, name):
        assert objections(basis(name), whole(name), enabled=True) == []

    @pytest.mark.parametrize("name", BETWEEN)
    def test_what_is_not_in_use_does_not(self, name):
        assert len(objections(basis(name), whole(name), enabled=False)) == 1

    @pytest.mark.parametrize("name", BETWEEN)
    def test_over_all_agencies_and_purposes_only_the_listed_ones_pass(self, name):
        one = basis(name)
        for giver, receiver, purpose in product([*KINDS, "newspaper"], [*KINDS, ""], [*PURPOSES, "curiosity"]):
            found = objections(one, whole(name, giver=giver, receiver=receiver, purpose=purpose), enabled=True)
            lawful = giver in one.gives and receiver in one.receives and purpose in one.serves
            assert (found == []) == lawful, (giver, receiver, purpose)

    @pytest.mark.parametrize("name", BETWEEN)
    @pytest.mark.parametrize("necessity", ["", "  ", "because", " . . . .   "])
    def test_necessity_is_a_sentence_where_the_law_asks_for_it(self, name, necessity):
        found = objections(basis(name), whole(name, necessity=necessity), enabled=True)
        assert len(found) == (1 if basis(name).necessity else 0)

    @pytest.mark.parametrize("name", BETWEEN)
    def test_whoever_gives_confirms_that_it_is_not_for_an_investigation(self, name):
        found = objections(basis(name), whole(name, confirmed=False), enabled=True)
        assert [str(one) for one in found] == (
            ["Confirm that the information is not disclosed for the investigation of criminal cases."]
            if basis(name).forbids
            else []
        )

    def test_a_missing_consent_names_whose(self):
        (found,) = objections(basis("consent"), whole("consent", consented=frozenset()), enabled=True)
        assert str(found) == "The consent of the person concerned is missing."

    @pytest.mark.parametrize("name", sorted(set(all_bases()) - set(BETWEEN)))
    def test_an_own_task_lets_nothing_cross(self, name):
        proposal = Proposal("police", "municipality", basis(name).serves[0], "A sentence that is long enough.")
        assert [one for one in objections(basis(name), proposal, enabled=True) if "lets nothing cross" in str(one)]


class TestStickyLabels:
    """Nothing derived may do more than any of its sources."""

    @pytest.mark.parametrize(("one", "other"), list(product(sorted(all_bases()), repeat=2)))
    def test_what_is_derived_from_two_may_do_no_more_than_either(self, one, other):
        both = label_of(one, other)
        for purpose in PURPOSES:
            assert both.permits(purpose) <= (label_of(one).permits(purpose) and label_of(other).permits(purpose))
        assert both == label_of(other, one)
        assert both.join(both) == both

    @pytest.mark.parametrize("name", SECTION_115)
    def test_what_came_under_section_115_never_reaches_an_investigation(self, name):
        free = Label(frozenset({"made up"}), frozenset(PURPOSES), frozenset())
        assert free.permits(INVESTIGATION)
        assert not free.join(label_of(name)).permits(INVESTIGATION)
        assert not label_of(name).join(free).permits(INVESTIGATION)

    def test_the_order_of_joining_changes_nothing(self):
        labels = [label_of(name) for name in sorted(all_bases())]
        assert joined(labels) == joined(reversed(labels))

    def test_an_unknown_purpose_is_permitted_by_no_label(self):
        assert not Label(frozenset(), frozenset({"curiosity"}), frozenset()).permits("curiosity")

    def test_without_a_label_nothing_is_permitted(self):
        with pytest.raises(ValueError, match="without a label"):
            joined([])


def test_police_and_probation_work_under_one_law_and_all_others_under_another():
    assert {kind for kind in KINDS if regime_of(kind) == "led"} == {"police", "probation"}


@in_a_database
class TestADistrictAnswers:
    """What could not be verified is out of use until the district enters its reference and assessment."""

    def test_what_was_verified_is_in_use_and_the_rest_is_not(self, fjord: District):
        standings = basis_standings(fjord.pk)
        assert {name for name, one in standings.items() if one.in_use} == {
            name for name, one in all_bases().items() if one.confidence == "H"
        }
        assert len({one.in_use for one in standings.values()}) == 2

    def test_an_entered_reference_puts_it_in_use_in_that_district_alone(self, fjord: District):
        use_basis(OPERATOR, district=fjord, basis="info-house", reference="Order 1 of 2030", assessment="DPIA 7")
        assert is_in_use("info-house", fjord.pk)
        assert not is_in_use("info-house", "sydoestjylland")
        assert "Order 1 of 2030" in str(basis_standings(fjord.pk)["info-house"].because)
        line = Line.objects.filter(action="access.use-basis").latest("seq")
        assert (line.decision, line.basis) == ("permit", "info-house")

    def test_entering_again_ends_the_former_and_leaving_ends_it_all(self, fjord: District):
        for number in (1, 2):
            use_basis(OPERATOR, district=fjord, basis="consent", reference=f"Order {number}", assessment="DPIA")
        assert [one.until is None for one in BasisInUse.objects.filter(district_id=fjord.pk).order_by("since")] == [
            False,
            True,
        ]
        leave_basis(OPERATOR, district=fjord, basis="consent")
        assert not is_in_use("consent", fjord.pk)
        with pytest.raises(Refused, match="entered nothing"):
            leave_basis(OPERATOR, district=fjord, basis="consent")

    @pytest.mark.parametrize(("reference", "assessment"), [("", "DPIA"), ("Order", " "), ("  ", "")])
    def test_without_reference_or_assessment_nothing_is_stored(self, fjord: District, reference, assessment):
        with pytest.raises(Refused, match="is missing"):
            use_basis(OPERATOR, district=fjord, basis="consent", reference=reference, assessment=assessment)
        assert not BasisInUse.objects.filter(district_id=fjord.pk).exists()

    def test_the_database_itself_refuses_an_empty_reference(self, fjord: District):
        from samvirke.foundation.clock import now

        with pytest.raises(IntegrityError), transaction.atomic():
            BasisInUse.objects.create(
                district_id=fjord.pk, basis="consent", version=1, reference="", assessment="DPIA", since=now()
            )

    def test_an_unknown_basis_is_refused_with_the_nearest(self, fjord: District):
        with pytest.raises(Refused, match="nearest are: consent"):
            use_basis(OPERATOR, district=fjord, basis="concent", reference="Order", assessment="DPIA")

    def test_an_answer_to_another_version_counts_for_nothing(self, fjord: District):
        use_basis(OPERATOR, district=fjord, basis="consent", reference="Order", assessment="DPIA")
        BasisInUse.objects.filter(district_id=fjord.pk).update(version=99)
        assert not is_in_use("consent", fjord.pk)

    def test_the_chief_answers_for_the_law_and_nobody_who_advises_or_prepares(self, fjord: District, person):
        given = {"district": fjord, "basis": "consent", "reference": "Order", "assessment": "DPIA"}
        for role in ("secretary", "privacy-officer", "analyst"):
            with pytest.raises(NotAllowed):
                use_basis(person(role, "fjordkredsens-politi"), **given)
        use_basis(person("chief", "fjordkredsens-politi"), **given)
        assert is_in_use("consent", fjord.pk)


def test_the_demo_answers_for_all_but_what_nobody_could_verify(demo, db):
    standings = basis_standings(demo)
    assert [name for name, one in standings.items() if not one.in_use] == ["focused-intervention", "gang-cooperation"]
    entered = [one.entered for one in standings.values() if one.entered]
    assert entered
    assert all(one.invented and one.reference.startswith("DEMO") for one in entered)
