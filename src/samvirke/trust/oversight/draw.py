"""Draws some of the readings for a supervisor, so that nobody can foresee which, and looking again draws no others."""

from __future__ import annotations

import hashlib
import hmac

from samvirke.trust.audit.models import Line
from samvirke.trust.keys import every


def is_drawn(line: Line, one_in: int) -> bool:
    """Whether the lot falls on a line; without the installation's oldest key nobody can tell beforehand."""
    draw = hmac.new(every("subject")[0].secret, f"review {line.hash}".encode(), hashlib.sha256).digest()
    return int.from_bytes(draw[:8]) % one_in == 0
