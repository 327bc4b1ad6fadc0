"""Where the parts of a study are worked out: one after the other here, or spread over a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

if TYPE_CHECKING:
    from distributed import Client

SETTING = "SAMVIRKE_DASK"
_SECONDS_TO_ANSWER = 10
Told = Callable[[int], None]


class Spread(Protocol):
    """Whoever works out parts. `where` is said with the answer."""

    where: str

    def each(self, work: Callable[..., Any], parts: Sequence[tuple[Any, ...]], done: Told) -> list[Any]:
        """What `work` gives for the arguments of each part, in the order of the parts; `done` hears how many are."""
        raise NotImplementedError


class Here:
    """This process: one part at a time, each with all threads of the machine."""

    where = "local"

    def each(self, work: Callable[..., Any], parts: Sequence[tuple[Any, ...]], done: Told) -> list[Any]:
        """As promised by `Spread`."""
        found = []
        for part in parts:
            found.append(work(*part))
            done(len(found))
        return found


class Cluster:
    """A Dask cluster. Only the parts' arguments and small answers travel; each worker reads the incidents itself."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.where = f"dask, {len(client.scheduler_info(n_workers=-1)['workers'])} workers"

    def each(self, work: Callable[..., Any], parts: Sequence[tuple[Any, ...]], done: Told) -> list[Any]:
        """As promised by `Spread`. A part whose worker died is given to another, up to three times."""
        from distributed import as_completed

        futures = [self._client.submit(work, *part, pure=False) for part in parts]
        try:
            for count, _future in enumerate(as_completed(futures, loop=self._client.loop), 1):
                done(count)
            return [future.result() for future in futures]
        finally:
            self._client.cancel(futures)


@contextmanager
def spread() -> Iterator[Spread]:
    """The cluster that `SAMVIRKE_DASK` names, or this process when it names none.

    Raises `Refused` when the cluster does not answer or has no worker: a study is never quietly done elsewhere.
    """
    address = os.environ.get(SETTING, "")
    if not address:
        yield Here()
        return
    # distributed takes a second to load; only those who have a cluster pay for it.
    from distributed import Client

    try:
        client = Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        what = Said(_("No Dask scheduler answers at {address}."), {"address": address})
        raise Refused.because(what, _("Start it, or correct or remove SAMVIRKE_DASK."), key=SETTING) from error
    with client:
        if not client.scheduler_info(n_workers=-1)["workers"]:
            what = Said(_("The Dask scheduler at {address} has no workers."), {"address": address})
            raise Refused.because(what, _("Start workers: dask worker {address}"), key=SETTING)
        yield Cluster(client)
