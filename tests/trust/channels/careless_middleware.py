"""The fault that the proof of sessions has to find: the state of a request in a variable of the module."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

_served: dict[str, Any] = {}


class Careless:
    """Remembers who asks for the whole process, and answers whoever asked last."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Long enough for somebody else to come in between."""
        _served["user"] = request.user
        bool(request.user.is_authenticated)
        time.sleep(0.002)
        request.user = _served["user"]
        return self.get_response(request)
