"""Numbers as the reader's language writes them, and texts with the tables in them."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from samvirke.foundation import speech
from samvirke.foundation.table_in_text import as_html

register = template.Library()


@register.filter
def number(value: float | None) -> str:
    """“253.117” in Danish; a dash when there is none."""
    return "–" if value in (None, "") else speech.number(float(value), get_language() or "da")


@register.filter
def with_tables(text: str) -> SafeString:
    """The paragraphs of a text, and the tables in it; everything is escaped there."""
    return mark_safe(as_html(text or ""))  # noqa: S308
