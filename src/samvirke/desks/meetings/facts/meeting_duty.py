"""The duty of a body to meet so often; its units are the meetings themselves."""

from __future__ import annotations

from samvirke.registers.commitments.register import MEETING, Duty, duty
from samvirke.registers.partners.models import Body


def meeting_duty(body: Body) -> Duty | None:
    """The duty to meet that a body has, if any."""
    return next((found for name in body.duties if (found := duty(name)).where == MEETING), None)
