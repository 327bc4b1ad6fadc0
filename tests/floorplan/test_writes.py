"""Rows are written in `commands/` and in the few other places that are listed here, each with its reason."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest
from tests.floorplan.source import Source, called, sources

WRITES = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "update_or_create", "get_or_create",
    "asave", "acreate", "aupdate", "adelete", "raw_sql", "executemany",
}  # fmt: skip
ELSEWHERE = {
    "trust/jobs/worker.py": "the queue is the worker's own table: it claims, beats and gives back",
    "trust/jobs/child.py": "the child writes down how far the work has come and how it ended",
    "insight/suppression/release.py": "a release remembers itself in the moment it leaves",
}
# Dictionaries, arrays and progress bars have methods of the same names.
NO_ROWS = {
    "trust/access/guard.py": "facts of an entry are a dictionary",
    "doors/cli/progress.py": "a progress bar moves",
    "insight/studies/engine/scope.py": "a digest takes in more bytes",
    "insight/effects/facts/worked_out.py": "a digest takes in more bytes",
    "doors/cli/analyse/question.py": "numpy saves an array to the file that was asked for",
}
# Everything else in `commands/` goes through the guard.
UNGUARDED = {
    "trust/audit/commands/append.py": "the trail itself, which the guard writes",
    "trust/access/commands/count_try.py": "counts tries of people who have not signed in: there is no actor yet",
    "trust/jobs/commands/enqueue.py": "joins the deed of whoever asks for the work, whose verb was asked already",
    "trust/jobs/commands/cancel.py": "stops what the page that offers it has asked for already",
    "registers/publications/commands/publish.py": "lies in the public world, which knows no actors; pushed by a deed",
    "registers/incidents/commands/import_incidents.py": "asks early, because reading the file comes before the deed",
    "registers/incidents/commands/sweep_store.py": "removes files that no row names",
    "desks/casework/commands/happened.py": "joins the deed of the command that tells of it",
    "registers/commitments/commands/stepped.py": "joins the deed of the command that takes the step",
    "desks/designations/commands/stepped.py": "joins the deed of the command that takes the step",
    "desks/deployments/commands/stepped.py": "joins the deed of the command that takes the step",
    "desks/casework/commands/called_back.py": "joins the deed that ends a case",
    "desks/meetings/commands/changed.py": "joins the deed that changes a meeting or an item, on the version it read",
    "registers/partners/commands/ended.py": "joins the deed that ends a membership",
    "trust/retention/commands/erase.py": "joins the deed that decided it; the one way to delete",
    "trust/retention/commands/replay.py": "beside the command stands the question whether it is needed",
}


def writes(source: Source) -> list[str]:
    return [called(call) for call in source.calls if isinstance(call.func, ast.Attribute) and called(call) in WRITES]


def in_commands(source: Source) -> bool:
    return "commands" in source.name.split("/")[:-1] and not source.name.startswith("doors/")


def guarded(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any(isinstance(one, ast.Call) and called(one) == "command" for one in function.decorator_list)


def badly_shaped(source: Source) -> list[str]:
    """Guarded functions that do not take the actor first and everything else as keywords, or say no type."""
    wrong = []
    for function in source.functions:
        if guarded(function):
            given = function.args
            first = [(one.arg, ast.unparse(one.annotation) if one.annotation else "") for one in given.args]
            shape = first == [("actor", "Actor")] and not given.vararg and not given.posonlyargs
            if not (shape and function.returns and all(one.annotation for one in given.kwonlyargs)):
                wrong.append(function.name)
    return wrong


def unguarded(source: Source) -> list[str]:
    """Public functions of a file of commands that no verb guards."""
    top = [node for node in source.tree.body if isinstance(node, ast.FunctionDef)]
    return [one.name for one in top if not one.name.startswith("_") and not guarded(one)]


def test_rows_are_written_in_commands_and_in_the_listed_places_only():
    elsewhere = {source.name: writes(source) for source in sources() if not in_commands(source) and writes(source)}
    assert set(elsewhere) - set(ELSEWHERE) - set(NO_ROWS) == set()


def test_no_place_stays_on_the_list_when_it_writes_no_longer():
    still = {source.name for source in sources() if writes(source)}
    assert (set(ELSEWHERE) | set(NO_ROWS)) - still == set()


def test_what_is_no_row_has_no_query_beside_it():
    by_name = {source.name: source for source in sources()}
    assert [name for name in NO_ROWS if ".objects" in by_name[name].text] == []


def test_every_command_takes_the_actor_first_and_the_rest_as_keywords():
    found = [source for source in sources() if in_commands(source)]
    assert sum(guarded(one) for source in found for one in source.functions) > 15
    assert [(source.name, wrong) for source in found if (wrong := badly_shaped(source))] == []


def test_what_stands_in_commands_is_guarded_by_a_verb_or_listed_with_a_reason():
    free = {source.name for source in sources() if in_commands(source) and unguarded(source)}
    assert free == set(UNGUARDED)


def test_commands_never_call_commands():
    free = [source for source in sources() if source.name in UNGUARDED]
    joining = {name for source in free for name in unguarded(source)}
    calling = [
        (source.name, name)
        for source in sources()
        if in_commands(source)
        for name in _imported_commands(source)
        if name not in joining
    ]
    assert calling == []


def _imported_commands(source: Source) -> list[str]:
    imports = [node for node in source.tree.body if isinstance(node, ast.ImportFrom)]
    return [one.name for node in imports if ".commands." in (node.module or "") for one in node.names]


def test_queries_take_the_actor_or_are_listed_with_a_reason():
    asking = {source.name for source in sources() if _is_query(source) and _without_actor(source)}
    assert asking == set(_WITHOUT_ACTOR)


_WITHOUT_ACTOR = {
    "registers/places/queries/boundaries.py": "borders are public facts",
    "registers/places/queries/denominators.py": "inhabitants and dwellings are public facts",
    "registers/places/queries/near_cells.py": "a net for slips, made of borders",
    "registers/publications/queries/published.py": "the public world knows no actors",
    "registers/incidents/queries/ground_of.py": "what the import holds its rows against",
    "registers/incidents/queries/mapping_of.py": "mappings are part of the program",
    "registers/incidents/queries/source_called.py": "finds the thing that the import then asks the rule about",
    "desks/casework/queries/closing_facts.py": "what a closing case leaves to be counted; only the deed reads it",
    "desks/meetings/queries/calendar_feed.py": "finds whose secret address it is; only then is there somebody to ask",
    "trust/access/queries/basis_standings.py": "which laws a district uses is no secret",
    "trust/identity/queries/live_affiliations.py": "lies below the actor, who is made from it",
    "trust/identity/queries/works_somewhere.py": "lies below the actor too: asked before there is one",
}


def _is_query(source: Source) -> bool:
    return "queries" in source.name.split("/")[:-1]


def _without_actor(source: Source) -> list[str]:
    """Public functions at the top of a file of queries that neither take an actor nor what an actor was asked for."""
    top = [node for node in source.tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]
    given = {"actor", "rows", "store", "reader"}
    return [one.name for one in top if not given & {argument.arg for argument in one.args.args}]


@pytest.mark.parametrize(
    ("check", "text"),
    [
        pytest.param(writes, "plan.save()\n", id="a save"),
        pytest.param(writes, "Plan.objects.filter(pk=1).update(year=2)\n", id="an update"),
        pytest.param(badly_shaped, '@command("plan.put")\ndef put(plan: Plan) -> None: ...\n', id="no actor"),
        pytest.param(
            badly_shaped, '@command("plan.put")\ndef put(actor: Actor, plan: Plan) -> None: ...\n', id="no keywords"
        ),
        pytest.param(badly_shaped, '@command("plan.put")\ndef put(actor: Actor, *, plan) -> None: ...\n', id="no type"),
        pytest.param(unguarded, "def put(actor: Actor, *, plan: Plan) -> None: ...\n", id="no verb"),
        pytest.param(_without_actor, "def plans() -> list[Plan]: ...\n", id="a query for anybody"),
    ],
)
def test_a_careless_way_to_write_would_be_found(check: Callable[[Source], object], text: str):
    assert check(Source("desks/plan/commands/careless.py", text))
