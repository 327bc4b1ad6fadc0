"""A commitment is followed by reports with what shows them; two who write at once are told of each other."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.registers.commitments.rows import TODAY, put
from tests.trail import one_line, refusal

from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.registers.commitments.commands.change import change
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.commands.report import report
from samvirke.registers.commitments.commands.track import track
from samvirke.registers.commitments.models import Commitment, StatusReport, Step
from samvirke.registers.commitments.queries.course import course
from samvirke.trust.access.actor import NOBODY, system

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
FINE = {"said": "Four lamps of six burn.", "state": "on-course"}


def test_a_report_stands_on_its_day_with_who_wrote_it(fjord, person):
    tine, there = person("secretary", "fjordkredsens-politi"), put(fjord)
    with one_line("commitments.report") as lines:
        written = report(tine, commitment=there, version=1, **FINE)
    assert lines[0].facts == {"state": "on-course"}
    assert (written.on, written.by_id, written.said) == (TODAY, tine.account, "Four lamps of six burn.")
    assert Commitment.objects.get(pk=there.pk).version == 2


def test_done_and_dropped_close_it_with_what_shows_it(fjord):
    done, dropped = put(fjord), put(fjord)
    report(OPERATOR, commitment=done, version=1, said="All burn.", state="done", evidence="Minutes of 12 August")
    report(OPERATOR, commitment=dropped, version=1, said="The path is closed.", state="dropped")
    rows = {one.pk: (one.state, one.closed_on, one.evidence) for one in Commitment.objects.all()}
    assert rows[done.pk] == ("done", TODAY, "Minutes of 12 August")
    assert rows[dropped.pk] == ("dropped", TODAY, "The path is closed.")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"said": "  "}, "Nothing is said"),
        ({"state": "splendid"}, "not said how it stands"),
        ({"state": "done"}, "Nothing shows that it was done"),
        ({"state": "done", "evidence": " \n"}, "Nothing shows that it was done"),
    ],
)
def test_a_report_that_says_or_shows_nothing_is_refused(fjord, wrong, said):
    there = put(fjord)
    with pytest.raises(Refused, match=said):
        report(OPERATOR, commitment=there, version=1, **(FINE | wrong))
    assert not there.reports.exists()
    assert Commitment.objects.get(pk=there.pk).version == 1


def test_who_was_overtaken_by_another_is_told_and_overwrites_nothing(fjord):
    there = put(fjord)
    report(OPERATOR, commitment=there, version=1, **FINE)
    with pytest.raises(Refused, match="Somebody else has changed this commitment"):
        report(OPERATOR, commitment=there, version=1, said="It stands still.", state="at-risk")
    with pytest.raises(Refused, match="Somebody else has changed this commitment"):
        change(OPERATOR, commitment=there, version=1, dose="Two lamps")
    assert [one.said for one in there.reports.all()] == ["Four lamps of six burn."]
    assert Commitment.objects.get(pk=there.pk).dose == ""


def test_a_closed_one_gets_no_more_reports(fjord):
    there = put(fjord)
    close(OPERATOR, commitment=there, evidence="All burn.")
    for version in (1, 2):
        with pytest.raises(Refused, match="closed already"):
            report(OPERATOR, commitment=there, version=version, **FINE)


def test_whoever_answers_for_it_reports_and_others_of_their_kind_do_not(fjord, dale, person):
    omar = person("analyst", "fjordby-kommune", "omar")
    his, nobodys = put(fjord, person_id=omar.account), put(fjord)
    report(omar, commitment=his, version=1, **FINE)
    with refusal("commitments.report"):
        report(omar, commitment=nobodys, version=1, **FINE)
    for stranger in (person("secretary", "dalby-kommune"), NOBODY):
        with refusal("commitments.report"):
            report(stranger, commitment=nobodys, version=1, **FINE)
    assert not nobodys.reports.exists()
    with refusal("commitments.change"):
        change(omar, commitment=his, version=2, dose="None")


def test_a_task_of_a_case_is_reported_and_changed_nowhere_here(fjord):
    pk = track(
        OPERATOR, district=fjord, case_id="5b0c0d52-0000-4000-8000-000000000000", owner="fjordby-kommune", due=TODAY
    )
    there = Commitment.objects.get(pk=pk)
    with refusal("commitments.report"):
        report(OPERATOR, commitment=there, version=1, **FINE)
    with refusal("commitments.change"):
        change(OPERATOR, commitment=there, version=1, dose="None")
    assert course(OPERATOR, there) == []


def test_a_new_date_is_a_step_from_what_to_what_and_takes_it_off_the_agenda(fjord):
    there = put(fjord, due=date(2024, 6, 30))
    Commitment.objects.filter(pk=there.pk).update(taken_up_on=TODAY, taken_up_in="meeting:1")
    changed = change(OPERATOR, commitment=there, version=1, due=date(2024, 9, 30), dose="Six lamps")
    assert (changed.due, changed.version, changed.taken_up_on, changed.taken_up_in) == (
        date(2024, 9, 30), 2, None, "",
    )  # fmt: skip
    step = Step.objects.get(commitment=there, what="changed")
    assert step.facts == {"due": ["2024-06-30", "2024-09-30"], "dose": ["", "Six lamps"]}


def test_the_same_facts_again_are_no_change(fjord):
    there = put(fjord, dose="Six lamps")
    assert change(OPERATOR, commitment=there, version=1, dose="Six lamps").version == 1
    assert not Step.objects.filter(commitment=there, what="changed").exists()


def test_a_change_that_cannot_be_is_refused_in_words(fjord, dale, person):
    there = put(fjord, due=date(2024, 9, 1))
    with pytest.raises(Refused, match="begins after its date"):
        change(OPERATOR, commitment=there, version=1, begins=date(2024, 10, 1))
    stranger = person("secretary", "dalby-kommune")
    with pytest.raises(Refused, match="do not work in an agency of this district"):
        change(OPERATOR, commitment=there, version=1, person_id=stranger.account)
    with pytest.raises(Refused, match="do not work in an agency of this district"):
        put(fjord, person_id=stranger.account)
    with pytest.raises(TypeError, match="state"):
        change(OPERATOR, commitment=there, version=1, state="done")
    assert Commitment.objects.get(pk=there.pk).version == 1


def test_its_course_runs_from_where_it_was_recorded_to_its_end(fjord, dale, person):
    there = put(fjord, due=TODAY)
    report(OPERATOR, commitment=there, version=1, **FINE)
    change(OPERATOR, commitment=there, version=2, due=date(2024, 12, 1))
    with standing_on(date(2024, 11, 1)):
        close(OPERATOR, commitment=there, evidence="All burn.")
    found = [getattr(one, "what", getattr(one, "state", "")) for one in course(OPERATOR, there)]
    assert found == ["recorded", "on-course", "changed", "done"]
    assert course(OPERATOR, there)[-1].on == date(2024, 11, 1)
    assert course(person("mayor", "dalby-kommune"), there) == []


def test_the_database_keeps_a_report_whole_and_lets_one_end_it_once(fjord):
    there = put(fjord)
    row = {"commitment": there, "on": TODAY, "said": "x", "state": "on-course"}
    for wrong in ({"said": ""}, {"state": "splendid"}, {"state": "done"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            StatusReport.objects.create(**(row | wrong))
    close(OPERATOR, commitment=there, evidence="All burn.")
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusReport.objects.create(**(row | {"state": "dropped"}))
    with pytest.raises(IntegrityError), transaction.atomic():
        Step.objects.create(commitment=there, what="sang", on=TODAY)
