"""What the stub provider puts into an identity token, right or wrong as its person's name says."""

from __future__ import annotations

from typing import Any

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.contrib.auth.models import User
from tests.doors.web.stub_provider import claims


class Adapter(DefaultOIDCAdapter):
    """The standard one, with a strength, a time of sign-in, and names for subjects."""

    def populate_id_token(self, id_token: dict[str, Any], client: Any, scopes: Any, **_more: Any) -> None:
        """Say what is said of this person; nothing where it is `None`."""
        id_token.update(claims(User.objects.get(pk=id_token["sub"]).username))
        for name in [name for name, value in id_token.items() if value is None]:
            del id_token[name]
