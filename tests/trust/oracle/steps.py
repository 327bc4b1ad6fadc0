"""The steps of a walk through cases: one deed each by somebody who may or may not do it, and its line in the book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

from tests.desks.casework.conftest import in_days
from tests.trust.oracle.opening import TEXTS, let, name, write
from tests.trust.oracle.walking import WORD, Book, Walk, fresh

from samvirke.desks.casework.commands.approve import approve, reject
from samvirke.desks.casework.commands.ask_for import ask_for, decline
from samvirke.desks.casework.commands.assign import release
from samvirke.desks.casework.commands.disclose import disclose
from samvirke.desks.casework.commands.invite import invite, part
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.recall import acknowledge, recall
from samvirke.desks.casework.commands.refer import turn_down
from samvirke.desks.casework.commands.seal import ask_to_unseal, seal, unseal
from samvirke.desks.casework.models import Ask, BreakGlass, Disclosure, Member, Referral, Seal, TaskText
from samvirke.desks.casework.models.disclosure import GIVEN
from samvirke.foundation.clock import now
from samvirke.handovers.case_alarms import break_in
from samvirke.handovers.case_referrals import send, take_on
from samvirke.handovers.case_tasks import finish, give
from samvirke.trust.identity.models import Account, Agency

_KINDS = ("police", "municipality", "region", "probation")
_FIELDS = (*(f"{section}.{name}" for section, name in TEXTS.items()), "people.citizen")
_WHY = "The right support needs to know how often."


def _an_agency(walk: Walk, key: UUID) -> Agency:
    """Mostly one that takes part, and now and then any."""
    joined = sorted(walk.books[key].agencies)
    if walk.dice.random() < 0.85:
        return Agency.objects.get(pk=walk.dice.choice(joined))
    return walk.world.agency(walk.dice.choice(_KINDS))


def let_work(walk: Walk, key: UUID) -> None:
    """A colleague, or somebody who is none."""
    names = tuple(walk.actors)
    agency = walk.world.agency(walk.dice.choice(_KINDS))
    let(walk, key, walk.dice.choice(names), walk.dice.choice(names), agency, walk.dice.random() < 0.3)


def let_work_no_more(walk: Walk, key: UUID) -> None:
    member = Member.objects.filter(case=key, until__gt=now()).order_by("?").first()
    if member and walk.do("casework.assign", lambda: release(walk.who(), case=fresh(key), member=member))[0]:
        walk.books[key].members.pop((member.account_id, member.agency_id))


def join(walk: Walk, key: UUID) -> None:
    agency = walk.world.agency(walk.dice.choice(_KINDS))
    if walk.do("casework.invite", lambda: invite(walk.some(key), case=fresh(key), agency=agency))[0]:
        walk.books[key].agencies.add(agency.pk)


def leave(walk: Walk, key: UUID) -> None:
    """An agency's part ends, and with it all that its people saw."""
    agency, book = walk.world.agency(walk.dice.choice(_KINDS)), walk.books[key]
    if walk.do("casework.invite", lambda: part(walk.who("line", "lea", "karim"), case=fresh(key), agency=agency))[0]:
        book.agencies.discard(agency.pk)
        book.members = {who: leads for who, leads in book.members.items() if who[1] != agency.pk}
        book.glass = {who for who in book.glass if who[1] != agency.pk}


def cross(walk: Walk, key: UUID) -> None:
    """Disclose to one agency, perhaps as the answer to what it asked."""
    actor, receiver = walk.some(key), _an_agency(walk, key)
    held = {at for agency in actor.agencies for at in walk.books[key].own.get(agency, {}).values()}
    written = [one for one in _FIELDS if one.partition(".")[0] in held]
    fields = walk.dice.choices(written if written and walk.dice.random() < 0.9 else _FIELDS, k=walk.dice.choice((1, 2)))
    ask = Ask.objects.filter(case=key, asker=receiver, state="open").first() if walk.dice.random() < 0.5 else None
    args = {"fields": fields, "necessity": _WHY, "expires_at": in_days(60), "confirmed": walk.dice.random() < 0.95}
    ok, made = walk.do(
        "casework.disclose", lambda: disclose(actor, case=fresh(key), receivers=[receiver], ask=ask, **args)
    )
    for one in made if ok else ():
        _crossed(walk, key, one)


def _crossed(walk: Walk, key: UUID, one: Disclosure) -> None:
    held = walk.books[key].own.get(one.giver_id, {})
    words = set(WORD.findall(str(one.content)))
    assert words, one.content
    assert words <= set(held), "only what the giver itself wrote crosses"
    book = walk.books[key].given if one.state == GIVEN else walk.books[key].waiting
    book[one.pk] = (one.giver_id, one.receiver_id, words)


def look_twice(walk: Walk, key: UUID) -> None:
    """Approve or reject what waits."""
    book, actor = walk.books[key], walk.who("lea", "karim", "birgit", "stranger", "line")
    for pk in list(book.waiting)[:1]:
        one, yes = Disclosure.objects.get(pk=pk), walk.dice.random() < 0.7
        if walk.do("casework.approve", lambda one=one, yes=yes: (approve if yes else reject)(actor, disclosure=one))[0]:
            words = book.waiting.pop(pk)
            if yes:
                book.given[pk] = words


def call_back(walk: Walk, key: UUID) -> None:
    """Recall something, or confirm a recall."""
    one, actor = Disclosure.objects.filter(case=key).order_by("?").first(), walk.some(key)
    if one and walk.dice.random() < 0.3:
        walk.do("casework.acknowledge", lambda: acknowledge(actor, disclosure=one))
    elif one and walk.do("casework.recall", lambda: recall(actor, disclosure=one, reason="It was too much."))[0]:
        walk.books[key].given.pop(one.pk, None)


