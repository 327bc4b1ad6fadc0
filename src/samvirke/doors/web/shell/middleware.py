"""Sets what every request carries: the channel for the trail, the language to answer in, and its one transaction."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from samvirke.foundation.speech import Speech
from samvirke.trust.access.guard import channel, one_transaction
from samvirke.trust.access.wall import is_up


class Guarded:
    """Every page is served by a view that names its verb; one that does not is a fault in the program."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and let no shared cache keep the answer."""
        token = channel.set("page")
        request.speech = Speech(get_language() or "da")  # type: ignore[attr-defined]  # pages read it as `Asked`
        try:
            response = self._answered(request)
        finally:
            channel.reset(token)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def _answered(self, request: HttpRequest) -> HttpResponse:
        """In one transaction where there is a second wall: what it is told of who asks lasts as long as that."""
        if not is_up() or not request.user.is_authenticated:
            return self.get_response(request)
        with one_transaction():
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], *_: object) -> None:
        """Refuse to run a view that says neither which verb it asks for nor that it is for everybody.

        Bytes that no text has are refused before they reach a database, which would fail on them.
        """
        if not hasattr(view, "verb"):
            raise RuntimeError(f"{view.__module__}.{view.__name__} names no verb")
        given = (value for sent in (request.GET, request.POST) for _name, values in sent.lists() for value in values)
        if "\0" in request.path or any("\0" in value for value in given):
            raise BadRequest("a zero byte")
