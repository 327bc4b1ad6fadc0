"""Honour-related crime: the police and the regional team help somebody under pressure from family or community."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
    Until,
)
from samvirke.desks.casework.engine.questions import Day, LongText, Several, ShortText, YesNo
from samvirke.foundation.words import _

_FOR = "victim-support"
_READERS = ("caseworker", "case-leader")

# The regional team sits with some of the municipalities, so it joins as their agency. What is shared rests on consent;
# a family that learns of the case can be the danger itself, so where the person can be reached is a hidden section.
HONOUR_RELATED = CaseType(
    name="honour-related",
    version=1,
    title=_("Honour-related crime"),
    summary=_("Somebody is controlled, threatened or harmed in the name of a family's honour and is given protection."),
    basis="law-enforcement-act",
    owner=("police",),
    joined_by=("municipality", "region", "other"),
    people=(
        Role("harmed", _("Harmed person"), "harmed", at_least=1),
        Role("counterpart", _("Person who controls or threatens"), "suspected"),
        Role("close", _("Child or other close person who is affected"), "relative"),
    ),
    sections=(
        Section(
            "concern",
            _("Concern"),
            (
                Several(
                    "about",
                    _("What it is about"),
                    (
                        ("control", _("Control of everyday life")),
                        ("threats", _("Threats or violence")),
                        ("marriage", _("Forced marriage")),
                        ("journey", _("A journey abroad against one's will")),
                        ("other", _("Something else")),
                    ),
                    required=True,
                    matter="offence",
                ),
                LongText("acts", _("What has happened, with days"), required=True, matter="offence"),
                YesNo(
                    "child_concerned",
                    _("A child or young person under 18 is concerned"),
                    hint=_("Then a notification to the municipality is a duty of its own."),
                ),
            ),
            by=("police",),
        ),
        Section(
            "contact",
            _("Safe contact"),
            (
                ShortText("safe_way", _("How the person can be reached safely"), hint=_("Never through the family.")),
                Day("agreed_on", _("Day it was agreed")),
            ),
            by=("police",),
            readers=_READERS,
            confidential=True,
            hidden=True,
        ),
        Section(
            "assessment",
            _("Professional assessment"),
            (
                LongText("facts", _("Facts that it rests on"), matter="offence"),
                LongText(
                    "risk_assessment",
                    _("The professional's assessment in words"),
                    matter="offence",
                    assessment=True,
                    hint=_("In words and on the facts above, never a number or a level."),
                ),
                Day("assessed_on", _("Day of the assessment")),
            ),
            by=("police",),
            readers=_READERS,
            confidential=True,
        ),
        Section(
            "action_plan",
            _("Shared action plan"),
            (
                YesNo(
                    "subject_consents",
                    _("The harmed person consents to work with the regional team"),
                    hint=_("Each agency asks for itself. It can be withdrawn."),
                ),
                Day("consented_on", _("Day of the consent")),
                LongText("measures", _("What we do")),
                Day("done_by", _("To be done by")),
                Day("next_review_on", _("Day we next go through it")),
            ),
            by=("police", "municipality", "region", "other"),
        ),
    ),
    stages=(
        Stage(
            "received",
            _("Received"),
            leads_to=("own_work", "joint", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "own_work",
            _("The police's own work"),
            leads_to=("joint", "closed"),
            needs=("assessment.assessed_on",),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "joint",
            _("Joint work with the regional team"),
            leads_to=("own_work", "closed"),
            needs=("action_plan.subject_consents",),
            clock=Until("action_plan.next_review_on"),
            basis="consent",
            purpose=_FOR,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("plan_done", _("The action plan was carried out")),
                Outcome("guided", _("Ended with guidance")),
                Outcome("declined", _("The person did not want help"), told="not-taken-up"),
                Outcome("passed_on", _("Passed on to another authority"), told="passed-on"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=("received", "joint", "closed: plan_done", "closed: guided", "closed: declined"),
    refers_to=("victim-support-referral",),
    unverified=(
        _("No provision on sharing with the regional team was seen; the joint work rests on consent."),
        _("No periods for the steps were seen; the district enters its own."),
    ),
)
