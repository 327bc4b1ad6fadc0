"""PSP: police, social services and psychiatry place the responsibility for helping a vulnerable person."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

_PARTIES = ("police", "municipality", "region")
_READERS = ("caseworker", "case-leader", "coordinator")

# Section 115(1)(2) names police, social services and psychiatry. The probation service sits on some committees but is
# no party there, so it is not invited into the case. What goes to the info house goes under the info house's own basis.
PSP = CaseType(
    name="psp",
    version=1,
    title=_("PSP case"),
    summary=_("Police, social services and psychiatry agree who takes responsibility for a vulnerable person."),
    basis="justice-act-115-psp",
    owner=_PARTIES,
    joined_by=(*_PARTIES, "association"),
    people=(
        Role("citizen", _("The citizen"), "concerned", at_least=1),
        Role("close", _("Close relative"), "relative"),
    ),
    sections=(
        Section(
            "referral",
            _("Enquiry"),
            (
                LongText("occasion", _("Occasion"), required=True),
                LongText("concern", _("Concern"), matter="health", hint=_("What you know and from whom.")),
                Day("last_contact_on", _("Day of the latest contact")),
                ShortText("last_contact", _("Latest contact")),
            ),
            by=_PARTIES,
            readers=_READERS,
        ),
        Section(
            "incidents",
            _("Incidents"),
            (
                ShortText("lately", _("Calls and visits lately"), hint=_("How many of which kind, since when.")),
                LongText("what_happened", _("What happened, with days"), matter="offence"),
            ),
            by=("police",),
        ),
        Section(
            "pending",
            _("Pending criminal cases"),
            (
                YesNo(
                    "pending_cases",
                    _("There are pending criminal cases"),
                    matter="offence",
                    hint=_("For the police alone; it cannot be chosen for this purpose."),
                ),
            ),
            by=("police",),
            readers=_READERS,
            confidential=True,
            hidden=True,
        ),
        Section(
            "home",
            _("Home and support"),
            (
                ShortText("housing", _("Housing")),
                LongText("support", _("Support today")),
            ),
            by=("municipality", "association"),
        ),
        Section(
            "treatment",
            _("Treatment"),
            (
                LongText("contact", _("Contact with treatment"), matter="health"),
                LongText("needs", _("What others must know to help"), matter="health"),
            ),
            by=("region", "association"),
            readers=_READERS,
        ),
        Section(
            "responsibility",
            _("Responsibility"),
            (
                Choice(
                    "responsible",
                    _("Who takes responsibility"),
                    (
                        ("municipality", _("The municipality")),
                        ("region", _("Psychiatry")),
                        ("police", _("The police")),
                    ),
                ),
                Day("placed_on", _("Day the responsibility was placed")),
                LongText("agreed", _("What the responsible agency does")),
            ),
            by=_PARTIES,
        ),
        Section(
            "information",
            _("Whether the citizen is informed"),
            (
                Choice(
                    "informed",
                    _("The citizen is informed of the cooperation"),
                    (("yes", _("Informed")), ("not_yet", _("Not yet")), ("not_now", _("Not for now, for a reason"))),
                ),
                Day("informed_on", _("Day the citizen was informed")),
                LongText("why_not", _("Why not"), hint=_("The reason is looked at again on the day below.")),
                Day("review_on", _("Day the reason is looked at again")),
            ),
            by=_PARTIES,
        ),
        Section(
            "onward",
            _("Follow-up"),
            (
                Day("next_on", _("Day we next go through it")),
                YesNo(
                    "visit_asked", _("The FUT patrol is asked for a follow-up visit"), hint=_("Only that it was asked.")
                ),
                YesNo("released", _("The police have released the matter for the info house")),
            ),
            by=_PARTIES,
        ),
    ),
    stages=(
        Stage("referred", _("Referred"), leads_to=("assessed", "closed"), clock=FromConfiguration(), crosses=NOTHING),
        Stage("assessed", _("Assessed"), leads_to=("discussed", "closed"), clock=FromConfiguration()),
        Stage(
            "discussed",
            _("Discussed"),
            leads_to=("responsibility", "visit", "info_house", "closed"),
            clock=FromConfiguration(),
        ),
        Stage(
            "responsibility",
            _("Responsibility to be placed"),
            leads_to=("follow_up", "discussed", "closed"),
            clock=FromConfiguration(),
        ),
        Stage(
            "follow_up",
            _("Follow-up"),
            leads_to=("discussed", "visit", "info_house", "closed"),
            needs=("responsibility.responsible", "responsibility.placed_on", "information.informed"),
            clock=FromConfiguration(),
        ),
        Stage(
            "visit",
            _("FUT visit asked for"),
            leads_to=("discussed", "follow_up", "closed"),
            needs=("onward.visit_asked",),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "info_house",
            _("At the info house"),
            leads_to=("discussed", "follow_up", "closed"),
            needs=("onward.released",),
            clock=FromConfiguration(),
            basis="info-house",
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("placed", _("Responsibility is placed and taken")),
                Outcome("no_need", _("No need of joint work"), told="not-taken-up"),
                Outcome("known", _("Already dealt with elsewhere"), told="already-known"),
                Outcome("info_house", _("Goes on at the info house"), told="passed-on"),
                Outcome("moved_away", _("Moved away"), told="passed-on"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("referred", "discussed", "responsibility", "follow_up", "visit", "info_house", "closed: placed"),
    refers_to=("info-house",),
    unverified=(
        _("Periods for the steps and for keeping PSP notes were not seen; the district enters its own."),
        _("When the citizen must be informed was not verified; the form asks for it and for a review date."),
    ),
)
