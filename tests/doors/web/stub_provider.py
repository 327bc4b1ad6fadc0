"""An agency's own sign-in for tests: a real OpenID provider in a process of its own, with some bad tokens in store.

`python -m tests.doors.web.stub_provider PORT FOLDER REDIRECT` serves it; each person's name says what is wrong with
what the provider says of them.
"""

from __future__ import annotations

import base64
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

CLIENT, SECRET, PASSWORD = "samvirke", "the client's own secret", "as it is at work"  # invented
STRONG, WEAK = "https://fiction.example/loa/substantial", "https://fiction.example/loa/low"
PEOPLE = (
    "eva", "omar", "weak", "no-acr", "other-nonce", "other-audience", "other-issuer", "too-late", "other-subject",
    "forged", "unsigned", "signed-by-client", "long-ago",
)  # fmt: skip
_BAD_CLAIMS: dict[str, dict[str, Any]] = {
    "weak": {"acr": WEAK},
    "no-acr": {"acr": None},
    "other-nonce": {"nonce": "somebody else's"},
    "other-audience": {"aud": "another-client"},
    "other-issuer": {"iss": "https://elsewhere.example"},
    "too-late": {"exp": 1_700_000_000},
    "long-ago": {"auth_time": 1_700_000_000},
}


def configure(folder: Path) -> None:
    """The provider's own settings; nothing of ours."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa
    from django.conf import settings

    pem = rsa.generate_private_key(65537, 2048).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    settings.configure(
        SECRET_KEY="of the stub", DEBUG_PROPAGATE_EXCEPTIONS=True,
        ALLOWED_HOSTS=["127.0.0.1", "localhost"],
        ROOT_URLCONF="tests.doors.web.stub_provider_urls",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "provider.sqlite3")}},
        INSTALLED_APPS=[
            "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.messages",
            "allauth", "allauth.account", "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "tests.doors.web.stub_provider.tampering",
            "django.contrib.sessions.middleware.SessionMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware", "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
        SESSION_COOKIE_NAME="stub_session", CSRF_COOKIE_NAME="stub_csrf", USE_TZ=True,
        ACCOUNT_LOGIN_METHODS={"username"}, ACCOUNT_EMAIL_VERIFICATION="none", ACCOUNT_RATE_LIMITS=False,
        IDP_OIDC_ADAPTER="tests.doors.web.stub_provider_adapter.Adapter", IDP_OIDC_PRIVATE_KEY=pem.decode(),
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )  # fmt: skip


def claims(person: str) -> dict[str, Any]:
    """What the provider says of a person beyond the standard; some of it wrong on purpose."""
    said = {"acr": STRONG, "auth_time": int(time.time())} | _BAD_CLAIMS.get(person, {})
    return {"sub": "nobody we know" if person == "other-subject" else person} | said


def tampering(get_response: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Somebody between the provider and us, who has no key of the provider's."""

    def answer(request: Any) -> Any:
        response = get_response(request)
        if request.path.endswith("/api/token") and response.status_code == 200:
            said = json.loads(response.content)
            said["id_token"] = tampered(said["id_token"])
            response.content = json.dumps(said).encode()
        return response

    return answer


def tampered(token: str) -> str:
    """The token with another signature, where its person is one of those."""
    import jwt

    head, body, signature = token.split(".")
    said = json.loads(base64.urlsafe_b64decode(body + "=="))
    header = json.loads(base64.urlsafe_b64decode(head + "=="))
    match said["sub"]:
        case "forged":
            return f"{head}.{body}.{'A' * 8}{signature[8:]}"
        case "unsigned":
            return jwt.encode(said, None, algorithm="none", headers=header | {"alg": "none"})
        case "signed-by-client":
            return jwt.encode(said, SECRET.ljust(32), algorithm="HS256", headers=header | {"alg": "HS256"})
    return token


def main(port: int, folder: Path, redirect: str) -> None:
    """Make the tables and the people, and serve until stopped."""
    configure(folder)
    import django

    django.setup()
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    for person in PEOPLE:
        User.objects.create_user(person, password=PASSWORD)
    ours = Client(id=CLIENT, name="Samvirke", skip_consent=True, redirect_uris=redirect)
    ours.set_secret(SECRET)
    ours.save()

    class Quiet(WSGIRequestHandler):
        def log_message(self, *_: Any) -> None: ...

    with make_server("127.0.0.1", port, get_wsgi_application(), handler_class=Quiet) as server:
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
