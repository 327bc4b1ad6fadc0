"""Where a fact comes from: a numbered section of a plan, or a source outside it."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class PlanReference:
    """A place in a plan: plan, year, section number and heading; an unnumbered section has no number."""

    plan: str
    year: int
    section: str
    heading: str

    def said(self) -> Said:
        """The reference as a reader would cite it."""
        values = {"plan": self.plan, "year": self.year, "section": self.section, "heading": self.heading}
        if not self.section:
            return Said(_("{plan} {year}, “{heading}”"), values)
        return Said(_("{plan} {year}, section {section} ({heading})"), values)
