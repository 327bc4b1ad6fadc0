"""Texts with the tables in them, as citizens read them."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

from samvirke.foundation.table_in_text import as_html

register = template.Library()


@register.filter
def with_tables(text: str) -> SafeString:
    """The paragraphs of a text, and the tables in it; everything is escaped there."""
    return mark_safe(as_html(text or ""))  # noqa: S308
