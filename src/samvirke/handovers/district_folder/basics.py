"""The parts that every file of a district folder is made of: words in two languages, and where a fact comes from."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from samvirke.foundation.words import Words, _

Confidence = Literal["H", "M", "L"]


class Part(BaseModel):
    """A table of a file. A key that is not in the form is a fault, so that a slip of the pen is not lost."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_min_length=1)


class Text(Part):
    """Words in Danish and English; a district abroad may leave Danish out."""

    da: str | None = None
    en: str | None = None

    @model_validator(mode="after")
    def _said_in_some_language(self) -> Self:
        if not (self.da or self.en):
            raise ValueError(_("The words are written in no language: write da, en, or both."))
        return self

    def words(self) -> Words:
        """As the rest of the program carries them."""
        return Words(da=self.da or "", en=self.en or "")


class Origin(Part):
    """Where a fact stands: in a plan (year, section number as printed, heading), or in a source outside it.

    An unnumbered section has an empty `section`. What neither says is written `stated = false`.
    """

    plan: int | None = None
    section: str | None = None
    heading: str | None = None
    outside: str | None = None
    confidence: Confidence | None = None
    stated: bool = True

    model_config = Part.model_config | {"str_min_length": 0}

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        in_plan = self.plan is not None and self.section is not None and bool(self.heading)
        outside = bool(self.outside) and self.confidence is not None
        if [in_plan, outside, not self.stated].count(True) != 1:
            raise ValueError(
                _("Write plan, section and heading; or outside and confidence (H, M or L); or stated = false.")
            )
        return self
