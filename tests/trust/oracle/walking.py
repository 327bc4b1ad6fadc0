"""Walks through cases at random with the real commands, and keeps a simple book of who may see which word."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from tests.desks.casework.conftest import World

from samvirke.desks.casework.models import Case
from samvirke.desks.casework.queries.case_view import CaseView, case_view
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Line

WORD = re.compile(r"word-\d+")
_CAST = (
    ("line", "police", "coordinator"),
    ("lea", "police", "case-leader"),
    ("vic", "police", "caseworker"),
    ("dan", "police", "duty-officer"),
    ("dpo", "police", "privacy-officer"),
    ("karim", "municipality", "case-leader"),
    ("tom", "municipality", "caseworker"),
    ("dina", "municipality", "duty-officer"),
    ("birgit", "region", "case-leader"),
    ("rita", "region", "caseworker"),
    ("stranger", "probation", "case-leader"),
    ("both", "police", "caseworker"),
    ("both", "municipality", "secretary"),
)
# The section of the trial that only some of an agency's roles read.
_NARROW, _READERS = "treatment", {"caseworker", "case-leader"}


@dataclass
class Book:
    """What the walk itself knows of one case. `own` are words by agency, with the section they stand in."""

    agencies: set[str]
    members: dict[tuple[UUID, str], bool] = field(default_factory=dict)
    glass: set[tuple[UUID, str]] = field(default_factory=set)
    conflicts: set[UUID] = field(default_factory=set)
    sealed_by: str = ""
    own: dict[str, dict[str, str]] = field(default_factory=dict)
    given: dict[UUID, tuple[str, str, set[str]]] = field(default_factory=dict)
    waiting: dict[UUID, tuple[str, str, set[str]]] = field(default_factory=dict)
    spoken: dict[str, set[str]] = field(default_factory=dict)

    def hats(self, actor: Actor) -> set[str]:
        """The agencies for which somebody is let in; none when they are too close or another agency has sealed it."""
        if actor.account in self.conflicts or (self.sealed_by and self.sealed_by not in actor.agencies):
            return set()
        mine = {agency for account, agency in [*self.members, *self.glass] if account == actor.account}
        return mine & actor.agencies

    def words(self, agency: str, roles: set[str]) -> tuple[set[str], set[str]]:
        """What an agency's people may see, and what of it they have to."""
        own = {word for word, at in self.own.get(agency, {}).items() if at != _NARROW or roles & _READERS}
        received = {word for _giver, to, words in self.given.values() if to == agency for word in words}
        sent = [words for giver, _to, words in (*self.given.values(), *self.waiting.values()) if giver == agency]
        spoken = {word for word, who in self.spoken.items() if agency in who}
        return own | received | spoken | {word for words in sent for word in words}, received


class Walk:
    """People, cases and what is known of them; every deed goes through `do`, which looks at the trail."""

    def __init__(self, world: World, seed: int) -> None:
        self.world, self.dice = world, random.Random(seed)
        self.actors = {name: self._person(name, kind, role) for name, kind, role in _CAST}
        self.books: dict[UUID, Book] = {}
        self.count = {"done": 0, "refused": 0, "denied": 0, "seen": 0, "shut out": 0}
        self.steps = self._words = 0

    def _person(self, name: str, kind: str, role: str) -> Actor:
        agency, since = self.world.agency(kind), now().date().replace(month=1, day=1, year=2024)
        account = put_account(system("operator"), username=name, name=name, agency=agency.pk, role=role, since=since)
        return actor_of(account)

    def some(self, key: UUID) -> Actor:
        """Mostly somebody who works on a case, and now and then anybody."""
        at_work = {account for account, _agency in self.books[key].members}
        names = [name for name, actor in self.actors.items() if actor.account in at_work]
        return self.who(*(names if self.dice.random() < 0.75 else ()))

    def who(self, *names: str) -> Actor:
        """One of them, or anybody, as they ask now."""
        return replace(self.actors[self.dice.choice(names or tuple(self.actors))], moment=now())

    def word(self) -> str:
        """A word that nobody has written before."""
        self._words += 1
        return f"word-{self._words}"

    def do(self, verb: str, deed: Callable[[], Any]) -> tuple[bool, Any]:
        """Whether it was done, and what came of it; the trail holds it, or its refusal, or nothing at all."""
        before = _last()
        self.steps += 1
        try:
            made = deed()
        except NotAllowed:
            assert [line.decision for line in _since(before)] == ["deny"]
            self.count["denied"] += 1
            return False, None
        except Refused:
            assert not _since(before)
            self.count["refused"] += 1
            return False, None
        lines = _since(before)
        assert {line.decision for line in lines} == {"permit"}
        assert [line.action for line in lines].count(verb) == 1, verb
        self.count["done"] += 1
        return True, made

    def look(self, actor: Actor, key: UUID) -> None:
        """Open a case as somebody: they see every word that crossed to them in force, and no word but theirs."""
        book, before = self.books[key], _last()
        self.steps += 1
        hats = book.hats(actor)
        try:
            view = case_view(actor, key)
        except NotAllowed:
            assert not hats, f"{actor.name} is shut out"
            assert [line.decision for line in _since(before)] == ["deny"]
            self.count["shut out"] += 1
            return
        me = view.mine.agency_id
        assert me in hats, f"{actor.name} is let in for {me}"
        assert [(line.action, line.decision) for line in _since(before)] == [("casework.open", "permit")]
        may, must = book.words(me, {role for role, agency in actor.posts if agency == me})
        seen = {word for said in _said(view) for word in WORD.findall(said)}
        assert seen <= may, f"{actor.name} reads {sorted(seen - may)}"
        assert must <= seen, f"{actor.name} misses {sorted(must - seen)}"
        self.count["seen"] += len(seen)

    def look_at_all(self) -> None:
        """Everybody opens every case."""
        for key in self.books:
            for name in self.actors:
                self.look(self.who(name), key)


def _said(view: CaseView) -> Iterator[str]:
    """Everything that a page may print of a case."""
    yield from (str(one.value) for part in view.parts for one in part.fields)
    yield from (one.person.name for one in view.involved)
    for one in (*view.received, *view.given, *view.waiting, *view.recalled):
        yield f"{one.content} {one.recall_reason}"
    yield from (one.why for one in view.asks)
    yield from (one.text for one in view.tasks)
    yield from (str(one.facts) for one in view.events)


def _last() -> int:
    return Line.objects.order_by("-seq").values_list("seq", flat=True).first() or 0


def _since(seq: int) -> list[Line]:
    return list(Line.objects.filter(seq__gt=seq).order_by("seq"))


def fresh(key: UUID) -> Case:
    """A case as it is now."""
    return Case.objects.get(pk=key)
