"""Finds the message ids in the page templates, so that pages and code share one translation."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any

from babel.messages.extract import extract_python
from django.conf import settings
from django.utils.translation.template import templatize


def templates(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Message ids of one template, the way Babel wants an extractor to give them."""
    if not settings.configured:
        settings.configure(USE_I18N=True)
    lines = templatize(file.read().decode("utf-8")).splitlines()
    # What is no message comes out as filler; without its indentation Python can read the rest.
    source = "\n".join(line.lstrip() for line in lines)
    yield from extract_python(BytesIO(source.encode("utf-8")), keywords, comment_tags, options)
