"""What stands in an address, and where to go next: only to pages of ours."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.urls.converters import IntConverter
from django.utils.http import url_has_allowed_host_and_scheme


class Code(IntConverter):
    """An official code: a number that fits in the column of every database."""

    regex = "[0-9]{1,9}"


def safe_next(request: HttpRequest) -> str:
    """Where somebody wanted to go afterwards, when that is a page of ours; otherwise nothing."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    return wanted if wanted and url_has_allowed_host_and_scheme(wanted, {request.get_host()}) else ""


def sign_in_first(request: HttpRequest) -> str:
    """The way to sign in, and back here afterwards."""
    return f"{reverse('sign-in')}?{urlencode({'next': request.get_full_path()})}"
