"""The district folders that are shipped, read once for the tests, and the names they may use."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from samvirke.handovers.district_folder.check import Known
from samvirke.handovers.district_folder.plan import Commitment, Section
from samvirke.handovers.district_folder.read import DistrictFolder, read_folder

DISTRICTS = Path(__file__).parents[2] / "districts"
DANISH = ("oestjylland", "sydoestjylland")
SHIPPED = (*DANISH, "example-houston")


def known() -> Known:
    """What the registers know; the one place to change when they can be asked instead."""
    municipalities = {
        615: "Horsens", 766: "Hedensted", 630: "Vejle", 530: "Billund", 607: "Fredericia", 621: "Kolding",
        746: "Skanderborg", 751: "Aarhus", 710: "Favrskov", 707: "Norddjurs", 727: "Odder", 730: "Randers",
        741: "Samsø", 706: "Syddjurs", 998: "Fjordby", 999: "Skovby",
    }  # fmt: skip
    duties = (
        "district-council-meetings local-council-meetings cooperation-plan-published yearly-account-given "
        "youth-crime-discussed infohouse-network-meetings strategic-psp-meetings strategic-psp-terms "
        "action-plan-in-force ssp-discussed psp-discussed sub-areas-designated municipality-visits erfa-meetings "
        "ssp-plan-approved burglary-discussed cycling-tests school-patrols bicycle-checks walking-tests "
        "traffic-teaching traffic-campaigns"
    )
    indicators = (
        "violence-against-person safety-share burglary-homes repeat-dwellings collisions-injury exit-courses "
        "stalking-orders close-relation-violence mediation-completed meetings-held commitments-overdue harm "
        "online-fraud disorder-calls nightlife-violence"
    )
    return Known(
        municipalities=municipalities,
        duties=frozenset(duties.split()),
        indicators=frozenset(indicators.split()),
        mappings=frozenset({"danish-csv", "houston"}),
        harm_weights=frozenset(),
    )


@cache
def shipped(name: str) -> DistrictFolder:
    return read_folder(DISTRICTS / name)


def sections(name: str) -> list[Section]:
    return [section for plan in shipped(name).plans for section in plan.in_order()]


def section(name: str, number_or_heading: str) -> Section:
    return next(one for one in sections(name) if number_or_heading in (one.number, one.heading.da))


def commitments(name: str) -> dict[str, Commitment]:
    return {one.id: one for part in sections(name) for one in part.commitments}


def bodies(name: str) -> dict[str, tuple[int, ...]]:
    return {body.id: body.covers for body in shipped(name).bodies.values()}


def findings(name: str) -> set[tuple[str, str | None]]:
    return {(finding.kind, finding.section) for plan in shipped(name).plans for finding in plan.document.findings}
