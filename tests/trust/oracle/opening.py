"""How a walk opens a case, and what it writes in it: the deeds that every later step needs."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from tests.trust.oracle.walking import Book, Walk, fresh

from samvirke.desks.casework.commands.assign import assign
from samvirke.desks.casework.commands.begin import begin
from samvirke.desks.casework.commands.invite import invite
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.models import Contribution
from samvirke.handovers.case_end import move_on
from samvirke.handovers.case_people import name_person
from samvirke.trust.identity.models import Account, Agency

TEXTS = {"enquiry": "reason", "support": "home", "treatment": "course", "talks": "said", "own_notes": "notes"}


def open_case(walk: Walk) -> None:
    """A new case with two agencies beside the owner, brought as far as it comes."""
    world, line = walk.world, walk.who("line")
    owner = world.agency("police")
    ok, case = walk.do(
        "casework.begin",
        lambda: begin(line, agency=owner, district=world.district, case_type="trial-psp", reason="the calls"),
    )
    assert ok
    walk.books[case.pk] = book = Book({owner.pk}, {(line.key, owner.pk): True})
    for whom, kind in (("karim", "municipality"), ("birgit", "region")):
        agency, who = world.agency(kind), walk.actors[whom]
        assert walk.do("casework.invite", lambda agency=agency: invite(walk.who("line"), case=case, agency=agency))[0]
        book.agencies.add(agency.pk)
        let(walk, case.pk, whom, whom, agency, True)
        assert (who.key, agency.pk) in book.members
    write(walk, case.pk, "line", "enquiry")
    name(walk, case.pk, "line", born=walk.dice.choice((date(1990, 1, 1), date(1990, 1, 1), date(2012, 1, 1))))
    for version, to in enumerate(("filtered", "shared")[: walk.dice.choice((1, 2, 2, 2, 2))], start=1):
        args = {"case": fresh(case.pk), "to": to, "version": version}
        moved, why = walk.do("casework.move", lambda args=args: move_on(walk.who("line"), **args))
        assert moved, why


def write(walk: Walk, key: UUID, name: str = "", section: str = "") -> None:
    """A word of one's own in a section, in the place of what stood there."""
    actor, section = walk.who(name) if name else walk.some(key), section or walk.dice.choice(tuple(TEXTS))
    word = walk.word()
    answers = {TEXTS[section]: word} | ({"urgent": True, "events": 6} if section == "enquiry" else {})
    there = Contribution.objects.filter(case=key, agency__in=actor.agencies, section=section).first()
    ok, made = walk.do(
        "casework.write",
        lambda: write_section(
            actor, case=fresh(key), section=section, answers=answers, version=there.version if there else 0
        ),
    )
    if ok:
        walk.books[key].own.setdefault(made.agency_id, {})[word] = section


def name(walk: Walk, key: UUID, by: str = "", born: date | None = date(1990, 1, 1)) -> None:
    """Put somebody whose name nobody has read before into the case."""
    actor, word = walk.who(*([by] if by else [])), walk.word()
    # Somebody of that name may work in the demo's agencies as well, where it lies in this worker's database.
    here = Agency.objects.filter(pk__in=actor.agencies, districts__district_id=walk.world.district.pk)
    agency = walk.dice.choice(list(here.order_by("pk")))
    args = {"agency": agency, "role": "citizen", "name": word, "born": born}
    ok, made = walk.do("casework.involve", lambda: name_person(actor, case=fresh(key), **args))
    if ok:
        walk.books[key].own.setdefault(made.agency_id, {})[word] = "people"


def let(walk: Walk, key: UUID, by: str, whom: str, agency: Agency, leads: bool) -> None:
    """One of them lets another work on the case."""
    account = Account.objects.get(pk=walk.actors[whom].key)
    args = {"account": account, "agency": agency, "reason": "has the case", "leads": leads}
    ok, _made = walk.do("casework.assign", lambda: assign(walk.who(by), case=fresh(key), **args))
    if ok:
        walk.books[key].members[account.pk, agency.pk] = leads
