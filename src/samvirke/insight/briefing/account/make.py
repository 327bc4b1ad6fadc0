"""Makes the yearly account of a district council from what is stored at this moment."""

from __future__ import annotations

from samvirke.foundation.clock import today
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.account.content import Account
from samvirke.insight.briefing.account.parts import parts
from samvirke.insight.briefing.account.year import Year
from samvirke.insight.briefing.overview import duty_lines
from samvirke.insight.briefing.pack.content import Paragraph
from samvirke.registers.commitments.models.commitment import DONE, DROPPED
from samvirke.registers.commitments.queries.duty_standings import MET
from samvirke.registers.commitments.register import MEETING
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor

_LABELS = {
    "lead": _("The year in short"),
    "duties": _("Duties of the year"),
    "method": _("How it is worked out"),
    "page": _("Page"),
    "of": _("of"),
}


def make_account(actor: Actor, body: Body, year: int, language: str) -> Account:
    """The account as content. Raises `Refused` for a body that gets none, and for a year that has not begun."""
    about = Year(actor, body, year, language)
    speech = about.speech
    title = speech.say(_("Account of {year}"), year=year)
    day = speech.day(about.as_of, year=True)
    is_over = about.as_of < today() or (about.as_of.month, about.as_of.day) == (12, 31)
    occasion = speech.say(_("The whole year")) if is_over else speech.say(_("The year until {day}"), day=day)
    held = any(one.invented for one in about.meetings)
    invented = is_demo() and (held or any(one.invented for one in about.promised))
    return Account(
        language=language,
        body=body.words.text(language),
        title=title,
        file_title=f"{title}, {body.words.text(language)}",
        occasion=occasion,
        demo=speech.say(_("Demo, invented figures")) if invented else "",
        footer=speech.say(_("As of {day}. Names no citizen."), day=day),
        labels={name: speech.say(message) for name, message in _LABELS.items()},
        lead=tuple(_lead(about)),
        duties=tuple(duty_lines([one for one in about.standings if not one.is_unset], speech)),
        duties_note="" if about.standings else speech.say(_("No duties are declared for this body.")),
        parts=tuple(parts(about)),
        methods=tuple(_methods(about)),
        made_from=_made_from(about),
    )


def _lead(about: Year) -> list[str]:
    """Three sentences that can be read aloud."""
    speech = about.speech
    meetings = [one for one in about.standings if one.duty.where == MEETING]
    owed = [one for one in about.standings if not one.is_unset and not one.duty.optional]
    done, dropped, late = len(about.ended(DONE)), len(about.ended(DROPPED)), len(about.late)
    said = Said(_("{count} commitment was done"), {"count": done}, _("{count} commitments were done"))
    words = {"done": said, "dropped": dropped, "late": late, "ahead": len(about.ahead)}
    return [
        speech.say(
            _("{held} of the {owed} meetings that the bodies owe were held."),
            held=sum(min(one.done, one.required) for one in meetings),
            owed=sum(one.required for one in meetings),
        ),
        speech.say(_("{met} of {owed} duties are met."), met=sum(one.state == MET for one in owed), owed=len(owed)),
        speech.say(_("{done}, {dropped} dropped; {late} are late, and {ahead} are under way."), **words),
    ]


def _methods(about: Year) -> list[Paragraph]:
    say = about.speech.say
    found = [
        Paragraph(
            say(_("Duties")),
            say(
                _(
                    "Counted from what the desks and the secretariat have noted with what shows it. The dates by which"
                    " something must happen are settings of the product, found in no law."
                )
            ),
        ),
        Paragraph(
            say(_("Commitments")),
            say(
                _(
                    "Done and dropped are those closed in the year; late are those open past their date on the day of"
                    " the account. What somebody reported is told in their own words."
                )
            ),
        ),
    ]
    if about.occasion is not None:
        text = _("An interval that holds 0 may be chance. Fewer reports do not always mean less crime.")
        found.append(Paragraph(say(_("Figures")), say(text)))
    return found


def _made_from(about: Year) -> dict[str, object]:
    versions = [list(one) for one in about.occasion.facts.store.stamp] if about.occasion else []
    return {"store": versions, "year": about.year, "as_of": str(about.as_of)}
