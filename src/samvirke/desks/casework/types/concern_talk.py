"""Concern talk (bekymringssamtale): the police invite somebody on the way into crime to talk about it."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, Several, YesNo
from samvirke.foundation.words import _

_FOR = "ssp"

# The talk is the police's own prevention and voluntary; below 18 a guardian is named before anybody is invited. What
# follows rests on other bases: SSP on section 115, a notification on the Children's Act.
CONCERN_TALK = CaseType(
    name="concern-talk",
    version=1,
    title=_("Concern talk"),
    summary=_("The police invite somebody who is on the way into crime, and a guardian if under 18, to a talk."),
    basis="law-enforcement-act",
    owner=("police",),
    joined_by=("municipality",),
    people=(
        Role("invited", _("The person invited"), "concerned", guardian_below=18, at_least=1),
        Role("guardian", _("Guardian"), "relative"),
    ),
    sections=(
        Section(
            "invitation",
            _("Invitation"),
            (
                Several(
                    "about",
                    _("What the talk is about"),
                    (
                        ("acts", _("Acts of one's own")),
                        ("company", _("Company that draws towards crime")),
                        ("online", _("Life on social media")),
                        ("place", _("Where one stays and when")),
                    ),
                    required=True,
                    matter="offence",
                ),
                LongText("facts", _("Facts behind the invitation, with days"), required=True, matter="offence"),
                Day("invited_on", _("Day of the invitation")),
                YesNo("told_voluntary", _("It was said that the talk is voluntary")),
            ),
            by=("police",),
        ),
        Section(
            "talk",
            _("Talk"),
            (
                Day("held_on", _("Day of the talk")),
                YesNo("guardian_involved", _("A guardian is involved")),
                YesNo("in_school_at_start", _("In school, education or work at the start")),
                LongText("said", _("What was said that matters for what follows"), hint=_("This is no interrogation.")),
            ),
            by=("police",),
        ),
        Section(
            "agreement",
            _("Agreement"),
            (
                LongText("agreed", _("What was agreed")),
                Choice(
                    "next",
                    _("What follows"),
                    (
                        ("agreement", _("An agreement")),
                        ("ssp", _("A concern for SSP")),
                        ("notification", _("A notification to the municipality")),
                        ("nothing", _("Nothing more")),
                    ),
                ),
                Day("review_on", _("Day we talk again")),
                YesNo("in_school_at_end", _("In school, education or work at the end")),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage(
            "considered",
            _("Considered"),
            leads_to=("invited", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "invited",
            _("Invited"),
            leads_to=("talk", "closed"),
            needs=("invitation.invited_on", "invitation.told_voluntary"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "talk",
            _("Talk held"),
            leads_to=("agreement", "ssp", "notification", "closed"),
            needs=("talk.held_on",),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "agreement",
            _("Agreement"),
            leads_to=("ssp", "notification", "closed"),
            needs=("agreement.agreed",),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "ssp",
            _("Referred to SSP"),
            leads_to=("agreement", "closed"),
            clock=FromConfiguration(),
            basis="justice-act-115-ssp",
        ),
        Stage(
            "notification",
            _("Notified to the municipality"),
            leads_to=("agreement", "closed"),
            clock=FromConfiguration(),
            basis="childrens-act-notification",
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("agreement_kept", _("An agreement that was kept")),
                Outcome("agreement_lapsed", _("An agreement that was not kept")),
                Outcome("referred", _("Passed on to another authority"), told="passed-on"),
                Outcome("talk_only", _("A talk without an agreement")),
                Outcome("declined", _("The invitation was declined"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=(
        "invited",
        "talk",
        "agreement",
        "ssp",
        "notification",
        "closed: agreement_kept",
        "closed: agreement_lapsed",
        "closed: talk_only",
        "closed: declined",
    ),
    refers_to=("ssp-concern", "child-notification"),
    unverified=(_("No provision on concern talks or their periods was seen; the district enters its own."),),
)
