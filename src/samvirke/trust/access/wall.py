"""The second wall: PostgreSQL is told for whom each transaction asks, and shows the rows of their agencies only.

The policies stand in the migrations of the rooms that have walled tables, and are coarse on purpose: my agency, a case
that it takes or took part in, a disclosure to it. The rules decide; this wall stands for the day when one is wrong.
What is said here lasts until the end of the transaction and never longer: a setting of the session would be found by
whoever is served next over the same connection. On SQLite there is no such wall, and nothing happens here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection, transaction
from psycopg.pq import TransactionStatus

from samvirke.trust.access.actor import Actor

# What the transaction under way has been told: the agencies, and which named work of the system it is.
_told: ContextVar[tuple[str, str]] = ContextVar("told", default=("", ""))
# Says who asks where nobody's agency does: no agency has such a name, since a comma stands between them.
_NOBODY = ","


def is_up() -> bool:
    """Whether this database has the wall."""
    return connection.vendor == "postgresql"


@contextmanager
def behind(actor: Actor, work: str = "") -> Iterator[None]:
    """Show the rows of an actor's agencies until the block ends; then what was shown before it.

    Inside a transaction. `work` names what somebody does that shows more than their agency's rows, where a policy
    knows that name; a part of the system does the work of its own name.
    """
    if not is_up():
        yield
        return
    before = _told.get()
    mine = (",".join(sorted(actor.agencies)) or _NOBODY, work or (actor.name if actor.kind == "system" else ""))
    if mine == before:
        yield
        return
    token = _told.set(mine)
    try:
        _tell(mine)
        yield
    finally:
        _told.reset(token)
        # The end of the outermost transaction takes back what was said, and so does going back to a savepoint, which
        # is all that a transaction with an error in it can still do.
        if connection.savepoint_ids and _is_sound():
            _tell(before)


@contextmanager
def within(actor: Actor) -> Iterator[None]:
    """The same in a transaction of its own, for what is looked up before any deed begins."""
    if not is_up():
        yield
        return
    with transaction.atomic(), behind(actor):
        yield


def _is_sound() -> bool:
    return connection.connection.info.transaction_status == TransactionStatus.INTRANS


def _tell(what: tuple[str, str]) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("the wall is told for whom a transaction asks, and no transaction is open")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.agencies', %s, true), set_config('app.system', %s, true)", what)
