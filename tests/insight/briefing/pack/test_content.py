"""What a pack says: whose it is, what moved, what is late, what must be decided, and as of when."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from tests.insight.written_file import FJORDBY, SKOVBY, Row, many

from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.plan.models import Plan
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.foundation.period import read_period
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.models import Body, BodyMunicipality
from samvirke.registers.places.models import District

pytestmark = [pytest.mark.django_db]

SPRING = read_period("2024Q2")


def spread(before: int, now: int) -> list[Row]:
    """So many burglaries in the springs of 2023 and 2024, with figures throughout the months around them."""
    rows = [Row(date(2022, 7, 1), offence="andet"), Row(date(2024, 6, 30), offence="andet")]
    rows += many(before, date(2023, 4, 1), 90) + many(now, date(2024, 4, 1), 90)
    return rows + many(60, date(2023, 1, 1), 540, offence="vold med skade", municipality=SKOVBY)


def body_of(district: District, name: str, kind: str) -> Body:
    body = Body.objects.create(id=name, district=district, kind=kind, name={"en": name, "da": name}, task={})
    BodyMunicipality.objects.create(body=body, municipality_id=FJORDBY)
    return body


@pytest.fixture
def council(fjord: District) -> Body:
    return body_of(fjord, "lokalraad-fjordby", "local-council")


@pytest.fixture
def pack_of(counted, council, operator):
    """The council's pack after these rows were imported."""

    def made(rows, language="en", day=date(2024, 8, 20)):
        counted(rows)
        with standing_on(day):
            return make_pack(operator, council, SPRING, language)

    return made


def test_a_district_without_figures_has_no_pack_and_is_told_what_to_do(council, operator):
    with pytest.raises(Refused, match="samvirke import incidents"):
        make_pack(operator, council, SPRING, "en")


def test_a_body_that_is_no_council_has_no_pack(counted, operator, fjord):
    counted(spread(40, 40))
    other = body_of(fjord, "licensing-fjordby", "licensing-board")
    with pytest.raises(Refused, match="is not a council"):
        make_pack(operator, other, SPRING, "en")


@pytest.mark.parametrize("quarter", ["2024Q4", "2022Q2", "2030Q1", "1999Q1"])
def test_a_quarter_that_the_figures_do_not_cover_is_refused_with_what_they_cover(counted, council, operator, quarter):
    facts = counted(spread(40, 40))
    with pytest.raises(Refused) as refusal:
        make_pack(operator, council, read_period(quarter), "en")
    assert str(facts.store.first_day.year) in str(refusal.value)


def test_a_certain_fall_is_the_large_finding_with_both_numbers(pack_of):
    top = pack_of(spread(120, 60)).top
    assert top.headline.startswith("Burglary in a home has fallen 50%")
    assert "60 reported against 120 in the same quarter of 2023." in top.detail
    assert top.drawing


def test_a_rise_is_told_in_danish_too(pack_of):
    top = pack_of(spread(60, 120), language="da").top
    assert top.headline.startswith("Indbrud i privat beboelse er steget 100")
    assert "120 anmeldte mod 60" in top.detail


def test_the_same_number_twice_is_no_finding(pack_of):
    pack = pack_of(spread(100, 100))
    assert pack.top.headline == "Nothing has changed for certain"
    assert any(one.headline.startswith("No certain change in burglary in a home") for one in pack.moved)


def test_numbers_too_small_to_show_are_too_few_to_say(pack_of):
    pack = pack_of(spread(3, 2))
    assert pack.top.headline == "Too few to say"
    burglary = next(line for line in pack.lines if line.title.lower().startswith(("burglar", "reported burglar")))
    assert burglary.now == "1–4"


def owed(council: Body, due: date, **facts: object) -> None:
    Commitment.objects.create(
        district=council.district,
        body=council,
        title={"en": f"Light by {due.isoformat()}"},
        text={"en": "Light on the path"},
        owners=[council.pk],
        kind="one-off",
        measurable=True,
        due=due,
        **facts,
    )


def test_a_commitment_past_its_date_is_late_by_so_many_days_the_longest_first(pack_of, council):
    owed(council, date(2024, 8, 19))
    owed(council, date(2024, 8, 1))
    owed(council, date(2024, 7, 1), state="done", closed_on=date(2024, 7, 20), evidence="Lit")
    owed(council, date(2024, 8, 20))
    pack = pack_of(spread(40, 40))
    assert [one.days for one in pack.late] == ["19 days over", "1 day over"]
    assert pack.late_note == ""
    assert [one.title for one in pack.due] == ["Light by 2024-08-20"]


