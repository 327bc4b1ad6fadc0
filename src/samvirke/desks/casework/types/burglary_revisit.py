"""Burglary revisit (genbesøg): the police visit a home that was broken into again within a year."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    Clock,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import AtMost, Day, LongText, Several, YesNo
from samvirke.foundation.words import _

_FOR = "victim-support"
_SOURCE = _("Cooperation plan of South-East Jutland Police 2020, section 3.1.2")

# A plan's promise, not a law: people hit more than once within the latest year are visited. So the later burglary lies
# at most a year after the earlier one, and the visit loses its sense a year after the later.
BURGLARY_REVISIT = CaseType(
    name="burglary-revisit",
    version=1,
    title=_("Burglary revisit"),
    summary=_("The police revisit a home that was broken into more than once within a year, to prevent the next time."),
    basis="law-enforcement-act",
    owner=("police",),
    people=(Role("resident", _("Resident"), "harmed", at_least=1),),
    sections=(
        Section(
            "burglaries",
            _("Burglaries"),
            (
                Day("first_on", _("Day of the earlier burglary"), required=True, matter="offence"),
                Day(
                    "latest_on",
                    _("Day of the latest burglary"),
                    required=True,
                    matter="offence",
                    at_most=AtMost(1, "burglaries.first_on", _SOURCE),
                    hint=_("At most a year after the earlier one."),
                ),
            ),
            by=("police",),
        ),
        Section(
            "visit",
            _("Visit"),
            (
                YesNo("accepted", _("The resident wants a visit")),
                Day("visited_on", _("Day of the visit")),
                Several(
                    "advice",
                    _("Advice given"),
                    (
                        ("doors", _("Doors, windows and locks")),
                        ("light", _("Light and sight lines")),
                        ("neighbours", _("Neighbour help")),
                        ("walk", _("Safety walk in the neighbourhood")),
                        ("marking", _("Marking and photographing valuables")),
                    ),
                ),
                LongText("weak_points", _("What was seen at the home"), hint=_("It shows how to get in.")),
            ),
            by=("police",),
            confidential=True,
        ),
    ),
    stages=(
        Stage(
            "found",
            _("Found"),
            leads_to=("offered", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "offered",
            _("Offered"),
            leads_to=("visited", "closed"),
            needs=("burglaries.first_on", "burglaries.latest_on"),
            clock=Clock(1, "years", _SOURCE, since="burglaries.latest_on", soft=True),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "visited",
            _("Visited"),
            leads_to=("closed",),
            needs=("visit.visited_on",),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("visited", _("The home was revisited")),
                Outcome("phoned", _("Advice given by telephone")),
                Outcome("declined", _("The resident wanted no visit"), told="not-taken-up"),
                Outcome("not_reached", _("Not reached"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("offered", "visited", "closed: visited", "closed: phoned", "closed: declined", "closed: not_reached"),
    unverified=(_("The plan says “within the latest year”, not how soon the visit must be made."),),
)
