"""A full disk, said as a refusal wherever it is met."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _


@contextmanager
def full_disk_refused() -> Iterator[None]:
    """A full disk is no fault of the program: say it as a refusal."""
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise Refused.because(
            _("The disk is full; nothing has been stored."), _("Make room and do it again.")
        ) from error
