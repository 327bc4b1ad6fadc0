"""Psychological violence: the interview and the contact follow a checklist, and the case says which version of it."""

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
from samvirke.desks.casework.engine.questions import Day, LongText, ShortText, YesNo
from samvirke.foundation.words import _

_FOR = "victim-support"

# The plan of East Jutland (5.6): police, prosecution and the specialised team made a concept with an interview theme
# and a way of meeting harmed people that knows about trauma. What is said in the interview belongs to the criminal
# case, which is not kept here: this type follows whether the harmed person was met as agreed.
PSYCHOLOGICAL_VIOLENCE = CaseType(
    name="psychological-violence",
    version=1,
    title=_("Psychological violence"),
    summary=_("Somebody harmed by psychological violence is interviewed and kept in contact with as agreed."),
    basis="law-enforcement-act",
    owner=("police",),
    people=(Role("harmed", _("Harmed person"), "harmed", at_least=1),),
    sections=(
        Section(
            "checklist",
            _("Checklist"),
            (
                ShortText(
                    "version",
                    _("Version of the interview and contact checklist"),
                    required=True,
                    hint=_("As it stands on the checklist of the specialised team, for example “2024-1”."),
                ),
                Day("agreed_on", _("Day the team and the prosecution agreed on that version"), required=True),
            ),
            by=("police",),
        ),
        Section(
            "interview",
            _("Interview"),
            (
                ShortText("journal", _("Journal number of the criminal case"), matter="offence"),
                Day("held_on", _("Day of the interview")),
                YesNo("theme_followed", _("The interview theme was followed")),
                YesNo("trauma_informed", _("The principles for people with trauma were followed")),
                LongText(
                    "departed",
                    _("What was done otherwise, and why"),
                    hint=_("On the procedure only. What was said belongs to the criminal case."),
                ),
            ),
            by=("police",),
        ),
        Section(
            "contact",
            _("Contact with the harmed person"),
            (
                ShortText("contact_person", _("Contact person at the police")),
                Day("next_contact_on", _("Next contact is promised for")),
                Day("last_contact_on", _("Day of the latest contact")),
                YesNo("support_offered", _("Support was offered")),
                YesNo("subject_consents", _("The person consents to being put in touch")),
            ),
            by=("police",),
        ),
    ),
    stages=(
        Stage(
            "opened",
            _("Opened"),
            leads_to=("interviewed", "closed"),
            clock=FromConfiguration(),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "interviewed",
            _("Interviewed"),
            leads_to=("in_contact", "put_in_touch", "closed"),
            needs=("checklist.version", "interview.held_on"),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "in_contact",
            _("In contact"),
            leads_to=("put_in_touch", "closed"),
            clock=Until("contact.next_contact_on"),
            crosses=NOTHING,
            purpose=_FOR,
        ),
        Stage(
            "put_in_touch",
            _("Put in touch"),
            leads_to=("in_contact", "closed"),
            needs=("contact.subject_consents",),
            basis="consent",
            purpose=_FOR,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            purpose=_FOR,
            outcomes=(
                Outcome("followed", _("Carried out by the checklist")),
                Outcome("departed", _("Carried out otherwise than the checklist says")),
                Outcome("declined", _("The person wanted no contact"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    sensitive=True,
    counts=("opened", "interviewed", "put_in_touch", "closed: followed", "closed: departed", "closed: declined"),
    refers_to=("victim-support-referral",),
    unverified=(_("The checklist itself was not seen; the case says which version was used."),),
)
