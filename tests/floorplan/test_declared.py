"""What is declared beside the code is whole: each table has its retention, each verb its rule, each rule its verb."""

from __future__ import annotations

import ast

from django.apps import apps
from django.db import models
from tests.floorplan.source import Source, called, first_text, sources

from samvirke.foundation.kept import kept_tables
from samvirke.trust.access.rules import verbs

_ASKING = {"command", "page", "ask", "may", "visible", "decide", "reading"}


def asked(source: Source) -> set[str]:
    """The verbs that a file asks for, written out."""
    found = set()
    for call in source.calls:
        if called(call) in _ASKING:
            texts = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
            found |= {text for text in texts if "." in text}
    return found


def ruled(source: Source) -> list[str]:
    """The verbs that a file gives a rule."""
    return _first_texts(source, "rule")


def forbidden(source: Source) -> list[str]:
    """The verbs that a file forbids to some, besides the rule that permits them to others."""
    return _first_texts(source, "forbid")


def _first_texts(source: Source, name: str) -> list[str]:
    given = (first_text(call) for call in source.calls if called(call) == name)
    return [verb for verb in given if verb]


def test_every_table_has_a_line_that_says_how_long_it_is_kept():
    tables = {model._meta.label_lower for model in apps.get_models()}
    assert len(tables) > 30
    assert tables - set(kept_tables()) == set()


def test_every_line_of_retention_speaks_of_a_table_that_exists():
    assert set(kept_tables()) - {model._meta.label_lower for model in apps.get_models()} == set()


def test_what_goes_after_some_days_is_counted_from_a_moment_that_the_table_has():
    for kept in kept_tables().values():
        if kept.days is not None:
            field = apps.get_model(kept.table)._meta.get_field(kept.counted_from)
            assert isinstance(field, models.DateTimeField), kept.table


def test_every_verb_that_is_asked_for_has_a_rule():
    wanted = {verb: source.name for source in sources() for verb in asked(source)}
    assert len(wanted) > 20
    assert {verb: name for verb, name in wanted.items() if verb not in verbs()} == {}


def test_every_rule_speaks_of_a_verb_that_is_asked_for():
    wanted = {verb for source in sources() for verb in asked(source)}
    given = [verb for source in sources() if source.name.endswith("policy.py") for verb in ruled(source)]
    assert set(given) - wanted == set()
    assert len(given) == len(set(given))


def test_rules_stand_in_policies_only():
    assert [
        source.name
        for source in sources()
        if [*ruled(source), *forbidden(source)]
        and not source.name.endswith("policy.py")
        and source.name != "trust/access/rules.py"
    ] == []


def test_a_verb_is_a_room_and_what_is_done_there():
    rooms = {model._meta.app_label for model in apps.get_models()} | {"access", "retention", "keys"}
    mine = {verb for verb in verbs() if not verb.startswith("test.")}
    assert [verb for verb in mine if verb.partition(".")[0] not in rooms or not verb.islower()] == []


def test_a_verb_without_its_rule_and_a_rule_without_its_verb_would_be_found():
    assert asked(Source("a.py", '@page("plan.sing")\ndef sing(): ...\nmay(actor, "plan.hum", plan)\n')) == {
        "plan.sing",
        "plan.hum",
    }
    assert ruled(Source("policy.py", 'rule("plan.whistle", OPERATES)\n')) == ["plan.whistle"]
