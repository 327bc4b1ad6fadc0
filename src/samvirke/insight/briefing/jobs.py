"""Makes a pack for somebody who asked in the browser, and keeps it as a paper of the body."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from samvirke.foundation.period import read_period
from samvirke.foundation.words import Said, Words, _
from samvirke.insight.briefing.pack.content import HTML, PACK, PDF
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.page import pack_page
from samvirke.insight.briefing.pack.pdf import pack_pdf
from samvirke.registers.documents.commands.keep_document import keep_document
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
    kept = {}
    with deed(actor):
        for media_type, (ending, content) in files.items():
            document = keep_document(
                actor,
                body=whose,
                kind=PACK,
                title=Words(**{language: pack.file_title}),
                period=quarter,
                language=language,
                media_type=media_type,
                file_name=f"{body}-{quarter}-{language}.{ending}",
                content=content,
                made_from=pack.made_from,
            )
            kept[ending] = str(document.pk)
    return {"documents": kept, "body": body, "quarter": quarter}
