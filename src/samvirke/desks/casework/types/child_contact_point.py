"""Contact point for child cases: a municipality asks the police about a matter, without names, before it reports."""

from samvirke.desks.casework.engine.declaration import NOTHING, CaseType, FromConfiguration, Outcome, Section, Stage
from samvirke.desks.casework.engine.questions import Choice, Day
from samvirke.foundation.words import _

# An enquiry is anonymous and leaves a count: no people, no free text in which somebody could be named, and every way
# for it to end erases what was written.
CHILD_CONTACT_POINT = CaseType(
    name="child-contact-point",
    version=1,
    title=_("Contact point for child cases"),
    summary=_("A municipality asks, without names, whether what it knows about harm to a child should be reported."),
    basis="law-enforcement-act",
    owner=("police",),
    people=(),
    sections=(
        Section(
            "enquiry",
            _("Enquiry"),
            (
                Day("asked_on", _("Day of the enquiry"), required=True),
                Choice(
                    "asked_by",
                    _("Who asks"),
                    (
                        ("family", _("Family department")),
                        ("school", _("School")),
                        ("day_care", _("Day care")),
                        ("institution", _("Residential institution")),
                        ("other", _("Another part of the municipality")),
                    ),
                    required=True,
                ),
                Choice(
                    "about",
                    _("What it is about"),
                    (("violence", _("Violence")), ("sexual", _("A sexual offence")), ("both", _("Both"))),
                    required=True,
                    matter="offence",
                    hint=_("Names are not asked for and not written down."),
                ),
            ),
            by=("police",),
        ),
        Section(
            "answer",
            _("Answer"),
            (
                Day("answered_on", _("Day of the answer")),
                Choice(
                    "advice",
                    _("Advice"),
                    (
                        ("report", _("Report to the police")),
                        ("find_out", _("Find out more first")),
                        ("other_way", _("Help in another way")),
                    ),
                ),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage(
            "asked",
            _("Asked"),
            leads_to=("answered", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose="victim-support",
        ),
        Stage(
            "answered",
            _("Answered"),
            leads_to=("closed",),
            needs=("answer.answered_on", "answer.advice"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose="victim-support",
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose="victim-support",
            outcomes=(
                Outcome("report", _("A report was advised"), erases=True),
                Outcome("find_out", _("More has to be found out first"), erases=True),
                Outcome("other_way", _("Help in another way was advised"), told="not-taken-up", erases=True),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=("asked", "answered", "closed: report", "closed: find_out", "closed: other_way"),
    unverified=(_("Within what time the contact point answers was not seen; the district enters its own."),),
)
