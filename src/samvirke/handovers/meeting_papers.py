"""The papers of a called meeting, frozen: its agenda open and closed, each kept as it was sent."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from samvirke.desks.meetings.facts.since_sent import since_sent
from samvirke.desks.meetings.models import AgendaItem, Meeting
from samvirke.desks.meetings.models.paper import AGENDA_PAPER
from samvirke.foundation.speech import Speech, clock_span
from samvirke.foundation.table_in_text import as_html
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Said, Words, _
from samvirke.registers.documents.commands.keep_document import keep_document
from samvirke.registers.documents.models import Document
from samvirke.trust.access.actor import Actor

_HTML = "text/html; charset=utf-8"
_TITLES = {True: _("Agenda, open part"), False: _("Agenda, closed part")}
_PARTS = (
    ("summary", _("The matter in short")),
    ("recommendation", _("Recommendation")),
    ("background", _("Background")),
    ("consequences", _("Consequences")),
)


def frozen_agenda(actor: Actor, meeting: Meeting) -> tuple[list[Document], list[Document]]:
    """The open part, and the closed one where there is any. What is changed afterwards does not change them.

    An edition after the first says at its head what is otherwise than it was sent.
    """
    items = list(meeting.items.order_by("number"))
    closed = [one for one in items if not one.is_open]
    edition = 1 + meeting.papers.filter(document__kind=AGENDA_PAPER, document__made_from__part=_part(True)).count()
    kept = [_kept(actor, meeting, items, True, edition)]
    return kept, [_kept(actor, meeting, closed, False, edition)] if closed else []


def _part(is_open: bool) -> str:
    return "open" if is_open else "closed"


def _title(is_open: bool, edition: int) -> Said:
    title = Said(_TITLES[is_open])
    return title if edition == 1 else Said(_("{title}, edition {edition}"), {"title": title, "edition": edition})


def _kept(actor: Actor, meeting: Meeting, items: Iterable[AgendaItem], is_open: bool, edition: int) -> Document:
    title = _title(is_open, edition)
    name = f"{meeting.body_id}-{meeting.year}-{meeting.number}-{_part(is_open)}"
    return keep_document(
        actor,
        body=meeting.body,
        kind=AGENDA_PAPER,
        title=Words(**{language: title.text(language) for language in LANGUAGES}),
        period="",
        language=DEFAULT_LANGUAGE,
        media_type=_HTML,
        file_name=f"{name}.html" if edition == 1 else f"{name}-{edition}.html",
        content=_page(meeting, items, title, is_open, Speech(DEFAULT_LANGUAGE)).encode(),
        made_from={"meeting": str(meeting.pk), "version": meeting.version, "part": _part(is_open)},
    )


def _page(meeting: Meeting, items: Iterable[AgendaItem], title: Said, is_open: bool, speech: Speech) -> str:
    starts = meeting.starts
    when = f"{speech.full_day(starts.date())} {clock_span(starts, meeting.ends, speech.language)}" if starts else ""
    return format_html(
        '<!doctype html><html lang="{}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title></head>'
        "<body><main><h1>{}</h1><p>{} · {}</p>{}{}</main></body></html>",
        speech.language,
        speech.words(meeting.body.words),
        f"{speech.words(meeting.body.words)}: {title.text(speech.language)}",
        when,
        meeting.place,
        _changes(meeting, speech),
        format_html_join("", "{}", ((_section(one, is_open, speech),) for one in items)),
    )


def _changes(meeting: Meeting, speech: Speech) -> str:
    """What is otherwise than it was sent; nothing in the first edition."""
    found = since_sent(meeting)
    if not found:
        return ""
    rows = format_html_join("", "<li>{}</li>", ((one.text(speech),) for one in found))
    return format_html("<h2>{}</h2><ul>{}</ul>", speech.say(_("Changed since the agenda was sent")), rows)


def _section(item: AgendaItem, is_open: bool, speech: Speech) -> str:
    if is_open and not item.is_open:
        return format_html("<h2>{}. {}</h2>", item.number, speech.say(_("Closed item")))
    said = [(speech.say(title), _words(getattr(item, name), speech)) for name, title in _PARTS]
    names = [one.document.file_name for one in item.papers.select_related("document").order_by("document__made_at")]
    said += [(speech.say(_("Annexes")), ", ".join(names))]
    # Everything in the text is escaped where it is made HTML.
    shown = [(title, mark_safe(as_html(text))) for title, text in said if text]  # noqa: S308
    parts = format_html_join("", "<h3>{}</h3>{}", shown)
    return format_html("<h2>{}. {}</h2>{}", item.number, speech.words(item.words), parts)


def _words(value: str | dict[str, str], speech: Speech) -> str:
    return speech.words(value) if value else ""
