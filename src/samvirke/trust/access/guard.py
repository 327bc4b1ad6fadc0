"""The guard: every deed asks the rule, acts and writes its trail in one transaction, or does none of the three."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar

from django.db import transaction

from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import Decision, decide, policy_version
from samvirke.trust.access.wall import behind
from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry
from samvirke.trust.audit.models import ACT, READ

P = ParamSpec("P")
R = TypeVar("R")

channel: ContextVar[str] = ContextVar("channel", default="cli")


class NotAllowed(Refused):
    """The rule gives this actor no ground for what they asked."""

    exit_code = 3

    def __init__(self, decision: Decision, actor: Actor, thing: Any = None) -> None:
        what = Said(_("You may not do this ({verb}): {ground}."), {"verb": decision.verb, "ground": decision.ground})
        super().__init__(Fault(what, Said(_("Ask the secretariat of the district."))))
        self.decision, self.actor, self.thing = decision, actor, thing


@dataclass
class Deed:
    """What one outermost command does, the lines it will leave, and those whose command or reading is under way."""

    actor: Actor
    entries: list[Entry] = field(default_factory=list)
    under_way: list[Entry] = field(default_factory=list)


_current: ContextVar[Deed | None] = ContextVar("deed", default=None)
# The lines of all deeds of one request, where the whole request is one transaction.
_of_request: ContextVar[list[Entry] | None] = ContextVar("of_request", default=None)


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
            with _done(actor, verb, thing, ACT):
                return function(*args, **kwargs)

        guarded.verb = verb  # type: ignore[attr-defined]
        return guarded

    return wrap


@contextmanager
def reading(actor: Actor, verb: str, thing: Any = None) -> Iterator[None]:
    """Read what is protected: ask the rule, read, and leave one line, or nothing is read at all.

    A list is one reading: `note` the things that were found inside the block, and let nothing out before it has ended.

        with reading(actor, "casework.read", case):
            found = …
            note(*found, subjects=[…], purpose="…", basis="…")

    Raises `NotAllowed`; and whatever keeps the line from being written.
    """
    with _done(actor, verb, thing, READ):
        yield


@contextmanager
def _done(actor: Actor, verb: str, thing: Any, kind: str) -> Iterator[None]:
    with deed(actor) as opened:
        entry = _asked(actor, verb, thing)
        entry.kind = kind
        opened.entries.append(entry)
        opened.under_way.append(entry)
        try:
            yield
        finally:
            opened.under_way.pop()


@contextmanager
def deed(actor: Actor) -> Iterator[Deed]:
    """Open a deed, or join the one that is open. Handovers open one around several commands."""
    joined = _current.get()
    if joined is not None:
        with _part_of(joined), behind(actor):
            yield joined
        return
    opened = Deed(actor)
    token = _current.set(opened)
    try:
        with transaction.atomic(), behind(actor):
            yield opened
            _leave(opened.entries)
    except NotAllowed as refusal:
        _record_refusal(refusal)
        raise
    finally:
        _current.reset(token)


@contextmanager
def one_transaction() -> Iterator[None]:
    """Everything that is asked and done inside is one transaction, and its lines are the last thing written in it.

    Otherwise the first reading of a page would hold the head of the trail for as long as the page takes to be made.
    Without its lines nothing of it happens: whoever answers gives no answer out before this has ended.
    """
    token = _of_request.set([])
    try:
        with transaction.atomic():
            yield
            left = _of_request.get()
            if left:
                append(left)
    finally:
        _of_request.reset(token)


def _leave(entries: list[Entry]) -> None:
    """Write the lines now, or at the end of the request whose transaction this is part of."""
    kept = _of_request.get()
    if kept is None:
        append(entries)
    else:
        kept.extend(entries)


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
            joined.entries.append(_entry(fault.actor, fault.decision, fault.thing))
        raise


def ask(actor: Actor, verb: str, thing: Any = None) -> None:
    """Refuse early what the rule does not permit, before long work begins; the refusal is recorded."""
    decision = decide(actor, verb, thing)
    if not decision.permitted:
        refusal = NotAllowed(decision, actor, thing)
        _record_refusal(refusal)
        raise refusal


def note(
    *things: Any,
    personal: dict[str, Any] | None = None,
    subjects: Iterable[str] = (),
    recipients: Iterable[str] = (),
    purpose: str = "",
    basis: str = "",
    why: str = "",
    **facts: Any,
) -> None:
    """Add what a command touched or a reading found, and the facts worth keeping, to its line of the trail.

    `subjects` are the digests of the persons concerned (`audit.subjects.subject_digest`), `recipients` the agencies
    that something was disclosed to; `why` is the reason in the actor's own words, and can be forgotten.
    """
    opened = _open_deed()
    if not opened.entries:
        raise RuntimeError("nothing is being done: a command has to begin first")
    entry = (opened.under_way or opened.entries)[-1]
    entry.things.extend(name_of(thing) for thing in things)
    entry.facts.update(facts)
    entry.personal.update((personal or {}) | ({"why": why} if why else {}))
    entry.subjects.extend(subjects)
    entry.recipients.extend(recipients)
    entry.purpose, entry.basis = purpose or entry.purpose, basis or entry.basis


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
        raise NotAllowed(decision, actor, thing)
    return _entry(actor, decision, thing)


def _entry(actor: Actor, decision: Decision, thing: Any) -> Entry:
    return Entry(
        actor=actor.id,
        agency=actor.agency,
        action=decision.verb,
        decision="permit" if decision.permitted else "deny",
        ground=str(decision.ground),
        channel=channel.get(),
        policy=policy_version(),
        things=[name_of(thing)] if hasattr(thing, "_meta") else [],
        personal={"name": actor.name} if actor.kind == "account" else {},
    )


def _record_refusal(refusal: NotAllowed) -> None:
    with transaction.atomic():
        _leave([_entry(refusal.actor, refusal.decision, refusal.thing)])
