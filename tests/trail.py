"""What a test asks of the trail: that a deed left its one line, and that a refused one left nothing but its refusal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Line


@contextmanager
def one_line(action: str) -> Iterator[list[Line]]:
    """What is done inside leaves exactly one permitted line of this action; it is in the list afterwards."""
    before, found = _last(), list[Line]()
    yield found
    found.extend(Line.objects.filter(seq__gt=before))
    assert [(line.action, line.decision) for line in found] == [(action, "permit")]


@contextmanager
def refusal(action: str) -> Iterator[None]:
    """What is asked for inside is not allowed, and the refusal is the only line that it leaves."""
    before = _last()
    with pytest.raises(NotAllowed):
        yield
    lines = Line.objects.filter(seq__gt=before).values_list("action", "decision")
    assert list(lines) == [(action, "deny")]


def _last() -> int:
    return Line.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
