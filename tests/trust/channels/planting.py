"""A world full of canaries: in every free text, name, number, reason and necessity of cases of every kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.desks.casework.conftest import World, account_of, again, in_days
from tests.desks.casework.shared_case import Shared
from tests.desks.casework.types.test_every_type_can_be_walked import answer
from tests.trust.channels.canaries import Aviary
from tests.trust.channels.searched import searched

from samvirke.desks.casework.commands.approve import reject
from samvirke.desks.casework.commands.ask_for import ask_for
from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.break_glass import review_glass
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.recall import recall
from samvirke.desks.casework.commands.refer import turn_down
from samvirke.desks.casework.commands.seal import seal
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.desks.casework.engine.questions import FREE_TEXT, Question
from samvirke.desks.casework.models import Case, Disclosure
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import now
from samvirke.handovers.case_alarms import break_in
from samvirke.handovers.case_people import name_person
from samvirke.handovers.case_referrals import send
from samvirke.handovers.case_tasks import give
from samvirke.trust.access.actor import Actor

# Who works on the shared cases for each agency; who only leads there, or has to judge, is named where it matters.
POLICE, TOWN, REGION = ("line", "breaker"), ("karim",), ("birgit",)
_TOWN_RECEIVES = ("karim", "tove")
ROLES = {
    "line": ("police", "coordinator"),
    "breaker": ("police", "caseworker"),
    "police-leader": ("police", "case-leader"),
    "colleague": ("police", "caseworker"),
    "privacy": ("police", "privacy-officer"),
    "secretary": ("police", "secretary"),
    "chief": ("police", "chief"),
    "karim": ("municipality", "case-leader"),
    "tove": ("municipality", "case-leader"),
    "ove": ("municipality", "caseworker"),
    "birgit": ("region", "case-leader"),
    "bodil": ("region", "case-leader"),
    "frida": ("probation", "case-leader"),
}


@dataclass
class Planting:
    """The district, its people by name, the canaries, and the things of each case that have an address."""

    world: World
    aviary: Aviary = field(default_factory=Aviary)
    people: dict[str, Actor] = field(default_factory=dict)
    cases: list[dict[str, Any]] = field(default_factory=list)
    readers: tuple[str, ...] | None = None

    def who(self, name: str) -> Actor:
        """One of the people, as they are now."""
        if name not in self.people:
            self.people[name] = self.world.worker(*ROLES[name], name)
        return again(self.people[name])

    def word(self, where: str, *readers: str) -> str:
        """A canary for a thing; in a sealed case only those of the police may read it."""
        self.aviary.things += 1
        return self.aviary.word(where, *(one for one in readers if self.readers is None or one in self.readers))

    def number(self, where: str, *readers: str) -> str:
        """A CPR number that is a canary; it stands on a thing that has been counted by its name."""
        return self.aviary.number(where, *(one for one in readers if self.readers is None or one in self.readers))


def plant(world: World, cases: int, kinds: list[str]) -> Planting:
    """So many cases that three agencies share, each third of them sealed, and one case of each of these kinds."""
    planting = Planting(world)
    for name in ROLES:
        planting.who(name)
    for number in range(cases):
        planting.readers = (*POLICE, "police-leader", "privacy") if number % 3 == 1 else None
        planting.cases.append(_shared(planting, is_sealed=planting.readers is not None))
    planting.readers = None
    for name in kinds:
        planting.cases.append(_of_kind(planting, case_types()[name]))
    return planting


def _of_kind(planting: Planting, declared: CaseType) -> dict[str, Any]:
    """A case of one kind as its owner opens it: every free text and everybody in it is a canary."""
    kind = declared.owner[0]
    opener = f"opens-{kind}"
    planting.people.setdefault(opener, planting.world.worker(kind, "case-leader", opener))
    actor, agency = planting.who(opener), planting.world.agency(kind)
    case = begin(
        actor, agency=agency, district=planting.world.district, case_type=declared.name,
        reason=planting.word("member", opener),
    )  # fmt: skip
    for role in declared.people:
        name = planting.word(f"{role.name} of {declared.name}", opener)
        # Somebody of a certain age is entered by their date of birth, others by a number.
        born = date(2024 - role.ages[0], 1, 1) if role.ages else None
        cpr = "" if role.ages else planting.number(f"CPR of {role.name}", opener)
        name_person(actor, case=case, agency=agency, role=role.name, name=name, born=born, cpr=cpr)
    for section in declared.sections:
        if kind in section.by and (not section.readers or "case-leader" in section.readers):
            told = {asked.name: _answer(planting, asked, opener, section.name) for asked in section.questions}
            write_section(actor, case=case, section=section.name, answers=told, version=0)
    return {"case": Case.objects.get(pk=case.pk)}


def _answer(planting: Planting, asked: Question, opener: str, section: str) -> Any:
    return planting.word(f"{section}.{asked.name}", opener) if isinstance(asked, FREE_TEXT) else answer(asked)


def _shared(planting: Planting, is_sealed: bool) -> dict[str, Any]:
    told = _opened(planting)
    people = _named(planting, told)
    _written(planting, told)
    things = {"case": told.case, **people, **_crossed(planting, told), **_between(planting, told)}
    # Whoever broke the glass reads the case, and none of its searches.
    things |= searched(told, lambda where: planting.word(f"{where} of a search", "line"))
    if is_sealed:
        seal(planting.who("line"), case=told.case, reason=planting.word("seal", *POLICE))
    return {**things, "case": Case.objects.get(pk=told.case.pk)}


def _opened(planting: Planting) -> Shared:
    """At its first stage, joined by two agencies, each with somebody on it for a reason of their own."""
    world, word = planting.world, planting.word
    line, karim, birgit = (planting.who(name) for name in ("line", "karim", "birgit"))
    case = begin(
        line, agency=world.agency("police"), district=world.district, case_type="trial-psp",
        reason=word("member", *POLICE),
    )  # fmt: skip
    for actor, kind, readers in ((karim, "municipality", TOWN), (birgit, "region", REGION)):
        agency = world.agency(kind)
        invite(line, case=case, agency=agency)
        who, reason = account_of(actor), word("member", *readers)
        assign(actor, case=case, account=who, agency=agency, reason=reason, leads=True)
    return Shared(world, case, line, karim, birgit)


def _named(planting: Planting, told: Shared) -> dict[str, Any]:
    named = {}
    for role, readers in (("citizen", POLICE), ("guardian", (*POLICE, *_TOWN_RECEIVES))):
        name, cpr = planting.word(f"name of {role}", *readers), planting.number(f"CPR of {role}", *POLICE)
        named[role] = name_person(
            planting.who("line"), case=told.case, agency=told.police, role=role, name=f"Mads {name}", cpr=cpr
        )
    name, cpr = planting.word("name of the region's citizen", *REGION), planting.number("CPR", *REGION)
    named["region"] = name_person(
        planting.who("birgit"), case=told.case, agency=told.region, role="citizen", name=name, cpr=cpr
    )
    return {f"involved-{role}": one for role, one in named.items()}


def _written(planting: Planting, told: Shared) -> None:
    word = planting.word
    reason = word("enquiry.reason", *POLICE, *TOWN)
    told.write(told.line, "enquiry", {"reason": reason, "events": 6, "kind": "noise", "urgent": True})
    told.write(told.line, "talks", {"said": word("talks of the police", *POLICE)})
    told.write(told.karim, "support", {"home": word("support.home", *TOWN)})
    told.write(told.karim, "treatment", {"course": word("treatment of the town", *TOWN)})
    told.write(told.birgit, "treatment", {"course": word("treatment of the region", *REGION, "bodil")})
    told.write(told.birgit, "talks", {"said": word("talks of the region", *REGION)})
    told.write(told.birgit, "own_notes", {"notes": word("notes that nobody knows of", *REGION)})
    for version, to in enumerate(("filtered", "shared"), start=1):
        move(planting.who("line"), case=told.case, to=to, version=version)
        told.case.refresh_from_db()


def _give(planting: Planting, told: Shared, fields: list[str], *readers: str, **changes: Any) -> Disclosure:
    necessity = f"They need to know it, {planting.word('necessity', *readers)}."
    return told.disclose(fields, necessity=necessity, **changes)


def _crossed(planting: Planting, told: Shared) -> dict[str, Any]:
    """What is in force, waits, was rejected, was called back and has run out."""
    region = {"by": told.birgit, "to": told.police}
    given = _give(planting, told, ["enquiry.reason"], *POLICE, *TOWN)
    waiting = _give(planting, told, ["treatment.course"], *REGION, "bodil", **region)
    rejected = _give(planting, told, ["treatment.course"], *REGION, "bodil", **region)
    reject(planting.who("bodil"), disclosure=rejected)
    back = _give(planting, told, ["enquiry.events"], *POLICE, *TOWN)
    recall(planting.who("line"), disclosure=back, reason=planting.word("recall", *POLICE, *TOWN))
    ended = _give(planting, told, ["people.citizen"], *POLICE)
    moment = now()
    Disclosure.objects.filter(pk=ended.pk).update(
        decided_at=moment - timedelta(days=3), expires_at=moment - timedelta(days=1)
    )
    return {"given": given, "waiting": waiting, "rejected": rejected, "recalled": back, "ended": ended}


def _between(planting: Planting, told: Shared) -> dict[str, Any]:
    """Tasks, questions, referrals, an emergency and its judgement."""
    word, case = planting.word, told.case
    give(planting.who("line"), case=case, agency=told.town, text=word("task", *POLICE, *TOWN), due=date(2024, 9, 1))
    why = word("ask", *POLICE, *TOWN)
    asked = ask_for(planting.who("karim"), case=case, holder=told.police, section="enquiry", why=why)
    sent, declined = (_refer(planting, told, fields) for fields in (["people.guardian"], ["enquiry.kind"]))
    reason = word("declined referral", *POLICE, "police-leader", *_TOWN_RECEIVES)
    turn_down(planting.who("tove"), agency=told.town, referral=declined, reason=reason)
    text = f"It cannot wait, {word('emergency', 'privacy')}."
    broken = break_in(planting.who("breaker"), case=case, reason="danger-to-life", text=text)
    said = word("judgement", "privacy")
    review_glass(planting.who("privacy"), case=case, broken=broken, verdict="justified", said=said)
    sent_by = {"sent": sent.disclosure, "declined": declined.disclosure}
    return {"ask": asked, "referral": sent, "broken": broken, **sent_by}


def _refer(planting: Planting, told: Shared, fields: list[str]) -> Any:
    necessity = f"The matter is theirs, {planting.word('referral', *POLICE, *_TOWN_RECEIVES)}."
    return send(
        planting.who("line"), case=told.case, receiver=told.town, to_type="trial-house", fields=fields,
        necessity=necessity, expires_at=in_days(30), confirmed=True,
    )  # fmt: skip
