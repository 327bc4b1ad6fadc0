"""The duty of a body to meet so often; its units are the meetings themselves."""

from __future__ import annotations

from samvirke.registers.commitments.register import Duty, duty
from samvirke.registers.partners.models import Body

_UNIT = "meeting"


def is_meeting_duty(owed: Duty) -> bool:
    """Whether a duty is one of meeting so often."""
    return owed.unit == _UNIT


def meeting_duty(body: Body) -> Duty | None:
    """The duty to meet that a body has, if any."""
    return next((found for name in body.duties if is_meeting_duty(found := duty(name))), None)