def wish(walk: Walk, key: UUID) -> None:
    """Ask another agency, or decline what was asked."""
    actor, word, waits = walk.some(key), walk.word(), Ask.objects.filter(case=key, state="open").first()
    if waits and walk.dice.random() < 0.5:
        walk.do("casework.decline", lambda: decline(actor, case=fresh(key), ask=waits))
        return
    args = {"holder": _an_agency(walk, key), "section": walk.dice.choice(tuple(TEXTS))}
    ok, made = walk.do("casework.ask", lambda: ask_for(actor, case=fresh(key), why=word, **args))
    if ok:
        walk.books[key].spoken[word] = {made.asker_id, made.holder_id}


def task(walk: Walk, key: UUID) -> None:
    """Give somebody something to do, or say that it is done."""
    actor, word = walk.some(key), walk.word()
    owed = TaskText.objects.filter(case=key, done_on__isnull=True).first()
    if owed and walk.dice.random() < 0.5:
        walk.do("casework.finish-task", lambda: finish(actor, case=fresh(key), task=owed))
        return
    agency = _an_agency(walk, key)
    args = {"agency": agency, "text": word, "due": date(2024, 9, 1)}
    ok, made = walk.do("casework.give-task", lambda: give(actor, case=fresh(key), **args))
    if ok:
        walk.books[key].spoken[word] = {made.agency_id, made.given_by_id}


def shut(walk: Walk, key: UUID) -> None:
    """Seal a case, or open a sealed one, which takes two."""
    actor, book = walk.who("line", "lea", "karim", "vic"), walk.books[key]
    right = unseal if Seal.objects.filter(case=key, until=None, asked_by__isnull=False).exists() else ask_to_unseal
    deed = walk.dice.choice((seal, ask_to_unseal, unseal, right, right, right) if book.sealed_by else (seal,))
    if deed is seal:
        if walk.dice.random() < 0.4:
            ok, made = walk.do("casework.seal", lambda: seal(actor, case=fresh(key), reason="a colleague"))
            book.sealed_by = made.agency_id if ok else book.sealed_by
    elif deed is ask_to_unseal:
        walk.do("casework.ask-to-unseal", lambda: ask_to_unseal(actor, case=fresh(key)))
    elif walk.do("casework.unseal", lambda: unseal(actor, case=fresh(key)))[0]:
        book.sealed_by = ""


def emergency(walk: Walk, key: UUID) -> None:
    actor = walk.who("dan", "dina", "vic", "tom", "stranger", "both")
    text = "A call says that a child is alone."
    ok, made = walk.do("casework.break-glass", lambda: break_in(actor, case=fresh(key), reason="other", text=text))
    if ok:
        walk.books[key].glass.add((made.account_id, made.agency_id))


def too_close(walk: Walk, key: UUID) -> None:
    whom, book = walk.who("vic", "tom", "rita", "both", "dan"), walk.books[key]
    account = Account.objects.get(pk=whom.key)
    args = {"account": account, "kind": "colleague"}
    if walk.do("casework.note-conflict", lambda: note_conflict(walk.who(), case=fresh(key), **args))[0]:
        book.conflicts.add(account.pk)
        book.members = {who: leads for who, leads in book.members.items() if who[0] != account.pk}


def hand_over(walk: Walk, key: UUID) -> None:
    """Refer the matter to the municipality, which takes it on as a case of its own or declines."""
    town, actor = walk.world.agency("municipality"), walk.who("karim", "tom", "birgit", "line")
    waits = Referral.objects.filter(disclosure__case=key, state="sent").first()
    if waits and walk.dice.random() < 0.5:
        args = {"referral": waits, "agency": town, "reason": "not ours"}
        walk.do("casework.receive", lambda: turn_down(actor, **args))
    elif waits:
        args = {"referral": waits, "agency": town, "reason": "ours"}
        ok, case = walk.do("casework.receive", lambda: take_on(actor, **args))
        if ok:
            walk.books[case.pk] = Book({town.pk}, {(actor.key, town.pk): True})
    else:
        sender = walk.who("line", "lea", "birgit", "karim")
        given = {"fields": ["enquiry.reason"], "necessity": _WHY, "expires_at": in_days(60), "confirmed": True}
        given |= {"receiver": town, "to_type": "trial-house"}
        ok, sent = walk.do("casework.refer", lambda: send(sender, case=fresh(key), **given))
        if ok:
            _crossed(walk, key, sent.disclosure)


def time_passes(walk: Walk, key: UUID) -> None:
    """Something comes to its end by itself: a disclosure, somebody's need to know, three hours."""
    book, moment = walk.books[key], now()
    kind = walk.dice.choice("ddmg")
    if kind == "d" and book.given:
        pk = walk.dice.choice(list(book.given))
        Disclosure.objects.filter(pk=pk).update(decided_at=moment - timedelta(days=9), expires_at=moment)
        book.given.pop(pk)
    others = [who for who in book.members if who[0] != walk.actors["line"].key]
    if kind == "m" and others:
        account, agency = walk.dice.choice(others)
        Member.objects.filter(case=key, account=account, agency=agency).update(until=moment)
        book.members.pop((account, agency))
    if kind == "g":
        BreakGlass.objects.filter(case=key).update(since=moment - timedelta(hours=3), until=moment)
        book.glass.clear()


STEPS: dict[Callable[[Walk, UUID], None], int] = {
    write: 4, name: 1, let_work: 3, let_work_no_more: 1, join: 1, leave: 1, cross: 7, look_twice: 3, call_back: 2,
    wish: 2, task: 1, shut: 2, emergency: 2, too_close: 1, hand_over: 2, time_passes: 2,
}  # fmt: skip
