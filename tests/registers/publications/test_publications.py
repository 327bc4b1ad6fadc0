"""What is published lies in the public database, is never changed, and each artefact is chained to the one before."""

from __future__ import annotations

import uuid

import pytest
from django.db import IntegrityError, connections, transaction

from samvirke.registers.publications.commands.publish import chain_is_whole, publish
from samvirke.registers.publications.models import Publication
from samvirke.registers.publications.queries.published import editions, latest_of

pytestmark = pytest.mark.django_db(databases=["default", "public"])

TITLE, CONTENT = {"da": "Samarbejdsplan", "en": "Cooperation plan"}, {"sections": [{"heading": {"da": "Æbler"}}]}


def put(slug="plan-2030", edition=1, *, one=None, content=CONTENT, kind="test-plan"):
    return publish(one or uuid.uuid4(), kind=kind, slug=slug, edition=edition, title=TITLE, content=content)


def test_what_is_published_can_be_read_as_it_was():
    made = put()
    (read,) = latest_of("test-plan")
    assert (read, read.content, read.words("en"), read.words("sv")) == (
        made,
        CONTENT,
        "Cooperation plan",
        "Samarbejdsplan",
    )
    assert len(read.receipt) == 32


def test_the_same_id_again_changes_nothing_whatever_it_says_then():
    first = put()
    again = put(one=first.pk, edition=2, content={"sections": []})
    assert (again, again.content, again.edition, again.receipt) == (first, CONTENT, 1, first.receipt)
    assert Publication.objects.filter(kind="test-plan").count() == 1


def test_another_artefact_cannot_take_an_edition_that_is_out():
    put()
    with pytest.raises(IntegrityError), transaction.atomic(using="public"):
        put(content={"sections": ["other"]})
    assert [one.content for one in editions("test-plan", "plan-2030")] == [CONTENT]


def test_a_later_edition_is_a_new_row_and_the_older_one_stays():
    for edition in (1, 2, 3):
        put(edition=edition, content={"edition": edition})
    put("plan-2031", kind="test-plan")
    put("plan-2030", kind="test-other")
    assert [one.content["edition"] for one in editions("test-plan", "plan-2030")] == [3, 2, 1]
    assert [(one.slug, one.edition) for one in latest_of("test-plan")] == [("plan-2030", 3), ("plan-2031", 1)]


def test_each_artefact_is_chained_to_the_one_before():
    first, second = put("a"), put("b")
    assert (second.seq, second.before) == (first.seq + 1, first.hash)
    assert chain_is_whole()


@pytest.mark.parametrize(
    "change",
    [
        {"content": {"sections": []}},
        {"title": {"da": "Anden"}},
        {"edition": 9},
        {"slug": "x"},
        {"before": "0" * 64},
        {"seq": 77},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_artefact_breaks_the_chain(change):
    put("a")
    middle = put("b")
    put("c")
    Publication.objects.filter(pk=middle.pk).update(**change)
    assert not chain_is_whole()


def test_an_artefact_taken_away_breaks_the_chain():
    put("a")
    middle = put("b")
    put("c")
    middle.delete()
    assert not chain_is_whole()


def test_the_table_lies_in_the_public_database_alone_and_the_staffs_is_not_asked(django_assert_num_queries):
    with django_assert_num_queries(0, connection=connections["default"]):
        assert put()._state.db == "public"
        assert latest_of("test-plan")
        assert chain_is_whole()
    with connections["public"].cursor() as cursor:
        rooms = {name.partition("_")[0] for name in connections["public"].introspection.table_names(cursor)}
    assert rooms == {"publications", "django"}
