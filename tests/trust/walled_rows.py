"""Cases of invented agencies thrown at random, and beside each row which agencies may see it, said in plain Python."""

from __future__ import annotations

import random
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Model

from samvirke.desks.casework import models as casework
from samvirke.foundation.clock import now
from samvirke.registers.persons.models import Person
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account, Agency

AGENCIES = ("wall-police", "wall-town", "wall-region", "wall-probation", "wall-school")
STATES = ("waiting", "given", "rejected", "recalled")
DAY = date(2024, 8, 20)


@dataclass
class Walled:
    """The rows of every walled table by their keys, each with the agencies that may see it."""

    dice: random.Random
    rows: dict[type[Model], dict[Any, frozenset[str]]] = field(default_factory=dict)
    numbers: int = 0

    def add(self, row: Model, *agencies: str) -> None:
        self.rows.setdefault(type(row), {})[row.pk] = frozenset(agencies)

    def put(self, agencies: Iterable[str], model: Any, **values: Any) -> Any:
        row = model.objects.create(**values)
        self.add(row, *agencies)
        return row


def walled(cases: int, seed: int) -> Walled:
    """So many cases with something in every table that hangs on a case."""
    made = Walled(random.Random(seed))
    district = District.objects.create(id="wall-district", name={"en": "W"}, country="XX")
    for name in AGENCIES:
        Agency.objects.create(id=name, name={"en": name}, kind="other")
        Account.objects.create(username=f"of-{name}", name=name)
    kind = casework.DeclaredType.objects.create(name="walled", version=1, sha256="0" * 64, content={}, stored_at=now())
    for _case in range(cases):
        _one_case(made, district, kind)
    return made


def _one_case(made: Walled, district: District, kind: casework.DeclaredType) -> None:
    dice, moment = made.dice, now()
    made.numbers += 1
    owner, *others = dice.sample(AGENCIES, len(AGENCIES))
    joined = others[: dice.randint(0, 2)]
    case = casework.Case.objects.create(
        district=district, owner_id=owner, type="walled", declared=kind, year=2024, number=made.numbers, stage="open",
        stage_since=DAY, opened_on=DAY, changed_at=moment,
    )  # fmt: skip
    taking_part = [owner, *joined]
    exchanged = [_exchange(made, case, giver, made.dice.choice([one for one in AGENCIES if one != giver]), number)
                 for number, giver in enumerate(taking_part * 2, start=1)]  # fmt: skip
    reached = {*taking_part, *(receiver for state, receiver in exchanged if state in ("given", "recalled"))}
    made.add(case, *reached)
    for agency in taking_part:
        left = moment if agency != owner and dice.random() < 0.3 else None
        made.put(reached, casework.Participant, case=case, agency_id=agency, since=moment, until=left)
        _own_rows(made, case, agency, reached)
    account = Account.objects.get(username=f"of-{dice.choice(AGENCIES)}")
    made.put(reached, casework.Conflict, case=case, account=account, kind="other", at=moment)
    made.put(reached, casework.Seal, case=case, agency_id=owner, reason="a test", since=moment)


def _own_rows(made: Walled, case: casework.Case, agency: str, reached: set[str]) -> None:
    moment, account = now(), Account.objects.get(username=f"of-{agency}")
    person = made.put({agency}, Person, agency_id=agency, name="Mads Lund")
    made.put({agency}, casework.Involved, case=case, agency_id=agency, person=person, role="citizen", since=moment)
    made.put({agency}, casework.Contribution, case=case, agency_id=agency, section="enquiry", changed_at=moment)
    if agency == case.owner_id:
        _search(made, case, account)
    later = {"since": moment, "until": moment + timedelta(hours=2)}
    made.put(reached, casework.Member, case=case, agency_id=agency, account=account, reason="a test", **later)
    broken = {"reason": "other", "text": "could not wait", **later}
    made.put(reached, casework.BreakGlass, case=case, agency_id=agency, account=account, **broken)
    for seen_by in ("", agency):
        told = {"case": case, "seen_by": seen_by, "kind": "wrote", "on": DAY, "at": moment, "account_id": "x"}
        made.put({seen_by} if seen_by else reached, casework.Event, **told)
    other = made.dice.choice([one for one in AGENCIES if one != agency])
    task = {"commitment_id": uuid.uuid4(), "text": "call them", "due_on": DAY, "account": account}
    made.put({agency, other}, casework.TaskText, case=case, agency_id=other, given_by_id=agency, **task)
    asked = {"asked_by": account, "section": "enquiry", "why": "a test", "asked_at": moment}
    made.put({agency, other}, casework.Ask, case=case, asker_id=agency, holder_id=other, **asked)


def _search(made: Walled, case: casework.Case, account: Account) -> None:
    """A search of the owner's, two of its reports, and the pair that they are: nobody else's whatever has crossed."""
    who, own = {case.owner_id}, {"agency_id": case.owner_id}
    search = made.put(
        who, casework.Search, case=case, **own, number=1, about="child", criterion="a test", reports_from=DAY,
        reports_to=DAY, match_key_id="0", begun_on=DAY, begun_by=account, forget_on=DAY,
    )  # fmt: skip
    said = {"search": search, "source": "log", "on": DAY, "given": "Asta", **own}
    one, other = (made.put(who, casework.SearchReport, reference=number, **said) for number in ("1", "2"))
    made.put(who, casework.SearchPair, search=search, first=one, second=other, weight=3.0, certainty=0.9, **own)


def _exchange(made: Walled, case: casework.Case, giver: str, receiver: str, number: int) -> tuple[str, str]:
    """A disclosure in any state, and the referral that it carries; the state, and who would receive it."""
    state, moment = made.dice.choice(STATES), now()
    was_given = state in ("given", "recalled")
    who = {giver, receiver} if was_given else {giver}
    disclosure = casework.Disclosure.objects.create(
        number=number, act=uuid.uuid4(), case=case, giver_id=giver, receiver_id=receiver, stage="open", purpose="help",
        basis="a-basis", basis_version=1, necessity="a test", fields=["enquiry.events"], field_count=1, digest="0" * 64,
        content={"enquiry.events": 6}, label=["a-basis"], not_for_investigation=True, decided_at=moment,
        expires_at=moment + timedelta(days=made.dice.randint(1, 60)), state="given" if was_given else state,
        decided_by=Account.objects.get(username=f"of-{giver}"), given_at=moment if was_given else None,
    )  # fmt: skip
    if state == "recalled":
        same = casework.Disclosure.objects.filter(pk=disclosure.pk)
        same.update(state=state, content=None, recalled_at=moment, recall_reason="a test")
    made.add(disclosure, *who)
    made.put(who, casework.Referral, disclosure=disclosure, to_type="walled", sent_at=moment)
    return state, receiver
