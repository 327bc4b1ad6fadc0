"""From duties, commitments, other bodies and the analyses to an agenda, and from the agenda to its members."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from samvirke.desks.meetings.commands.attend import expect
from samvirke.desks.meetings.commands.call import call, send_again
from samvirke.desks.meetings.commands.consult import consult
from samvirke.desks.meetings.commands.draft_agenda import draft_agenda
from samvirke.desks.meetings.commands.put_item import Anatomy, add_item
from samvirke.desks.meetings.commands.run import begin
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.queries.expected import expected
from samvirke.desks.meetings.queries.proposals import Measured, Proposal, Signal, proposals
from samvirke.foundation.words import Said, _
from samvirke.handovers.meeting_messages import address_of, tell, tell_attendees
from samvirke.handovers.meeting_papers import frozen_agenda
from samvirke.handovers.place_reviews import reviews_due
from samvirke.handovers.problem_looks import problems_left
from samvirke.insight.briefing.duty_figures import duty_conditions, duty_figures
from samvirke.insight.briefing.pack.content import PACK
from samvirke.insight.briefing.signals import certain_rises, close_burglaries, high_rates
from samvirke.insight.emerging.offered import real_signals
from samvirke.registers.commitments.commands.take_up import take_up
from samvirke.registers.documents.models import Document
from samvirke.registers.documents.queries.documents import documents
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.identity.models import Account

_PACK_FORMS = 2
_WATCHED: tuple[Callable[[Actor, Body], list[Signal]], ...] = (
    certain_rises,
    close_burglaries,
    high_rates,
    real_signals,
    reviews_due,
    problems_left,
)


def signals(actor: Actor, body: Body) -> list[Signal]:
    """What the analyses have seen, and places that are due: what this body may want to speak of."""
    return [one for found in _WATCHED for one in found(actor, body)]


def proposed(actor: Actor, meeting: Meeting) -> list[Proposal]:
    """Everything that offers itself for the agenda."""
    body = meeting.body
    conditions = duty_conditions(actor, [body])
    return proposals(actor, meeting, Measured(tuple(signals(actor, body)), conditions, duty_figures(actor, body)))


def begin_agenda(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """The standing items, and those who sit on the body that day, in one deed."""
    with deed(actor):
        draft_agenda(actor, meeting=meeting, version=version)
        expect(actor, meeting=meeting, people=expected(actor, meeting))


def take_in(actor: Actor, *, meeting: Meeting, proposal: Proposal) -> AgendaItem:
    """Put a proposal on the agenda; a late commitment learns where it was taken up."""
    with deed(actor):
        anatomy = Anatomy(
            title=proposal.title.stored(),
            kind=proposal.kind,
            minutes=proposal.minutes,
            is_open=proposal.is_open,
            summary=proposal.summary,
        )
        item = add_item(actor, meeting=meeting, anatomy=anatomy, source=proposal.source, source_key=proposal.key)
        if proposal.commitment is not None and meeting.starts is not None:
            where = f"meeting:{meeting.pk}"
            take_up(actor, commitment=proposal.commitment, where=where, on=meeting.starts.date())
        return item


def consult_readers(actor: Actor, *, meeting: Meeting, accounts: Sequence[Account], answer_by: date) -> None:
    """Ask the contact committee to read the agenda, and tell them so."""
    with deed(actor):
        for one in consult(actor, meeting=meeting, accounts=accounts, answer_by=answer_by):
            tell(
                actor,
                str(one.account_id),
                f"consulted:{one.pk}",
                Said(_("An agenda waits for your comments")),
                Said(_("Read it and write what is missing, or that you have no remarks.")),
                address_of(meeting),
            )


def call_meeting(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """Call it with its agenda frozen, open and closed apart, and the newest pack; invite those who are expected."""
    with deed(actor):
        opened, closed = frozen_agenda(actor, meeting)
        papers = [*opened, *newest_pack(actor, meeting.body)]
        call(actor, meeting=meeting, version=version, open_papers=papers, closed=closed)
        words = Said(_("You are invited to a meeting")), Said(_("Day, place, agenda and papers are on its page."))
        tell_attendees(actor, meeting, "called", *words)


def send_changed(actor: Actor, *, meeting: Meeting, version: int) -> None:
    """Freeze the agenda as it has become since it was sent, and tell those who are expected, once for the edition."""
    with deed(actor):
        opened, closed = frozen_agenda(actor, meeting)
        sent = send_again(actor, meeting=meeting, version=version, open_papers=opened, closed=closed)
        words = (
            Said(_("The agenda of a meeting has been changed")),
            Said(_("What is new stands on the meeting's page.")),
        )
        tell_attendees(actor, meeting, f"agenda:{sent.edition}", *words)


def begin_meeting(actor: Actor, *, meeting: Meeting) -> None:
    """Open it; where nobody has written a list, those who sit on the body that day are on it."""
    with deed(actor):
        if not meeting.attendances.exists():
            expect(actor, meeting=meeting, people=expected(actor, meeting))
        begin(actor, meeting=meeting)


def newest_pack(actor: Actor, body: Body) -> list[Document]:
    """Both forms of the pack that was made last; nothing when there is none."""
    made = documents(actor, PACK).filter(body=body)
    newest = made.first()
    return [] if newest is None else list(made.filter(period=newest.period, language=newest.language)[:_PACK_FORMS])
