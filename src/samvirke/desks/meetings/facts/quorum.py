"""Whether enough members are there to decide, where the rules of the body say how many that is."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.desks.meetings.models import Meeting
from samvirke.desks.meetings.models.attendance import SIT_THERE
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class Quorum:
    """How many of the members are there, and how many must be; `least` is nothing where no rule is known."""

    here: int
    members: int
    least: int | None

    @property
    def is_missing(self) -> bool:
        """Whether the rule is known and not met."""
        return self.least is not None and self.here < self.least


def quorum(meeting: Meeting) -> Quorum:
    """Counted from the list of those who attend: a stand-in counts for the member who is absent."""
    rows = list(meeting.attendances.all())
    members = sum(one.role in SIT_THERE for one in rows)
    rule = meeting.body.quorum
    least = members // 2 + 1 if rule.get("more_than_half") else rule.get("least")
    return Quorum(sum(one.may_vote for one in rows), members, least)


def refuse_without_quorum(meeting: Meeting) -> None:
    """Raises `Refused`, saying how many are there and how many must be."""
    found = quorum(meeting)
    if found.is_missing:
        what = Said(
            _("{here} of {members} members are there; {body} decides with at least {least}."),
            {"here": found.here, "members": found.members, "body": meeting.body.words, "least": found.least},
        )
        raise Refused.because(what, _("Postpone the item, or write in the list who else has come."))
