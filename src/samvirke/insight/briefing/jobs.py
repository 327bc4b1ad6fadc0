"""Makes a pack or a yearly account for somebody who asked in the browser, and keeps it as a paper of the body."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from samvirke.foundation.period import read_period
from samvirke.foundation.words import Said, Words, _
from samvirke.insight.briefing.account.content import ACCOUNT
from samvirke.insight.briefing.account.make import make_account
from samvirke.insight.briefing.account.page import account_page
from samvirke.insight.briefing.account.pdf import account_pdf
from samvirke.insight.briefing.pack.content import HTML, PACK, PDF
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.page import pack_page
from samvirke.insight.briefing.pack.pdf import pack_pdf
from samvirke.registers.documents.commands.keep_document import keep_document
from samvirke.registers.partners.models import Body
from samvirke.registers.partners.queries.bodies import body_called
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import deed
from samvirke.trust.jobs.declared import Progress, job


@job("packs.make", limit=timedelta(minutes=5))
def make(actor: Actor, progress: Progress, body: str, quarter: str, language: str) -> dict[str, Any]:
    """Make the pack and keep both forms of it, with the versions of the data it was made from."""
    progress(0.1, Said(_("Counting")))
    whose = body_called(actor, body)
    pack = make_pack(actor, whose, read_period(quarter, "quarter"), language)
    progress(0.6, Said(_("Setting the pages")))
    files = {PDF: ("pdf", pack_pdf(pack)), HTML: ("html", pack_page(pack).encode())}
    facts = {"kind": PACK, "title": pack.file_title, "period": quarter, "language": language}
    kept = _kept(actor, whose, files, pack.made_from, **facts)
    return {"documents": kept, "body": body, "quarter": quarter}


@job("account.make", limit=timedelta(minutes=5))
def make_yearly(actor: Actor, progress: Progress, body: str, year: int, language: str) -> dict[str, Any]:
    """Make the account and keep both forms of it, with the versions of the data it was made from."""
    progress(0.1, Said(_("Counting")))
    whose = body_called(actor, body)
    account = make_account(actor, whose, year, language)
    progress(0.6, Said(_("Setting the pages")))
    files = {PDF: ("pdf", account_pdf(account)), HTML: ("html", account_page(account).encode())}
    facts = {"kind": ACCOUNT, "title": account.file_title, "period": str(year), "language": language}
    kept = _kept(actor, whose, files, account.made_from, **facts)
    return {"documents": kept, "body": body, "year": year}


def _kept(
    actor: Actor,
    body: Body,
    files: dict[str, tuple[str, bytes]],
    made_from: dict[str, object],
    *,
    kind: str,
    title: str,
    period: str,
    language: str,
) -> dict[str, str]:
    """Both forms, kept in one deed; their ids by ending."""
    kept = {}
    with deed(actor):
        for media_type, (ending, content) in files.items():
            document = keep_document(
                actor,
                body=body,
                kind=kind,
                title=Words(**{language: title}),
                period=period,
                language=language,
                media_type=media_type,
                file_name=f"{body.pk}-{period}-{language}.{ending}",
                content=content,
                made_from=made_from,
            )
            kept[ending] = str(document.pk)
    return kept
