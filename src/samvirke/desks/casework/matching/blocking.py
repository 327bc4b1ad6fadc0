"""Which pairs of reports are compared at all, and how many that is before anything is run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from samvirke.desks.casework.matching.fields import CHILD, FAMILY
from samvirke.desks.casework.matching.record import Record
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

# So many pairs are compared in one search at most: each is a possible mistake about somebody, not only work.
BUDGET = 50_000


@dataclass(frozen=True)
class Rule:
    """Two reports are compared when all of this is the same in both."""

    name: str
    title: str
    columns: tuple[str, ...]
    units: tuple[str, ...]


_ALL = (
    Rule("cpr", _("Same CPR number"), ("cpr",), (CHILD,)),
    Rule("born", _("Same date of birth"), ("born",), (CHILD,)),
    Rule("name", _("Same first name and surname"), ("given", "surname"), (CHILD,)),
    Rule("phone", _("Same telephone"), ("phone",), (CHILD, FAMILY)),
    Rule("address", _("Same address"), ("address",), (CHILD, FAMILY)),
    Rule("start", _("Surname begins alike, same year of birth"), ("surname_start", "year"), (CHILD,)),
    Rule("street", _("Same surname, same street"), ("surname", "street"), (FAMILY,)),
)
RULES = {one.name: one for one in _ALL}


@dataclass(frozen=True)
class Count:
    """How many pairs each rule gives, and at most how many in all: a pair under two rules is compared once."""

    by_rule: dict[str, int]

    @property
    def at_most(self) -> int:
        """The sum of the rules."""
        return sum(self.by_rule.values())


def rules_of(unit: str) -> list[str]:
    """The names of the rules for a child or for a family."""
    return [one.name for one in RULES.values() if unit in one.units]


def counted(records: Sequence[Record], rules: Iterable[str]) -> Count:
    """The pairs that each rule gives, without forming one."""
    return Count({name: pairs_alike(records, RULES[name].columns) for name in rules})


def pairs_alike(records: Sequence[Record], columns: Sequence[str]) -> int:
    """How many pairs have the same in all these columns; what is missing is like nothing."""
    keys = (tuple(getattr(one, column) for column in columns) for one in records)
    return sum(n * (n - 1) // 2 for n in Counter(key for key in keys if None not in key).values())


def refuse_over_budget(count: Count) -> None:
    """Raises `Refused` when there is nothing to compare, and for more pairs than the budget, with what to do."""
    if not count.at_most:
        raise Refused.because(
            _("No two reports share anything that is searched by."), _("Choose more ways, or bring more reports.")
        )
    if count.at_most > BUDGET:
        widest = max(count.by_rule, key=lambda name: count.by_rule[name])
        what = Said(
            _("{pairs} pairs are more than the {budget} that one search may compare. Most come from “{rule}”."),
            {"pairs": count.at_most, "budget": BUDGET, "rule": Said(RULES[widest].title)},
        )
        raise Refused.because(what, _("Leave that way out, or end this search and begin one of a shorter period."))