def test_nothing_late_and_nothing_due_are_said_in_words(pack_of):
    pack = pack_of(spread(40, 40))
    assert (pack.late, pack.late_note) == ((), "No commitment is past its deadline.")
    assert (pack.due, pack.due_note) == ((), "Nothing is due in the coming four months.")
    assert (pack.to_decide, pack.to_decide_note) == ((), "No item for decision is on the agenda yet.")
    assert pack.meeting.replace("\N{NO-BREAK SPACE}", " ") == "No meeting has been called."


def test_open_items_for_decision_are_told_and_others_not(pack_of, council):
    starts = datetime(2024, 9, 4, 8, tzinfo=UTC)
    meeting = Meeting.objects.create(
        body=council, year=2024, number=3, starts_at=starts, place="Rådhuset", state="called"
    )
    for number, (kind, is_open) in enumerate([("decision", True), ("information", True), ("decision", False)], 1):
        title = {"en": f"About {kind} {number}"}
        AgendaItem.objects.create(meeting=meeting, number=number, kind=kind, title=title, minutes=10, is_open=is_open)
    pack = pack_of(spread(40, 40))
    assert [(one.number, one.title, one.minutes) for one in pack.to_decide] == [
        ("Item 1", "About decision 1", "10 min")
    ]
    assert (
        pack.meeting.replace("\N{NO-BREAK SPACE}", " ")
        == "Meeting 3 in 2024. Wednesday 4 September 2024 at 10:00, Rådhuset."
    )
    assert pack.occasion.replace("\N{NO-BREAK SPACE}", " ") == "Meeting pack for 4 September 2024"


def test_the_pack_says_until_when_its_figures_run_and_when_they_were_locked(pack_of):
    pack = pack_of(spread(40, 40))
    assert pack.footer.startswith("Open part. Figures up to ")
    assert pack.made_from["quarter"] == "2024Q2"
    assert pack.made_from["as_of"] == "2024-08-20"
    assert pack.made_from["store"]


def test_what_the_figures_say_of_a_quarter_does_not_move_with_the_day_of_making(counted, council, operator):
    counted(spread(120, 60))
    made = []
    for day in (date(2024, 8, 20), date(2024, 12, 1)):
        with standing_on(day):
            made.append(make_pack(operator, council, SPRING, "en"))
    one, other = made
    assert (one.top, one.lines, one.charts, one.tables) == (other.top, other.lines, other.charts, other.tables)


def test_both_languages_say_the_same_numbers(counted, council, operator):
    counted(spread(120, 60))
    danish, english = (make_pack(operator, council, SPRING, language) for language in ("da", "en"))
    told = [[cell for line in pack.lines for cell in (line.now, line.before)] for pack in (danish, english)]
    assert [cell.replace("ingen", "none") for cell in told[0]] == told[1]
    assert len(danish.methods) == len(english.methods) > 0
    assert danish.labels.keys() == english.labels.keys()


def test_a_district_without_a_plan_is_told_so(pack_of, operator):
    Plan.objects.all().delete()
    pack = pack_of(spread(40, 40))
    assert pack.goals_note == "No plan is loaded for this district: there are no goals to follow."
    assert pack.labels["focus"].startswith("What is counted in ")


def test_a_pack_tells_each_focus_area_of_the_plan_in_a_few_lines_and_no_closed_place(facts, operator):
    council = Body.objects.get(pk="kredsraad-oestjylland")
    parts = {one.title: one for one in make_pack(operator, council, SPRING, "en").focus_parts}
    assert list(parts)[:3] == ["Violence and nightlife", "Burglary in homes", "Traffic"]
    assert any("393" in line and "Fallen 19%" in line for line in parts["Burglary in homes"].findings)
    assert any("51 days past the deadline" in line for line in parts["Burglary in homes"].agreed)
    # Whoever makes it, the police's own places are not in a paper of the whole council.
    assert not any("lagerbygning" in line for line in parts["Gangs and organised crime"].places)
    assert any("Stien ved Østervold" in line for line in parts["Gangs and organised crime"].places)


def test_without_a_plan_a_pack_has_no_focus_areas(pack_of):
    Plan.objects.all().delete()
    assert pack_of(spread(90, 60)).focus_parts == ()
