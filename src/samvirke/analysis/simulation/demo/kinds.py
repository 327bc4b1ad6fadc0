"""What is reported in the demo district, how often and where: invented, in sizes that a Danish district might have."""

from collections.abc import Mapping

from samvirke.analysis.simulation.demo import rhythms
from samvirke.analysis.simulation.demo.towns import MUNICIPALITIES
from samvirke.analysis.simulation.parameters import Kind, Setting, Window

_HOMES = Setting(narrowing=1.0, rural=0.14)
_CENTRES = Setting(narrowing=0.45, rural=0.03)
_ROADS = Setting(narrowing=1.3, rural=0.40)
_STREETS = Setting(narrowing=0.7, rural=0.06, nightlife=0.7)
_EVERYWHERE = Setting(narrowing=1.0, rural=0.06)

_SHORT = Window(hours=1.5, spread=0.6)
_WORKDAY = Window(hours=8, spread=0.6, away_share=0.25, away_days=9)
_NIGHT = Window(hours=11, spread=0.4, away_share=0.15, away_days=4)
_WEEK = Window(hours=30, spread=1.0, away_share=0.2, away_days=14)

# Expected in an average quarter, or shares of it: Aarhus, Randers, Favrskov, Norddjurs, Syddjurs, Odder, Samsø.
_PEOPLE = (0.586, 0.160, 0.080, 0.059, 0.070, 0.038, 0.007)
_CITY = (0.705, 0.165, 0.036, 0.038, 0.034, 0.020, 0.002)
_TRAFFIC = (0.420, 0.150, 0.130, 0.110, 0.125, 0.058, 0.007)


def _among(quarterly: float, shares: tuple[float, ...]) -> dict[int, float]:
    return dict(zip(MUNICIPALITIES, (quarterly * share for share in shares), strict=True))


def _one(code: str) -> Mapping[str, float]:
    return {code: 1.0}


_FOCUS = (
    Kind(
        "violence-against-person", _among(1, (384, 112, 45, 52, 48, 26, 3)),
        {"vold med skade": 0.4, "vold uden skade": 0.6}, rhythms.OUTDOORS, rhythms.NIGHT_OUT, _STREETS, 35,
    ),
    Kind(
        "burglary-home", _among(1, (250, 98.6, 23, 37.5, 36, 10.5, 1.5)),
        _one("indbrud beboelse"), rhythms.WINTER, rhythms.AT_HOMECOMING, _HOMES, 150, _WORKDAY, in_homes=True,
    ),
    Kind(
        "collision-injury", _among(1, (37, 13, 11, 9.5, 10.5, 5.3, 0.6)),
        {"uheld personskade": 0.965, "uheld dræbt": 0.035}, rhythms.ON_ROADS, rhythms.TRAFFIC, _ROADS, 12,
    ),
    # Shares as in 2020; the rise is planted.
    Kind(
        "stalking-orders", _among(40, (0.50, 0.183, 0.075, 0.08, 0.085, 0.06, 0.008)),
        {"stalking": 0.55, "brudt tilhold": 0.45}, rhythms.STEADY, rhythms.OFFICE, _HOMES, 2500, _WEEK,
    ),
    Kind(
        "close-relation-violence", _among(1, (171, 58, 22, 27, 26, 12.5, 1.5)),
        {"nær vold med skade": 0.35, "nær vold uden skade": 0.65}, rhythms.STEADY, rhythms.EVENINGS, _HOMES, 400,
    ),
    Kind(
        "disorder-call", _among(820, _CITY),
        _one("udrykning uro"), rhythms.OUTDOORS, rhythms.NIGHT_OUT, _STREETS, 6,
    ),
)  # fmt: skip

FOCUS = tuple(kind.name for kind in _FOCUS)

_AGAINST_PERSONS = (
    Kind("homicide", _among(0.3, _PEOPLE), _one("drab"), rhythms.STEADY, rhythms.EVENINGS, _HOMES, 120),
    Kind("threats", _among(240, _PEOPLE), _one("trusler"), rhythms.STEADY, rhythms.EVENINGS, _EVERYWHERE, 1500),
    Kind(
        "sexual-offence", _among(110, _PEOPLE), {"voldtægt": 0.32, "anden seksualforbrydelse": 0.68},
        rhythms.STEADY, rhythms.OFFICE, _EVERYWHERE, 20000,
    ),
    Kind("robbery", _among(45, _CITY), _one("røveri"), rhythms.STEADY, rhythms.NIGHT_OUT, _STREETS, 25),
)  # fmt: skip

