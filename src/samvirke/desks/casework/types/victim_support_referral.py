"""Victim support referral: somebody harmed is put in touch with those who support, if they want it."""

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

_FOR = "victim-support"

# The association is run by its own board and opens the case when a referral is accepted, or when somebody rings
# themselves; the police open one when no other case is there to refer from.
VICTIM_SUPPORT_REFERRAL = CaseType(
    name="victim-support-referral",
    version=1,
    title=_("Victim support referral"),
    summary=_("Somebody hurt by crime or an accident is put in touch with an association that supports them."),
    basis="consent",
    owner=("police", "association"),
    joined_by=("association",),
    people=(
        Role("harmed", _("Harmed person"), "harmed", at_least=1),
        Role("close", _("Relative or witness who needs support"), "relative"),
    ),
    sections=(
        Section(
            "consent",
            _("Consent"),
            (
                YesNo(
                    "subject_consents",
                    _("The person consents to being contacted"),
                    required=True,
                    hint=_("Each agency asks for itself. It can be withdrawn."),
                ),
                Day("given_on", _("Day of the consent")),
            ),
            by=("police", "association"),
        ),
        Section(
            "need",
            _("What the association needs to know"),
            (
                Choice(
                    "to",
                    _("Support from"),
                    (
                        ("local", _("The local victim support")),
                        ("stalking", _("The national stalking centre")),
                        ("crisis", _("A crisis centre or violence counselling")),
                        ("other", _("Another association")),
                    ),
                    required=True,
                ),
                ShortText("reach", _("How and when to call")),
                ShortText("about", _("What it is about, in a line"), matter="offence", hint=_("No more than needed.")),
            ),
            by=("police", "association"),
        ),
        Section(
            "support",
            _("Support"),
            (
                Day("first_talk_on", _("Day of the first talk")),
                YesNo("reached", _("The person was reached")),
                LongText("notes", _("Counsellor's notes"), matter="health", hint=_("These never leave.")),
            ),
            by=("association",),
            readers=("caseworker", "case-leader"),
            confidential=True,
        ),
    ),
    stages=(
        Stage(
            "asked",
            _("Asked"),
            leads_to=("referred", "closed"),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "referred",
            _("Referred"),
            leads_to=("talking", "closed"),
            needs=("consent.subject_consents",),
            clock=FromConfiguration(),
            clock_of="association",
            purpose=_FOR,
        ),
        Stage(
            "talking",
            _("Talks under way"),
            leads_to=("closed",),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("supported", _("Support was given")),
                Outcome("known", _("Already in contact"), told="already-known"),
                Outcome("passed_on", _("Passed on to somebody better suited"), told="passed-on"),
                Outcome("declined", _("The person did not want it"), told="not-taken-up"),
                Outcome("not_reached", _("Not reached"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("referred", "talking", "closed: supported", "closed: declined", "closed: not_reached"),
    unverified=(_("No time from referral to first talk was seen; the district enters its own."),),
)
