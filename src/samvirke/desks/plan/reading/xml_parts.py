"""Opens the parts of a packed Office file under limits: no bombs, no entities, no endless nesting."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from samvirke.desks.plan.reading.limits import DEEPEST_XML, MOST_ENTRIES, MOST_UNPACKED, MOST_XML
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_AGAIN = _("Open it in Word and save it again, or save it as PDF.")


class Parts:
    """The parts of one packed file. Raises `Refused` as soon as it turns out to be broken or a bomb."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name = name
        try:
            self._packed = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
            raise self._broken() from error
        entries = self._packed.infolist()
        if len(entries) > MOST_ENTRIES or sum(one.file_size for one in entries) > MOST_UNPACKED:
            raise self._bomb()
        if any(one.flag_bits & 1 for one in entries):
            raise Refused.because(_("The file is locked with a password."), _("Save it without one."), file=name)

    def names(self) -> list[str]:
        """The names of its parts."""
        return self._packed.namelist()

    def xml(self, part: str) -> Element | None:
        """The root of one part, or None when the file has no such part."""
        if part not in self._packed.namelist():
            return None
        try:
            with self._packed.open(part) as file:
                content = file.read(MOST_XML + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            ValueError,
            OSError,
            RuntimeError,
        ) as error:
            raise self._broken() from error
        if len(content) > MOST_XML:
            raise self._bomb()
        return self._tree(content)

    def _tree(self, content: bytes) -> Element:
        """The elements of a part. A document type, and with it every entity, is refused."""
        builder, parser, depth = TreeBuilder(), expat.ParserCreate(namespace_separator="}"), [0]

        def begin(tag: str, attributes: dict[str, str]) -> None:
            depth[0] += 1
            if depth[0] > DEEPEST_XML:
                raise self._bomb()
            builder.start(_named(tag), {_named(name): value for name, value in attributes.items()})

        def end(tag: str) -> None:
            depth[0] -= 1
            builder.end(_named(tag))

        def typed(*_declared: object) -> None:
            raise self._bomb()

        parser.StartElementHandler, parser.EndElementHandler = begin, end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = builder.data, typed
        try:
            parser.Parse(content, True)
            return builder.close()
        except (expat.ExpatError, ValueError, AssertionError, LookupError) as error:
            raise self._broken() from error

    def _broken(self) -> Refused:
        return Refused.because(_("The Word file is broken and cannot be opened."), _AGAIN, file=self.name)

    def _bomb(self) -> Refused:
        what = Said(
            _("The Word file unpacks to more than a plan ever holds ({most} MB), or holds definitions no plan needs."),
            {"most": MOST_UNPACKED // 1_000_000},
        )
        return Refused.because(what, _AGAIN, file=self.name)


def _named(tag: str) -> str:
    """The last part of a name: Word's own vocabulary is one, whichever address it is given."""
    return tag.rpartition("}")[2]


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """The elements under an element that stand at the end of a path of names."""
    if element is None:
        return
    found = [element]
    for name in path:
        found = [child for one in found for child in one if child.tag == name]
    yield from found


def value(element: Element | None, *path: str, of: str = "val") -> str | None:
    """An attribute of the first element at a path."""
    first = next(children(element, *path), None)
    return None if first is None else first.get(of, "")
