"""The guard: every deed asks the rule, acts and writes its trail in one transaction, or does none of the three."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import Decision, decide, policy_version
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry

P = ParamSpec("P")
R = TypeVar("R")

channel: ContextVar[str] = ContextVar("channel", default="cli")


class NotAllowed(Refused):
    """The rule gives this actor no ground for what they asked."""

    exit_code = 3

    def __init__(self, decision: Decision, actor: Actor) -> None:
        what = Said(_("You may not do this ({verb}): {ground}."), {"verb": decision.verb, "ground": decision.ground})
        super().__init__(Fault(what, Said(_("Ask the secretariat of the district."))))
        self.decision, self.actor = decision, actor


@dataclass
class Deed:
    """What one outermost command does, and the lines it will leave."""

    actor: Actor
    entries: list[Entry] = field(default_factory=list)


_current: ContextVar[Deed | None] = ContextVar("deed", default=None)


def command(verb: str, on: str = "") -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function the only way to do a verb.

    The function takes the actor first and the rest as keywords; `on` names the keyword that holds the thing
    the rule is asked about. A command inside a deed joins it; only the outermost commits.
    """

    def wrap(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            actor = args[0]
            if not isinstance(actor, Actor):
                raise TypeError(f"{verb} takes the actor first")
            thing = kwargs.get(on) if on else None
            with deed(actor):
                entry = _asked(actor, verb, thing)
                _open_deed().entries.append(entry)
                return function(*args, **kwargs)

        guarded.verb = verb  # type: ignore[attr-defined]
        return guarded

    return wrap


@contextmanager
def deed(actor: Actor) -> Iterator[Deed]:
    """Open a deed, or join the one that is open. Handovers open one around several commands."""
    joined = _current.get()
    if joined is not None:
        with _part_of(joined):
            yield joined
        return
    opened = Deed(actor)
    token = _current.set(opened)
    try:
        with transaction.atomic():
            yield opened
            append(opened.entries)
    except NotAllowed as refusal:
        _record_refusal(refusal.actor, refusal.decision)
        raise
    finally:
        _current.reset(token)


@contextmanager
def _part_of(joined: Deed) -> Iterator[None]:
    """A command inside a deed happens whole or not at all, also when whoever called it carries on after its fault."""
    so_far = len(joined.entries)
    try:
        with transaction.atomic():
            yield
    except BaseException as fault:
        del joined.entries[so_far:]
        if isinstance(fault, NotAllowed):
            joined.entries.append(_entry(fault.actor, fault.decision))
        raise


def ask(actor: Actor, verb: str, thing: Any = None) -> None:
    """Refuse early what the rule does not permit, before long work begins; the refusal is recorded."""
    decision = decide(actor, verb, thing)
    if not decision.permitted:
        _record_refusal(actor, decision)
        raise NotAllowed(decision, actor)


def note(*things: Any, personal: dict[str, Any] | None = None, **facts: Any) -> None:
    """Add what a command touched, and the facts worth keeping, to its line of the trail."""
    entries = _open_deed().entries
    if not entries:
        raise RuntimeError("nothing is being done: a command has to begin first")
    entry = entries[-1]
    entry.things.extend(name_of(thing) for thing in things)
    entry.facts.update(facts)
    entry.personal.update(personal or {})


def name_of(thing: Any) -> str:
    """How the trail names a thing: kind and id, never content."""
    meta = getattr(thing, "_meta", None)
    return f"{meta.label_lower}:{thing.pk}" if meta is not None else str(thing)


def _open_deed() -> Deed:
    opened = _current.get()
    if opened is None:
        raise RuntimeError("nothing is being done: open a deed first")
    return opened


def _asked(actor: Actor, verb: str, thing: Any) -> Entry:
    decision = decide(actor, verb, thing)
    if not decision.permitted:
        raise NotAllowed(decision, actor)
    entry = _entry(actor, decision)
    if thing is not None and hasattr(thing, "_meta"):
        entry.things.append(name_of(thing))
    return entry


def _entry(actor: Actor, decision: Decision) -> Entry:
    return Entry(
        actor=actor.id,
        agency=actor.agency,
        action=decision.verb,
        decision="permit" if decision.permitted else "deny",
        ground=str(decision.ground),
        channel=channel.get(),
        policy=policy_version(),
        personal={"name": actor.name} if actor.kind == "account" else {},
    )


def _record_refusal(actor: Actor, decision: Decision) -> None:
    with transaction.atomic():
        append([_entry(actor, decision)])
