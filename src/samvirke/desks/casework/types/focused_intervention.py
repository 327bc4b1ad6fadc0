"""Focused intervention (måludpegning): somebody named by a person, on dated acts, and looked at again within months."""

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
from samvirke.desks.casework.engine.questions import Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

# One plan describes it; no legal basis could be verified, so nothing can be opened until a district answers for one.
# Nobody is counted, weighed or ordered: a person nominates on acts with days, another approves, and within half a year
# (180 days are never more) it is decided afresh. When somebody is taken off, every disclosure is called back.
FOCUSED_INTERVENTION = CaseType(
    name="focused-intervention",
    version=1,
    title=_("Focused intervention"),
    summary=_("The police give one person special attention for a time, on dated acts and by a decision of people."),
    basis="focused-intervention",
    owner=("police",),
    people=(Role("nominated", _("The person nominated"), "suspected", at_least=1),),
    sections=(
        Section(
            "nomination",
            _("Nomination"),
            (
                ShortText("nominated_by", _("Who nominates, by office"), required=True),
                Day("nominated_on", _("Day of the nomination"), required=True),
                LongText(
                    "acts",
                    _("The acts it rests on, each with its day"),
                    required=True,
                    matter="offence",
                    hint=_("Acts of this person alone: no company, no place, no list from a program."),
                ),
                Day("latest_act_on", _("Day of the latest act"), matter="offence"),
                LongText("less", _("What less was considered, and why it is not enough")),
            ),
            by=("police",),
            readers=("caseworker", "case-leader"),
            confidential=True,
            hidden=True,
        ),
        Section(
            "approval",
            _("Approval"),
            (
                YesNo("approved", _("Somebody other than who nominated has approved it")),
                ShortText("approved_by", _("Who approves, by office")),
                Day("approved_on", _("Day of the approval")),
            ),
            by=("police",),
            readers=("case-leader",),
            confidential=True,
            hidden=True,
        ),
        Section(
            "review",
            _("Review"),
            (
                Day("reviewed_on", _("Day of the review")),
                YesNo("still", _("New dated acts carry it on")),
                LongText("why", _("Reason"), matter="offence"),
            ),
            by=("police",),
            readers=("case-leader",),
            confidential=True,
            hidden=True,
        ),
    ),
    stages=(
        Stage("nominated", _("Nominated"), leads_to=("active", "closed"), clock=FromConfiguration(), crosses=NOTHING),
        Stage(
            "active",
            _("Active"),
            leads_to=("review", "closed"),
            needs=("nomination.acts", "nomination.latest_act_on", "approval.approved", "approval.approved_on"),
            clock=Clock(180, "days", _("Samvirke's own limit: reviewed within six months")),
            crosses=NOTHING,
        ),
        Stage(
            "review",
            _("Under review"),
            leads_to=("renewed", "closed"),
            needs=("review.reviewed_on",),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "renewed",
            _("Active after review"),
            leads_to=("review", "closed"),
            needs=("review.still", "review.why"),
            clock=Clock(180, "days", _("Samvirke's own limit: reviewed within six months"), since="review.reviewed_on"),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("removed", _("Taken off"), told="not-taken-up", recalls=True),
                Outcome("not_approved", _("Not approved"), told="not-taken-up", recalls=True),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("nominated", "active", "renewed", "closed: removed", "closed: not_approved"),
    unverified=(
        _("No legal basis was found: none can be opened until the district states one, with its impact assessment."),
    ),
)
