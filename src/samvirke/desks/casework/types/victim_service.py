"""Victim service: contact promises and quick help after sexual offences, hate crime, stalking and digital abuse."""

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
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

_FOR = "victim-support"

# The plan of South-East Jutland (2020): quick handling for these four groups, help with posts on social media and with
# asking providers to take them down, and a running look at whether enquiries were followed up enough.
VICTIM_SERVICE = CaseType(
    name="victim-service",
    version=1,
    title=_("Victim service"),
    summary=_(
        "Somebody harmed by a sexual offence, hate crime, stalking or digital abuse is kept informed and helped."
    ),
    basis="law-enforcement-act",
    owner=("police",),
    people=(Role("harmed", _("Harmed person"), "harmed", at_least=1),),
    sections=(
        Section(
            "matter",
            _("Matter"),
            (
                Choice(
                    "offence",
                    _("What the case is about"),
                    (
                        ("sexual", _("Sexual offence")),
                        ("hate", _("Hate crime")),
                        ("stalking", _("Stalking")),
                        ("digital", _("Digital sexual abuse")),
                    ),
                    required=True,
                    matter="offence",
                ),
                ShortText("journal", _("Journal number of the criminal case"), matter="offence"),
            ),
            by=("police",),
        ),
        Section(
            "contact",
            _("Contact promises"),
            (
                ShortText("contact_person", _("Contact person at the police")),
                Day("first_contact_on", _("Day of the first contact")),
                Day("next_contact_on", _("Next contact is promised for")),
                Day("last_contact_on", _("Day of the latest contact")),
                YesNo("subject_consents", _("The person consents to being put in touch")),
            ),
            by=("police",),
        ),
        Section(
            "take_down",
            _("Take-down of material"),
            (
                ShortText("provider", _("Provider that was asked")),
                Day("asked_on", _("Day the provider was asked")),
                Day("answered_on", _("Day of the provider's answer")),
                YesNo("taken_down", _("The material was taken down")),
                LongText(
                    "where", _("Where it was found"), matter="offence", hint=_("Addresses only, never the material.")
                ),
            ),
            by=("police",),
            readers=("caseworker", "case-leader"),
            confidential=True,
        ),
        Section(
            "review",
            _("Review of the follow-up"),
            (
                YesNo("sampled", _("Taken into the sample of enquiries")),
                Day("reviewed_on", _("Day of the review")),
                YesNo("enough", _("It was followed up enough")),
                LongText("learning", _("What is to be done otherwise")),
            ),
            by=("police",),
            readers=("case-leader", "coordinator"),
        ),
    ),
    stages=(
        Stage(
            "received",
            _("Received"),
            leads_to=("in_contact", "take_down", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "in_contact",
            _("In contact"),
            leads_to=("take_down", "put_in_touch", "review", "closed"),
            needs=("contact.first_contact_on",),
            clock=Until("contact.next_contact_on"),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "take_down",
            _("Provider asked to take down"),
            leads_to=("in_contact", "review", "closed"),
            needs=("take_down.asked_on",),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "put_in_touch",
            _("Put in touch"),
            leads_to=("in_contact", "review", "closed"),
            needs=("contact.subject_consents",),
            basis="consent",
            purpose=_FOR,
        ),
        Stage(
            "review",
            _("Review of the follow-up"),
            leads_to=("in_contact", "closed"),
            needs=("review.sampled",),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("kept", _("The contact promises were kept")),
                Outcome("not_kept", _("A contact promise was broken")),
                Outcome("declined", _("The person wanted no contact"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=(
        "received",
        "take_down",
        "put_in_touch",
        "review",
        "closed: kept",
        "closed: not_kept",
        "closed: declined",
    ),
    refers_to=("victim-support-referral",),
    unverified=(
        _("No period for contact or for a provider's answer was seen; the district enters its own."),
        _("Who besides the police may ask a provider was not seen; the request is the police's own."),
    ),
)
