"""A search as it lies in a case, whatever kind of case this is: two reports, and the pair that they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.desks.casework.conftest import account_of
from tests.desks.casework.shared_case import Shared

from samvirke.desks.casework.matching.fields import EVIDENCE, OF_UNIT
from samvirke.desks.casework.models import Search, SearchPair, SearchReport

# What a search keeps of how its reports were compared, as far as its page reads it.
_MODEL = {
    "records": 2, "compared": 1, "prior": 0.01, "left_out": [0, 0.0], "by": "a test",
    "values": {name: {"same": [0.9, 0.1], "other": [0.1, 0.9]} for name in EVIDENCE["child"]},
    "taught": dict.fromkeys(EVIDENCE["child"], 0),
}  # fmt: skip


def searched(told: Shared, word: Callable[[str], str] = lambda where: f"the {where}") -> dict[str, Any]:
    """The search and its pair by name; `word` gives what stands in each field."""
    police, day = {"agency": told.police}, date(2024, 8, 1)
    search = Search.objects.create(
        case=told.case, **police, number=1, about="child", criterion=word("criterion"), reports_from=day,
        reports_to=day, match_key_id="0", begun_on=day, begun_by=account_of(told.line), forget_on=day, ran_on=day,
        at_least=0.5, model=_MODEL,
    )  # fmt: skip
    one, other = (
        SearchReport.objects.create(
            search=search, reference=word("reference"), source=word("source"), on=day, given=word("first name"),
            surname=word("surname"), address=word("address"), **police,
        )
        for _report in range(2)
    )  # fmt: skip
    agreed = {name: ["same", 2.0] for name in OF_UNIT["child"]}
    pair = SearchPair.objects.create(
        search=search, first=one, second=other, weight=3.0, certainty=0.9, agreed=agreed, same="yes",
        why=word("finding"), judged_on=day, judged_by=account_of(told.line), **police,
    )  # fmt: skip
    return {"search": search, "pair": pair}
