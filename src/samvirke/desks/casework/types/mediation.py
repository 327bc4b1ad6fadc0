"""Mediation (konfliktråd): the harmed person and the offender meet with a neutral mediator, if both want to."""

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

# The act: both consent, a guardian does so below 18, the offender has in essence confessed, a neutral mediator ends it
# when they think fit or when consent is withdrawn, it stands beside punishment and not in its place, and what is said
# there is confidential. So nothing crosses at any stage: the signed agreement goes to the prosecution for the court
# file by the police's own hand.
MEDIATION = CaseType(
    name="mediation",
    version=1,
    title=_("Mediation"),
    summary=_("The harmed person and the offender meet with a neutral mediator, if both want to."),
    basis="mediation-act",
    owner=("police",),
    people=(
        Role("harmed", _("Harmed person"), "harmed", guardian_below=18, at_least=1),
        Role("offender", _("Offender"), "suspected", guardian_below=18, at_least=1),
        Role("guardian", _("Guardian"), "relative"),
    ),
    sections=(
        Section(
            "screening",
            _("Screening"),
            (
                Choice(
                    "offence",
                    _("What the case is about"),
                    (
                        ("violence", _("Violence or threats")),
                        ("robbery", _("Robbery")),
                        ("burglary", _("Burglary")),
                        ("theft", _("Theft")),
                        ("damage", _("Criminal damage")),
                        ("order", _("A restraining, exclusion or removal order")),  # since 6 February 2012
                        ("other", _("Something else")),
                    ),
                    required=True,
                    matter="offence",
                ),
                YesNo("confessed", _("The offender has in essence confessed"), required=True, matter="offence"),
                ShortText("journal", _("Journal number of the criminal case"), matter="offence"),
            ),
            by=("police",),
        ),
        Section(
            "consent",
            _("Consent"),
            (
                YesNo("harmed_consents", _("The harmed person consents")),
                Day("harmed_on", _("Day of the harmed person's consent")),
                YesNo("offender_consents", _("The offender consents")),
                Day("offender_on", _("Day of the offender's consent")),
                YesNo("guardians_consent", _("The guardian of every party under 18 consents")),
                YesNo("dialogue_possible", _("The mediator finds both ready for a constructive dialogue")),
                Day("withdrawn_on", _("Day a consent was withdrawn"), hint=_("Then the mediation ends.")),
            ),
            by=("police",),
        ),
        Section(
            "meeting",
            _("Meeting"),
            (
                Day("held_on", _("Day of the meeting")),
                YesNo("agreement_signed", _("An agreement was signed")),
                LongText("agreement", _("What they agreed"), hint=_("Only the signed agreement leaves this case.")),
                YesNo("handed_over", _("The signed agreement was handed to the prosecution")),
            ),
            by=("police",),
            readers=("mediator", "coordinator"),
            confidential=True,
        ),
    ),
    stages=(
        Stage(
            "screened",
            _("Screened"),
            leads_to=("offered", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "offered",
            _("Offered"),
            leads_to=("meeting", "closed"),
            needs=("screening.confessed",),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "meeting",
            _("Meeting"),
            leads_to=("closed",),
            needs=("consent.harmed_consents", "consent.offender_consents", "consent.dialogue_possible"),
            clock=FromConfiguration(),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("agreement", _("Agreement")),
                Outcome("no_agreement", _("Meeting without agreement")),
                Outcome("declined", _("A party declined"), told="not-taken-up"),
                Outcome("withdrawn", _("Consent withdrawn"), told="not-taken-up"),
                Outcome("ended", _("Ended by the mediator")),
                Outcome("unfit", _("Not suited"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=(
        "screened",
        "offered",
        "meeting",
        "closed: agreement",
        "closed: no_agreement",
        "closed: declined",
        "closed: withdrawn",
    ),
    unverified=(_("The act's periods for each step were not seen; the district enters its own."),),
)
