"""Who is known to be close to whom: an account that may not see a case, and the people of that case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from samvirke.desks.casework.models import Conflict, Involved
from samvirke.foundation.fault import Refused
from samvirke.registers.persons.known import own_number
from samvirke.registers.persons.models import Person
from samvirke.trust.audit.subjects import subject_digests


def close_ones(agencies: Collection[str]) -> frozenset[tuple[str, str]]:
    """Pairs of an account and the digest of a person, as far as these agencies have named the person themselves.

    Under every key there is: older lines of the trail were written with older keys. People without a number have no
    digest, and stand in no line.
    """
    rows = Involved.objects.filter(agency__in=agencies, case__conflicts__isnull=False).select_related("person")
    people: dict[object, set[str]] = defaultdict(set)
    for one in rows.distinct():
        people[one.case_id] |= set(_digests(one.person))
    conflicts = Conflict.objects.filter(case__in=list(people)).values_list("account_id", "case_id")
    return frozenset((str(account), digest) for account, case in conflicts for digest in people[case])


def _digests(person: Person) -> list[str]:
    try:
        number = own_number(person)
    except Refused:
        return []
    return subject_digests(number.number) if number else []
