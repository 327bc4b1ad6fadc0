"""How a kind of measure is declared: how it is thought to work, for whom, what it takes, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class KindOfMeasure:
    """One card of what is known, by effect, mechanism, moderator, implementation and economics (EMMIE).

    `elsewhere` is what research found elsewhere, with `reference` and how sure we are of it (H read in the source
    itself, M a secondary source, L weak, mem from memory alone); empty where we know of none. What was found here is
    never declared: it is counted from the designs. `categories` are the reported incidents that it is to prevent,
    `designations` the kinds of place that are such a measure.
    """

    name: str
    title: str
    mechanism: str
    moderator: str
    implementation: str
    economics: str
    elsewhere: str = ""
    reference: str = ""
    confidence: str = ""
    categories: tuple[str, ...] = ()
    designations: tuple[str, ...] = ()

    def spoken(self) -> Iterator[str]:
        """Every sentence of it, for the translators."""
        yield from (self.title, self.mechanism, self.moderator, self.implementation, self.economics)
        if self.elsewhere:
            yield self.elsewhere


def faults(kind: KindOfMeasure) -> list[str]:
    """Everything that is careless in a declaration; nothing when it is sound."""
    wanted = ("title", "mechanism", "moderator", "implementation", "economics")
    found = [f"{kind.name}: say the {what}" for what in wanted if not getattr(kind, what).strip()]
    if bool(kind.elsewhere) != bool(kind.reference) or bool(kind.elsewhere) != bool(kind.confidence):
        found.append(f"{kind.name}: what was found elsewhere, its reference and how sure it is go together")
    if kind.confidence not in ("", "H", "M", "L", "mem"):
        found.append(f"{kind.name}: say how sure it is: H, M, L or mem")
    return found
