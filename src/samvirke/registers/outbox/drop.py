"""The mail drop: a folder from which the house's own mail is sent, without a word of what a message says."""

from __future__ import annotations

import os
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from samvirke.foundation.words import DEFAULT_LANGUAGE, Said, _
from samvirke.registers.outbox.models import Message

_SUBJECT = _("You have a message in Samvirke")
_BODY = _("You have a message in Samvirke. Sign in to read it: {link}")
_FRONT = "/"


def folder() -> Path | None:
    """`SAMVIRKE_MAILDROP`, or nothing: then messages lie in the inbox alone."""
    stated = os.environ.get("SAMVIRKE_MAILDROP", "")
    return Path(stated).expanduser().absolute() if stated else None


def drop(message: Message, where: Path, language: str = DEFAULT_LANGUAGE) -> None:
    """Put one file, whole, under the message's own id; a file that is there already stays.

    The id is also the `Message-ID`, so that mail which has fetched the file before a crash does not send it twice.
    """
    file, half = where / f"{message.pk}.eml", where / f".{message.pk}.{os.getpid()}.part"
    if file.exists():
        return
    try:
        with half.open("wb") as opened:
            opened.write(_letter(message, language).as_bytes(policy=SMTP))
            opened.flush()
            os.fsync(opened.fileno())
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def _letter(message: Message, language: str) -> EmailMessage:
    letter = EmailMessage()
    letter["Message-ID"] = f"<{message.pk}@samvirke.invalid>"
    letter["Date"] = message.at
    letter["To"] = "undisclosed-recipients:;"
    letter["X-Samvirke-To"] = " ".join(part for part in (message.to_kind, message.to_id, message.to_role) if part)
    letter["Subject"] = Said(_SUBJECT).text(language)
    # Without the address of the pages only the path is told; whoever reads it knows where they sign in.
    address = os.environ.get("SAMVIRKE_ADDRESS", "").rstrip("/") + (message.link or _FRONT)
    letter.set_content(Said(_BODY, {"link": address}).text(language))
    return letter
