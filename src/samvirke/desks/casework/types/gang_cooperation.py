"""Cooperation on gangs: police and municipality check benefits and permits of somebody named on dated acts."""

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
from samvirke.desks.casework.engine.questions import Day, LongText, Several, ShortText, YesNo
from samvirke.foundation.words import _

_SIX_MONTHS = _("Samvirke's own limit: reviewed within six months")

# The third gang package and one plan describe it, for control; the later rules could not be verified, so nothing can be
# opened until a district answers for a basis, and the demo does not. Removal calls back
# every disclosure, which each receiver confirms. 180 days are never more than six months.
GANG_COOPERATION = CaseType(
    name="gang-cooperation",
    version=1,
    title=_("Cooperation on gangs"),
    summary=_(
        "Police and municipality look at the benefits and permits of a gang member named by people on dated acts."
    ),
    basis="gang-cooperation",
    owner=("police",),
    joined_by=("municipality",),
    people=(Role("member", _("The gang member"), "suspected", ages=(18, 120), at_least=1),),
    sections=(
        Section(
            "nomination",
            _("Nomination"),
            (
                ShortText("nominated_by", _("Who nominates, by office"), required=True),
                LongText(
                    "acts",
                    _("The acts it rests on, each with its day"),
                    required=True,
                    matter="offence",
                    hint=_("Acts of this person alone: no company, no place, no list from a program."),
                ),
                Day("latest_act_on", _("Day of the latest act"), matter="offence"),
                YesNo("approved", _("Somebody other than who nominated has approved it")),
                Day("approved_on", _("Day of the approval")),
            ),
            by=("police",),
            readers=("caseworker", "case-leader"),
            hidden=True,
        ),
        Section(
            "ask",
            _("What is asked"),
            (
                Several(
                    "about",
                    _("What the municipality is asked to check"),
                    (("benefits", _("Benefits")), ("permits", _("Permits")), ("premises", _("Use of premises"))),
                ),
            ),
            by=("police",),
        ),
        Section(
            "check",
            _("The municipality's check"),
            (
                Day("checked_on", _("Day of the check")),
                LongText("found", _("What was found")),
            ),
            by=("municipality",),
            readers=("caseworker", "case-leader"),
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
        ),
    ),
    stages=(
        Stage("nominated", _("Nominated"), leads_to=("active", "closed"), clock=FromConfiguration(), crosses=NOTHING),
        Stage(
            "active",
            _("Active"),
            leads_to=("review", "closed"),
            needs=("nomination.acts", "nomination.latest_act_on", "nomination.approved", "ask.about"),
            clock=Clock(180, "days", _SIX_MONTHS),
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
            clock=Clock(180, "days", _SIX_MONTHS, since="review.reviewed_on"),
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