_THEFT = (
    Kind(
        "burglary-other", _among(330, _PEOPLE), _one("indbrud andet"),
        rhythms.WINTER, rhythms.OFFICE, _EVERYWHERE, 200, _NIGHT,
    ),
    Kind(
        "theft-vehicle", _among(190, _PEOPLE), _one("brugstyveri køretøj"),
        rhythms.STEADY, rhythms.AT_HOMECOMING, _EVERYWHERE, 200, _NIGHT,
    ),
    Kind(
        "theft-from-vehicle", _among(420, _CITY), _one("tyveri fra køretøj"),
        rhythms.STEADY, rhythms.AT_HOMECOMING, _EVERYWHERE, 300, _NIGHT,
    ),
    Kind(
        "theft-bicycle", _among(900, _CITY), _one("cykeltyveri"),
        rhythms.SUMMER, rhythms.AT_HOMECOMING, _CENTRES, 1500, _NIGHT,
    ),
    Kind("shoplifting", _among(640, _CITY), _one("butikstyveri"), rhythms.SHOPPING, rhythms.SHOPS, _CENTRES, 25),
    Kind(
        "theft-person", _among(330, _CITY), _one("tyveri fra person"),
        rhythms.STEADY, rhythms.NIGHT_OUT, _STREETS, 400, _SHORT,
    ),
    Kind(
        "theft-other", _among(800, _PEOPLE), _one("tyveri andet"),
        rhythms.STEADY, rhythms.OFFICE, _EVERYWHERE, 900, _WEEK,
    ),
)  # fmt: skip

_OTHER_CRIME = (
    Kind("damage", _among(640, _PEOPLE), _one("hærværk"), rhythms.STEADY, rhythms.OFFICE, _EVERYWHERE, 400, _NIGHT),
    Kind("arson", _among(45, _PEOPLE), _one("brandstiftelse"), rhythms.STEADY, rhythms.EVENINGS, _EVERYWHERE, 15),
    Kind(
        "online-fraud", _among(800, _PEOPLE), _one("it-økonomisk"),
        rhythms.STEADY, rhythms.OFFICE, _EVERYWHERE, 6000, _WEEK,
    ),
    Kind(
        "fraud-other", _among(330, _PEOPLE), _one("bedrageri"),
        rhythms.STEADY, rhythms.OFFICE, _EVERYWHERE, 9000, _WEEK,
    ),
    Kind("public-order", _among(270, _CITY), _one("orden"), rhythms.OUTDOORS, rhythms.NIGHT_OUT, _STREETS, 6),
    Kind("weapons", _among(150, _CITY), _one("våben"), rhythms.STEADY, rhythms.EVENINGS, _STREETS, 6),
    Kind("drugs", _among(480, _CITY), _one("narkotika"), rhythms.STEADY, rhythms.EVENINGS, _STREETS, 6),
    Kind("other-crime", _among(300, _PEOPLE), _one("andet"), rhythms.STEADY, rhythms.ROUND_THE_CLOCK, _EVERYWHERE, 900),
    # Codes that the mapping does not know: an import lists them.
    Kind(
        "unknown", _among(20, _PEOPLE), {"ny kode 7781": 0.8, "ny kode 7794": 0.2},
        rhythms.STEADY, rhythms.OFFICE, _EVERYWHERE, 300,
    ),
)  # fmt: skip

_ON_ROADS = (
    Kind(
        "collision-damage", _among(560, _TRAFFIC), _one("uheld materiel"), rhythms.ON_ROADS, rhythms.TRAFFIC, _ROADS, 15
    ),
    Kind(
        "drink-driving", _among(190, _TRAFFIC), _one("spirituskørsel"), rhythms.STEADY, rhythms.NIGHT_DRIVING, _ROADS, 3
    ),
    Kind("speeding", _among(800, _TRAFFIC), _one("hastighed"), rhythms.ON_ROADS, rhythms.OFFICE, _ROADS, 2),
)

_CALL_OUTS = (
    Kind(
        "domestic-call", _among(520, _PEOPLE), _one("udrykning husspektakler"),
        rhythms.STEADY, rhythms.EVENINGS, _HOMES, 6,
    ),
    Kind(
        "welfare-call", _among(560, _PEOPLE), _one("udrykning person"),
        rhythms.STEADY, rhythms.ROUND_THE_CLOCK, _EVERYWHERE, 6,
    ),
    Kind(
        "alarm-call", _among(600, _CITY), _one("udrykning alarm"),
        rhythms.STEADY, rhythms.ROUND_THE_CLOCK, _EVERYWHERE, 3,
    ),
)  # fmt: skip

KINDS = (*_FOCUS, *_AGAINST_PERSONS, *_THEFT, *_OTHER_CRIME, *_ON_ROADS, *_CALL_OUTS)
