"""The tables of cases, one a file."""

from samvirke.desks.casework.models.ask import Ask
from samvirke.desks.casework.models.break_glass import BreakGlass
from samvirke.desks.casework.models.case import Case
from samvirke.desks.casework.models.conflict import Conflict
from samvirke.desks.casework.models.contribution import Contribution
from samvirke.desks.casework.models.declared_type import DeclaredType
from samvirke.desks.casework.models.disclosure import Disclosure
from samvirke.desks.casework.models.event import Event
from samvirke.desks.casework.models.involved import Involved
from samvirke.desks.casework.models.member import Member
from samvirke.desks.casework.models.participant import Participant
from samvirke.desks.casework.models.period_in_use import PeriodInUse
from samvirke.desks.casework.models.referral import Referral
from samvirke.desks.casework.models.seal import Seal
from samvirke.desks.casework.models.search import Search
from samvirke.desks.casework.models.search_pair import SearchPair
from samvirke.desks.casework.models.search_report import SearchReport
from samvirke.desks.casework.models.tally import Tally
from samvirke.desks.casework.models.task_text import TaskText

__all__ = [
    "Ask",
    "BreakGlass",
    "Case",
    "Conflict",
    "Contribution",
    "DeclaredType",
    "Disclosure",
    "Event",
    "Involved",
    "Member",
    "Participant",
    "PeriodInUse",
    "Referral",
    "Seal",
    "Search",
    "SearchPair",
    "SearchReport",
    "Tally",
    "TaskText",
]
