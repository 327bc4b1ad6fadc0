"""An agenda begins with its template, takes items in before those that close it, and never loses anybody's words."""

from __future__ import annotations

import pytest
from tests.desks.meetings.conftest import anatomy
from tests.trail import one_line, refusal

from samvirke.desks.meetings.commands.call import call
from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.leave_out import leave_out
from samvirke.desks.meetings.commands.open_meeting import open_meeting
from samvirke.desks.meetings.commands.order_items import move_item
from samvirke.desks.meetings.commands.put_item import Anatomy, add_item, change_item, take_away_item
from samvirke.desks.meetings.engine.template import all_templates, template_of
from samvirke.desks.meetings.facts.as_it_is_now import MovedOn
from samvirke.desks.meetings.models import AgendaItem, LeftOut
from samvirke.foundation.fault import Refused
from samvirke.registers.partners.models import Body

pytestmark = pytest.mark.django_db


def test_an_agenda_begins_with_the_standing_items_of_the_kind_of_body(table):
    with one_line("meetings.prepare"):
        draft_agenda(table.tine, meeting=table.meeting, version=1)
    items = list(table.meeting.items.order_by("number"))
    assert [item.source_key for item in items] == ["agenda", "minutes", "follow-up", "development", "any-other"]
    assert [item.number for item in items] == [1, 2, 3, 4, 5]
    assert table.again().state == "agenda"


def test_two_who_begin_the_agenda_at_once_do_not_double_it(table):
    draft_agenda(table.tine, meeting=table.meeting, version=1)
    with pytest.raises(Refused, match="being prepared"):
        draft_agenda(table.tine, meeting=table.meeting, version=1)
    assert table.meeting.items.count() == 5


def test_what_is_taken_in_stands_before_what_closes_the_agenda(drafted):
    assert drafted.item(5).words.text("da") == "Indbrud"
    assert drafted.item(6).source_key == "any-other"


def test_the_same_proposal_is_taken_in_once(drafted):
    add_item(drafted.tine, meeting=drafted.meeting, anatomy=anatomy(), source="commitment", source_key="a")
    with pytest.raises(Refused, match="on the agenda already"):
        add_item(drafted.tine, meeting=drafted.meeting, anatomy=anatomy(), source="commitment", source_key="a")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (Anatomy(title={"da": "  "}, kind="decision"), "no title"),
        (Anatomy(title={"da": "x" * 201}, kind="decision"), "very long"),
        (Anatomy(title={"da": "x"}, kind="song"), "sort of item"),
        (Anatomy(title={"da": "x"}, kind="decision", minutes=0), "1 to 600"),
    ],
)
def test_an_item_that_says_too_little_is_not_put_on_the_agenda(drafted, wrong, says):
    before = drafted.titles()
    with pytest.raises(Refused, match=says):
        add_item(drafted.tine, meeting=drafted.meeting, anatomy=wrong)
    assert drafted.titles() == before


@pytest.mark.parametrize(("to", "place"), [(1, 1), (3, 3), (6, 6), (99, 6), (-4, 1)])
def test_an_item_moves_to_its_place_and_the_others_make_room(drafted, to, place):
    others = [title for title in drafted.titles() if title != "Indbrud"]
    version = drafted.again().version
    move_item(drafted.tine, meeting=drafted.meeting, item=drafted.item(5), to=to, version=version)
    others.insert(place - 1, "Indbrud")
    assert drafted.titles() == others
    assert [item.number for item in drafted.meeting.items.order_by("number")] == [1, 2, 3, 4, 5, 6]


def test_two_orders_at_once_do_not_mix(drafted):
    version = drafted.again().version
    move_item(drafted.tine, meeting=drafted.meeting, item=drafted.item(5), to=1, version=version)
    before = drafted.titles()
    with pytest.raises(MovedOn):
        move_item(drafted.tine, meeting=drafted.meeting, item=drafted.item(2), to=4, version=version)
    assert drafted.titles() == before


