"""Reads what many editors of the same texts say that they saw and did, and names every edit that was lost.

Every edit reads a text with its version, appends a token of its own and writes it back. In the manner of Elle's
list-append: as tokens are only ever appended, the final text tells in which order everything happened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

WRITTEN, REFUSED = "written", "refused"


@dataclass(frozen=True)
class Edit:
    """One attempt: what was read of which text, the token that was to be appended, and what came of it."""

    text: str
    editor: str
    token: str
    version: int
    read: tuple[str, ...]
    outcome: str


@dataclass(frozen=True)
class Final:
    """How a text lies there when everybody is done."""

    version: int = 0
    tokens: tuple[str, ...] = ()


def faults(edits: Iterable[Edit], finals: Mapping[str, Final]) -> list[str]:
    """Every fault of the history, as a sentence; edits stand in the order of their own editor."""
    by_text: dict[str, list[Edit]] = {text: [] for text in finals}
    for edit in edits:
        by_text.setdefault(edit.text, []).append(edit)
    found: list[str] = []
    for text, of_text in by_text.items():
        final = finals.get(text, Final())
        found += [*_of_the_text(of_text, final), *_of_reads(of_text, final), *_of_refusals(of_text)]
    return found


def _of_the_text(edits: list[Edit], final: Final) -> Iterator[str]:
    """What was acknowledged stands there once, and nothing else does."""
    there, written = Counter(final.tokens), {edit.token for edit in edits if edit.outcome == WRITTEN}
    yield from (f"{token} was overwritten" for token in sorted(written - set(there)))
    yield from (f"{token} stands there {times} times" for token, times in there.items() if times > 1)
    yield from (f"{token} stands there and was never acknowledged" for token in sorted(set(there) - written))
    if final.version != len(written):
        yield f"the version is {final.version} after {len(written)} edits"


def _of_reads(edits: list[Edit], final: Final) -> Iterator[str]:
    """Whatever was read had once been the whole text, and nobody ever reads backwards."""
    seen: dict[str, int] = {}
    for edit in edits:
        if edit.read != final.tokens[: edit.version] or len(edit.read) != edit.version:
            yield f"{edit.token} was written on version {edit.version}, which never was"
        if edit.version < seen.get(edit.editor, 0):
            yield f"{edit.editor} read version {edit.version} after {seen[edit.editor]}"
        seen[edit.editor] = edit.version + (edit.outcome == WRITTEN)


def _of_refusals(edits: list[Edit]) -> Iterator[str]:
    """Of those who write on one version one succeeds, and nobody is refused unless somebody did."""
    on = Counter(edit.version for edit in edits if edit.outcome == WRITTEN)
    yield from (
        f"{times} edits were written on version {version}" for version, times in sorted(on.items()) if times > 1
    )
    for edit in edits:
        if edit.outcome == REFUSED and not on[edit.version]:
            yield f"{edit.token} was refused although nobody else wrote on version {edit.version}"
