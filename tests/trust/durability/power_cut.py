"""A disk that can lose its power: it records every step of a database and shows what may lie there after each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

import apsw

SECTOR = 512
DISK = "recorded"


@dataclass(frozen=True)
class Step:
    """One thing that a database asked of the disk, or, for `acknowledge`, promised to its user."""

    kind: str  # write, truncate, sync, delete or acknowledge
    name: str
    at: int = 0
    data: bytes = b""
    surely: bool = False


class Disk(apsw.VFS):
    """Where SQLite keeps its files while they are recorded. Nothing is really synced: only the record counts."""

    def __init__(self) -> None:
        super().__init__(DISK, "")
        self.steps: list[Step] = []

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> apsw.VFSFile:  # as SQLite calls it
        return _File(self, name, flags)

    def xDelete(self, name: str, syncdir: bool) -> None:
        super().xDelete(name, False)
        self.steps.append(Step("delete", _plain(name), surely=syncdir))


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name: apsw.URIFilename | str | None, flags: list[int]) -> None:
        super().__init__("", name, flags)
        self._disk, self._name = disk, _plain(name.filename() if isinstance(name, apsw.URIFilename) else name or "")

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._record(Step("write", self._name, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._record(Step("truncate", self._name, newsize))

    def xSync(self, flags: int) -> None:
        self._record(Step("sync", self._name))

    def _record(self, step: Step) -> None:
        if self._name:  # a file without a name is nobody's but this process's
            self._disk.steps.append(step)


def _plain(name: str) -> str:
    return name.rpartition("/")[2]


@dataclass
class _Content:
    """What surely lies in a file, and what was written since its last sync."""

    sure: bytearray = field(default_factory=bytearray)
    since: list[Step] = field(default_factory=list)
    is_entered: bool = False  # whether the folder surely names it

    def sync(self) -> None:
        for step in self.since:
            _apply(self.sure, step)
        self.since, self.is_entered = [], True

    def after_a_cut(self, dice: random.Random, how: str) -> bytes:
        """What the power left: all, nothing, the first part, or any sectors of what was not synced."""
        content = bytearray(self.sure)
        until = {"all": len(self.since), "nothing": 0, "first": dice.randint(0, len(self.since))}.get(how)
        for step in self.since[:until]:
            for part in _torn(step, dice) if how == "any" else [step]:
                _apply(content, part)
        return bytes(content)


class Platter:
    """The files as the disk surely has them, step after step, and what a cut of the power would leave."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = {name: _Content(bytearray(data), [], True) for name, data in files.items()}
        self._deleted: dict[str, _Content] = {}

    def take(self, step: Step) -> None:
        """Do one step of the record."""
        if step.kind == "delete":
            gone = self._files.pop(step.name)
            if gone.is_entered:
                self._deleted[step.name] = gone
            if step.surely:
                self._deleted.clear()
            return
        content = self._files.setdefault(step.name, _Content())
        if step.kind == "sync":
            if not content.is_entered:
                self._deleted.clear()  # SQLite syncs the folder with the first sync of a file that it made
            content.sync()
        else:
            content.since.append(step)

    def after_a_cut(self, dice: random.Random) -> dict[str, bytes]:
        """The files of one image, drawn by the generator."""
        how = dice.choices(("any", "nothing", "first", "all"), (6, 2, 2, 1))[0]
        found = {name: self._entered(name, dice, how) for name in sorted({*self._files, *self._deleted})}
        return {name: content.after_a_cut(dice, how) for name, content in found.items() if content}

    def _entered(self, name: str, dice: random.Random, how: str) -> _Content | None:
        """Which file the folder has under a name: the new one, one that was deleted before, or none."""
        live, old = self._files.get(name), self._deleted.get(name)
        if how == "all" or (live and live.is_entered):
            return live
        return old if how == "nothing" else dice.choice((live, old, None))


def _apply(content: bytearray, step: Step) -> None:
    if step.kind == "truncate":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    content.extend(bytes(max(0, step.at - len(content))))
    content[step.at : step.at + len(step.data)] = step.data


def _torn(step: Step, dice: random.Random) -> Iterator[Step]:
    """A step that was done, was not, or of which only some sectors reached the platter."""
    fate = dice.choice(("kept", "dropped", "torn"))
    if fate == "kept" or (fate == "torn" and step.kind == "truncate"):
        yield step
    if fate != "torn" or step.kind == "truncate":
        return
    at, end = step.at, step.at + len(step.data)
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        if dice.random() < 0.5:
            yield Step("write", step.name, at, step.data[at - step.at : until - step.at])
        at = until
