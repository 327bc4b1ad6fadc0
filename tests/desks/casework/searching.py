"""A case about a child that a municipality referred to the police, and a search in it, as tests of searches need it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.desks.casework.conftest import World, again, in_days

from samvirke.desks.casework.commands.begin_search import begin_search
from samvirke.desks.casework.commands.bring_reports import bring_reports
from samvirke.desks.casework.commands.match_reports import ask_matching
from samvirke.desks.casework.commands.move import move
from samvirke.desks.casework.commands.write_section import write_section
from samvirke.desks.casework.facts.searchable import SEARCH
from samvirke.desks.casework.jobs import match_reports
from samvirke.desks.casework.matching.read_reports import Report
from samvirke.desks.casework.models import Case, PeriodInUse, Search, SearchPair, SearchReport
from samvirke.desks.casework.models.disclosure import WAITING
from samvirke.foundation.clock import now
from samvirke.handovers.case_people import name_person
from samvirke.handovers.case_referrals import approve_and_tell, send, take_on
from samvirke.trust.access.actor import Actor

FIRST, LAST = date(2024, 1, 1), date(2024, 6, 30)
CRITERION = "The school hears of a girl alone at night; have patrols met her before?"
# Three reports about one invented child, one of them misspelled; her brother; and two others of the same street.
ASTA = {"surname": "Bruun", "born": date(2015, 2, 17), "address": "Engvej 4", "postcode": "8900", "phone": "86123456"}
REPORTS = (
    Report("log", "7-001", date(2024, 2, 3), given="Asta", cpr="1702154009", **ASTA),
    Report("log", "7-002", date(2024, 3, 9), given="Asta", **ASTA | {"surname": "Brun", "phone": ""}),
    Report("call", "9-003", date(2024, 5, 1), given="Asta Marie", **ASTA | {"address": "Birkevej 12"}),
    Report("log", "7-004", date(2024, 4, 2), given="Bertil", **ASTA | {"born": date(2012, 9, 1)}),
    Report("log", "7-005", date(2024, 4, 3), given="Noah", surname="Friis", born=date(2011, 9, 30)),
    Report("log", "7-006", date(2024, 4, 4), given="Ida", surname="Holm", address="Engvej 9", postcode="8900"),
)


@dataclass
class Searching:
    """Sofie leads the case for the police; Karim referred it to them for the municipality."""

    world: World
    case: Case
    sofie: Actor
    karim: Actor

    def begin(self, about: str = "child", criterion: str = CRITERION, first: date = FIRST, last: date = LAST) -> Search:
        return begin_search(
            again(self.sofie), case=self.case, about=about, criterion=criterion, reports_from=first, reports_to=last
        )

    def with_reports(self) -> Search:
        """A search that holds the six reports."""
        search = self.begin()
        bring_reports(again(self.sofie), search=search, reports=REPORTS)
        return search

    def matched(self) -> Search:
        """A search whose reports were compared, as the worker does it."""
        search = self.with_reports()
        ask_matching(again(self.sofie), search=search, rules=["cpr", "born", "name", "phone", "address"])
        match_reports(again(self.sofie), lambda share, doing: None, search=str(search.pk))
        search.refresh_from_db()
        return search

    def pair(self, search: Search, one: str, other: str) -> SearchPair:
        """The pair of two reports by their numbers."""
        keys = [SearchReport.objects.get(search=search, reference=number).pk for number in (one, other)]
        return SearchPair.objects.get(search=search, first__in=keys, second__in=keys)


def searching(world: World) -> Searching:
    """An SSP concern of the municipality, referred with the child's name, and taken on by the police."""
    karim = world.worker("municipality", "case-leader", "karim")
    approver = world.worker("municipality", "case-leader", "approver")
    sofie = world.worker("police", "case-leader", "sofie")
    sent_from = world.begin(karim, "ssp-concern", "municipality")
    seen = {"level": "individual", "about": ["home"], "seen": "Alone at night on 3 May.", "threshold": True}
    write_section(karim, case=sent_from, section="concern", answers=seen, version=0)
    write_section(karim, case=sent_from, section="necessity", answers={"least": "Her name."}, version=0)
    town, police = world.agency("municipality"), world.agency("police")
    born = date(2015, 2, 17)
    name_person(karim, case=sent_from, agency=town, role="young_person", name="Asta Bruun", born=born)
    for version, to in enumerate(("unnamed", "minimum"), start=1):
        move(again(karim), case=sent_from, to=to, version=version)
        sent_from.refresh_from_db()
    sent = send(
        again(karim),
        case=sent_from,
        receiver=police,
        to_type="ssp-concern",
        fields=["people.young_person", "concern.seen"],
        necessity="The police must know whom the school is worried about.",
        expires_at=in_days(60),
        confirmed=True,
    )
    if sent.disclosure.state == WAITING:
        approve_and_tell(again(approver), disclosure=sent.disclosure)
    case = take_on(again(sofie), referral=sent, agency=police, reason="prevention in Randers")
    PeriodInUse.objects.create(
        district_id=world.district.pk, case_type="ssp-concern", what=SEARCH, days=30, reference="a test", since=now()
    )
    return Searching(world, case, again(sofie), again(karim))
