"""A progress bar for work that takes more than two seconds; a program that reads the output sees none of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from samvirke.doors.cli.main import language
from samvirke.foundation.words import Said

Tell = Callable[[float, Said], None]
_QUIET_SECONDS = 1.0
_STEPS = 1000


@contextmanager
def progress() -> Iterator[Tell]:
    """Gives a callable that takes a share of the work (0 to 1) and what is being done."""
    began = time.monotonic()
    with click.progressbar(length=_STEPS, file=sys.stderr, show_eta=False, hidden=not sys.stderr.isatty()) as bar:

        def tell(share: float, doing: Said) -> None:
            if time.monotonic() - began > _QUIET_SECONDS:
                bar.label = doing.text(language())
                bar.update(max(int(share * _STEPS) - bar.pos, 0))

        yield tell
