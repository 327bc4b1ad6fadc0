"""Call-back after violence in close relations: the screening team rings the harmed person and gives advice."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Amount, Choice, Day, LongText, Several, ShortText, YesNo
from samvirke.foundation.words import _

_FOR = "victim-support"

# The plan of East Jutland (5.6): calls to people harmed in cases such as domestic disturbances, with advice on
# reporting and on help from crisis centres and violence counselling. The call itself is the police's own task; only
# what a person has consented to goes on to others.
CLOSE_RELATION_CALLBACK = CaseType(
    name="close-relation-callback",
    version=1,
    title=_("Call-back after violence in close relations"),
    summary=_(
        "The police ring somebody after a domestic disturbance and advise on reporting and on where to get help."
    ),
    basis="law-enforcement-act",
    owner=("police",),
    people=(
        Role("harmed", _("Harmed person"), "harmed", at_least=1),
        Role("child", _("Child in the home"), "child"),
    ),
    sections=(
        Section(
            "occasion",
            _("Occasion"),
            (
                Day("happened_on", _("Day of the incident"), required=True),
                Choice(
                    "kind",
                    _("What the police were called to"),
                    (
                        ("disturbance", _("Domestic disturbance")),
                        ("violence", _("Violence or threats")),
                        ("other", _("Something else")),
                    ),
                    required=True,
                    matter="offence",
                ),
                YesNo("call_agreed", _("The person has said that a call is welcome")),
            ),
            by=("police",),
        ),
        Section(
            "call",
            _("Screening call"),
            (
                Amount("attempts", _("Calls made")),
                Day("reached_on", _("Day the person was reached")),
                YesNo(
                    "could_speak",
                    _("The person could speak undisturbed"),
                    hint=_("Ask this first; if not, agree on another time and say nothing more."),
                ),
                YesNo(
                    "child_in_home",
                    _("A child lives in the home"),
                    hint=_("Where there is reason for concern, a notification to the municipality is a duty."),
                ),
                LongText("said", _("What the person tells"), matter="offence"),
            ),
            by=("police",),
            readers=("caseworker", "case-leader"),
            confidential=True,
        ),
        Section(
            "advice",
            _("Advice given"),
            (
                Several(
                    "on",
                    _("Advice on"),
                    (
                        ("reporting", _("How to report it")),
                        ("crisis_centre", _("Crisis centres")),
                        ("counselling", _("Violence counselling")),
                        ("order", _("Restraining orders")),
                        ("support", _("Victim support")),
                    ),
                ),
                YesNo("subject_consents", _("The person consents to being put in touch")),
                Day("consented_on", _("Day of the consent")),
            ),
            by=("police",),
        ),
        Section(
            "crisis_centre",
            _("Crisis centre"),
            (
                ShortText("centre", _("Which crisis centre or counselling")),
                Day("contacted_on", _("Day the centre was contacted")),
                Day(
                    "last_meeting_on",
                    _("Day of the team's latest meeting with this centre"),
                    hint=_("Meetings are about the cooperation, not about this person."),
                ),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage(
            "listed",
            _("To be called"),
            leads_to=("called", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "called",
            _("Called"),
            leads_to=("put_in_touch", "closed"),
            needs=("call.reached_on",),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "put_in_touch",
            _("Put in touch"),
            leads_to=("closed",),
            needs=("advice.subject_consents",),
            basis="consent",
            purpose=_FOR,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("put_in_touch", _("Put in touch with help")),
                Outcome("advised", _("Advice given")),
                Outcome("reported", _("The person reported the matter")),
                Outcome("declined", _("The person wanted no call"), told="not-taken-up"),
                Outcome("not_reached", _("Not reached"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=(
        "listed",
        "called",
        "put_in_touch",
        "closed: advised",
        "closed: put_in_touch",
        "closed: reported",
        "closed: declined",
        "closed: not_reached",
    ),
    refers_to=("victim-support-referral",),
    unverified=(_("No time from incident to call was seen; the district enters its own."),),
)
