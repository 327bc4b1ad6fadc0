"""Lets the two who lead a case go at the same moment, of whom one has to stay, and a case be closed under a writer."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connections
from tests.trust.durability.editing import QUESTION, SECTION, new_case

from samvirke.desks.casework.commands.assign import assign, release
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.note_conflict import note_conflict
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Case, Contribution, Member
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.trust.access.actor import Actor, actor_of
from samvirke.trust.access.wall import within
from samvirke.trust.identity.models import Account, Agency

Release = Callable[..., None]


def unlocked(actor: Actor, *, case: Case, member: Member) -> None:
    """The control arm: looks whether somebody else leads the case, and only then lets go, in no transaction."""
    with within(actor):
        alone = not Member.objects.filter(case=case, leads=True, until__gt=now()).exclude(pk=member.pk).exists()
    if not alone:
        with within(actor):
            Member.objects.filter(pk=member.pk).update(until=now())


def too_close(actor: Actor, *, case: Case, member: Member) -> None:
    """The other way out of a case: each notes that they are too close to it themselves."""
    note_conflict(actor, case=case, account=Account.objects.get(pk=actor.id), kind="self")


WAYS: dict[str, Release] = {"as_shipped": release, "too_close": too_close, "unlocked": unlocked}


def write_in_what_was_closed_meanwhile() -> tuple[str, int]:
    """Load a case, let it be closed, and write in it as it was; what is said, and how much is stored."""
    case = new_case()
    lead = actor_of(Account.objects.order_by("username")[0])
    with within(lead):
        as_it_was = Case.objects.get(pk=case.pk)
    move(lead, case=case, to="closed", version=case.version, outcome="not_reported")
    said = ""
    try:
        write_section(lead, case=as_it_was, section=SECTION, answers={QUESTION: "too late"}, version=0)
    except Refused as refused:
        said = str(refused)
    with within(lead):
        return said, Contribution.objects.filter(case=case).count()


def release_each_other(cases: int, way: Release) -> list[int]:
    """How many still lead each of so many cases afterwards."""
    return [_leads_left(way) for _ in range(cases)]


def _leads_left(way: Release) -> int:
    case, accounts = new_case(), list(Account.objects.order_by("username")[:2])
    two = [actor_of(account) for account in accounts]
    told = {"agency": Agency.objects.get(), "reason": "leads it too"}
    assign(two[0], case=case, account=accounts[1], **told, leads=True)
    with within(two[0]):
        members = {str(one.account_id): one for one in Member.objects.filter(case=case, leads=True)}
    start, wrong = threading.Barrier(2), list[BaseException]()

    def let_go(actor: Actor, other: Actor) -> None:
        try:
            with within(actor):
                mine = Case.objects.get(pk=case.pk)
            start.wait()
            way(actor, case=mine, member=members[other.id])
        except Refused:
            pass
        except BaseException as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=let_go, args=pair) for pair in (two, two[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if wrong:
        raise wrong[0]
    with within(two[0]):
        return Member.objects.filter(case=case, leads=True, until__gt=now()).count()
