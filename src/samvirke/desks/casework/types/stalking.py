"""Stalking and restraining orders (tilhold): protection of somebody who is followed, contacted or harassed."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    Clock,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
    Until,
)
from samvirke.desks.casework.engine.questions import AtMost, Choice, Day, LongText, Several, YesNo
from samvirke.foundation.words import _

_ORDERS = (
    ("restraining", _("Restraining order")),
    ("exclusion", _("Exclusion order")),
    ("removal", _("Removal from the home")),
)
_READERS = ("caseworker", "case-leader")

# Section 2 a: an ordinary decision follows an immediate order as far as possible within 60 days of its service; "as far
# as possible" makes the clock soft. A restraining order lasts at most five years. How long a removal may last was not
# seen and is said in `unverified`. The act lets nothing cross: what is shared in the joint stage rests on consent.
STALKING = CaseType(
    name="stalking",
    version=1,
    title=_("Stalking and restraining orders"),
    summary=_("Somebody is followed, contacted or harassed and asks the police for protection."),
    basis="restraining-order-act",
    owner=("police",),
    joined_by=("municipality", "other"),
    people=(
        Role("harmed", _("Harmed person"), "harmed", at_least=1),
        Role("counterpart", _("The person whom the order is to restrain"), "suspected"),
        Role("close", _("Child or other close person who is affected"), "relative"),
    ),
    sections=(
        Section(
            "request",
            _("Request"),
            (
                Day("asked_on", _("Day of the request"), required=True),
                Several("asked_for", _("What is asked for"), _ORDERS, required=True),
                YesNo("forced_marriage", _("It is about forced marriage (section 2(3))"), matter="offence"),
                LongText(
                    "acts",
                    _("What has happened, with days"),
                    required=True,
                    matter="offence",
                    hint=_("Acts and dates as reported. Judgements belong under the assessment."),
                ),
            ),
            by=("police",),
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
            "order",
            _("Order and breaches"),
            (
                Day("immediate_served_on", _("Day the immediate order was served")),
                Choice("decided", _("What was decided"), (*_ORDERS, ("none", _("No order")))),
                Day("decided_on", _("Day of the ordinary decision")),
                Day(
                    "valid_until",
                    _("The order is valid until"),
                    at_most=AtMost(5, "order.decided_on", _("Restraining Orders Act, section 5")),
                    hint=_("At most five years after the decision."),
                ),
                LongText("breaches", _("Breaches, each with its day"), matter="offence"),
                Day("latest_breach_on", _("Day of the latest breach"), matter="offence"),
            ),
            by=("police",),
        ),
        Section(
            "guidance",
            _("Guidance"),
            (
                Day("harmed_guided_on", _("Day the harmed person was given guidance")),
                Day("counterpart_guided_on", _("Day the other party was given guidance")),
                YesNo("wants_centre", _("The harmed person wants contact with the national stalking centre")),
            ),
            by=("police",),
        ),
        Section(
            "action_plan",
            _("Shared action plan"),
            (
                YesNo(
                    "subject_consents",
                    _("The harmed person consents to the joint work"),
                    hint=_("Each agency asks for itself. It can be withdrawn."),
                ),
                Day("consented_on", _("Day of the consent")),
                LongText("measures", _("What we do")),
                Day("done_by", _("To be done by")),
                Day("next_review_on", _("Day we next go through it")),
            ),
            by=("police", "municipality", "other"),
        ),
        Section(
            "family_law",
            _("Contact with the family-law authority"),
            (
                YesNo("open_matter", _("There is a matter at the family-law authority")),
                LongText("arrangement", _("What both authorities must know about contact with the children")),
            ),
            by=("police", "other"),
        ),
    ),
    stages=(
        Stage(
            "asked",
            _("Asked for"),
            leads_to=("immediate", "decided", "joint", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "immediate",
            _("Immediate order"),
            leads_to=("decided", "closed"),
            needs=("order.immediate_served_on",),
            clock=Clock(
                60,
                "days",
                _("Restraining Orders Act, section 2 a"),
                since="order.immediate_served_on",
                soft=True,
            ),
            crosses=NOTHING,
        ),
        Stage(
            "decided",
            _("Ordinary decision"),
            leads_to=("in_force", "joint", "closed"),
            needs=("order.decided", "order.decided_on"),
            crosses=NOTHING,
        ),
        Stage(
            "in_force",
            _("Order in force"),
            leads_to=("joint", "closed"),
            needs=("order.valid_until",),
            clock=Until("order.valid_until"),
            crosses=NOTHING,
        ),
        Stage(
            "joint",
            _("Joint work with municipality and family-law authority"),
            leads_to=("immediate", "decided", "in_force", "closed"),
            needs=("action_plan.subject_consents",),
            clock=Until("action_plan.next_review_on"),
            basis="consent",
            purpose="restraining-order",
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("expired", _("The order ran out")),
                Outcome("lifted", _("The order was lifted")),
                Outcome("refused", _("No order was given")),
                Outcome("withdrawn", _("The request was withdrawn"), told="not-taken-up"),
                Outcome("guided", _("Ended with guidance")),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=("asked", "immediate", "in_force", "joint", "closed: expired", "closed: refused", "closed: guided"),
    refers_to=("victim-support-referral",),
    unverified=(
        _("How long a removal may last was not seen; no limit is checked."),
        _("The time from request to decision without an immediate order was not seen; the district enters its own."),
        _("No provision on sharing with the family-law authority was seen; the joint work rests on consent."),
    ),
)
