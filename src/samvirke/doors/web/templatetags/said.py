"""Numbers as the reader's language writes them."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from samvirke.foundation import speech

register = template.Library()


@register.filter
def number(value: float | None) -> str:
    """“253.117” in Danish; a dash when there is none."""
    return "–" if value in (None, "") else speech.number(float(value), get_language() or "da")
