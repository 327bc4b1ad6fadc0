"""What the frame around every public page needs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from samvirke.foundation.home import is_demo


def page(request: HttpRequest) -> dict[str, Any]:
    """Only whether what is shown is invented."""
    return {"is_demo": is_demo()}
