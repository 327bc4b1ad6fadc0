"""The agencies' own sign-in (OpenID Connect): which agency has one, where it is, and how strong it has to be."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from samvirke.foundation.fault import Refused
from samvirke.foundation.folder import form_fault, toml_file
from samvirke.foundation.home import home, keys_folder
from samvirke.foundation.words import Said, _

FILE = "oidc.toml"
_HERE = ("localhost", "127.0.0.1", "::1")


class Provider(BaseModel):
    """One agency's sign-in. Without a strength (acr) that it has to state, nobody would know what its word is worth."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: str = Field(min_length=1)
    issuer: str
    client_id: str = Field(min_length=1)
    secret_file: str = Field(min_length=1)
    acr_values: tuple[str, ...] = Field(min_length=1)

    @field_validator("issuer")
    @classmethod
    def _is_safe(cls, issuer: str) -> str:
        parts = urlsplit(issuer)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
            raise ValueError(_("An issuer is an https:// address."))
        return issuer

    def secret(self) -> str:
        """The client's secret, from its own file in the folder of keys. Raises `Refused` when it is missing."""
        file = keys_folder() / Path(self.secret_file)
        if not file.is_file():
            what = Said(_("The secret of {agency}’s sign-in is missing."), {"agency": self.id})
            raise Refused.because(what, _("Write it into the file, in the folder of keys."), file=str(file))
        return file.read_text(encoding="utf-8").strip()


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    agency: tuple[Provider, ...] = ()


def providers() -> dict[str, Provider]:
    """Every agency's sign-in by the agency's id, as `oidc.toml` in the home says.

    Raises `Refused` with every fault of the file.
    """
    file = home() / FILE
    if not file.is_file():
        return {}
    content, broken = toml_file(file, home())
    if broken:
        raise Refused(*broken)
    try:
        found = _File.model_validate(content).agency
    except ValidationError as error:
        raise Refused(*[form_fault(one, FILE) for one in error.errors(include_url=False)]) from error
    by_id = {one.id: one for one in found}
    if len(by_id) < len(found):
        raise Refused.because(_("An agency stands there twice."), _("Leave one of the two."), file=FILE, key="agency")
    return by_id