def test_a_correction_on_top_of_an_old_page_is_refused_and_the_others_words_stand(drafted):
    item = drafted.item(5)
    given = {"meeting": drafted.meeting, "item": item, "version": item.version}
    change_item(drafted.tine, anatomy=anatomy("Vold"), **given)
    with pytest.raises(MovedOn) as found:
        change_item(drafted.tine, anatomy=anatomy("Hærværk"), **given)
    assert found.value.current.words.text("da") == "Vold"
    assert AgendaItem.objects.get(pk=item.pk).words.text("da") == "Vold"


def test_the_words_in_the_other_language_stay_when_one_is_corrected(drafted):
    item = drafted.item(1)
    english = item.words.text("en")
    change_item(drafted.tine, meeting=drafted.meeting, item=item, anatomy=anatomy("Dagsorden"), version=1)
    assert AgendaItem.objects.get(pk=item.pk).title == {"da": "Dagsorden", "en": english}


def test_what_is_taken_away_lets_the_others_move_up(drafted):
    item = drafted.item(2)
    take_away_item(drafted.tine, meeting=drafted.meeting, item=item, version=drafted.again().version)
    assert [item.number for item in drafted.meeting.items.order_by("number")] == [1, 2, 3, 4, 5]


def test_an_item_of_another_agenda_is_not_touched(drafted, town):
    other = town.meetings.create(year=2024, number=1, state="planned").items.create(
        number=1, title={"da": "Deres"}, kind="decision"
    )
    with pytest.raises(Refused, match="not on this agenda"):
        change_item(drafted.tine, meeting=drafted.meeting, item=other, anatomy=anatomy("Vores"), version=1)
    other.refresh_from_db()
    assert other.words.text("da") == "Deres"


def test_a_proposal_that_is_left_out_is_remembered_once(drafted):
    for _time in range(2):
        leave_out(drafted.tine, meeting=drafted.meeting, source="duty", source_key="ssp-discussed")
    assert LeftOut.objects.count() == 1
    with pytest.raises(Refused):
        leave_out(drafted.tine, meeting=drafted.meeting, source="standing", source_key="agenda")


def test_a_meeting_is_not_called_without_an_agenda_or_without_people(table):
    draft_agenda(table.tine, meeting=table.meeting, version=1)
    with pytest.raises(Refused, match="Nobody is expected"):
        call(table.tine, meeting=table.meeting, version=2)
    table.meeting.items.all().delete()
    with pytest.raises(Refused, match="empty"):
        call(table.tine, meeting=table.meeting, version=2)
    assert table.again().state == "agenda"


def test_a_meeting_is_opened_to_everybody_and_shut_again_on_top_of_what_was_read(drafted):
    version = drafted.again().version
    open_meeting(drafted.tine, meeting=drafted.meeting, version=version, to_all=True)
    assert drafted.again().is_public
    with pytest.raises(MovedOn):
        open_meeting(drafted.tine, meeting=drafted.meeting, version=version, to_all=False)
    open_meeting(drafted.tine, meeting=drafted.meeting, version=version + 1, to_all=False)
    assert not drafted.again().is_public
    with refusal("meetings.prepare"):
        open_meeting(drafted.anne, meeting=drafted.meeting, version=version + 2, to_all=True)


def test_only_those_who_keep_the_calendar_prepare(table, person):
    stranger = person("secretary", "fjordby-kommune", "stranger")
    draft_agenda(stranger, meeting=table.meeting, version=1)
    with refusal("meetings.prepare"):
        add_item(table.anne, meeting=table.meeting, anatomy=anatomy())


def test_nobody_of_another_district_prepares(table, dale, person):
    stranger = person("secretary", "dalby-kommune")
    with refusal("meetings.prepare"):
        draft_agenda(stranger, meeting=table.meeting, version=1)


def test_every_template_closes_with_any_other_business_and_stands_for_its_kinds_alone():
    kinds = [kind for one in all_templates().values() for kind in one.kinds]
    assert len(kinds) == len(set(kinds))
    for one in all_templates().values():
        assert one.items[-1].key == "any-other", one.name
        assert len({item.key for item in one.items}) == len(one.items), one.name
    assert template_of(Body(kind="choir")).name == "other-bodies"
