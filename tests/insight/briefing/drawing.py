"""Drawings read back as XML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

SVG = "{http://www.w3.org/2000/svg}"


def read(drawing: str) -> ET.Element:
    """The root; a drawing that is no XML is a fault."""
    root = ET.fromstring(drawing)
    assert root.tag == f"{SVG}svg"
    return root


def shapes(drawing: str, kind: str) -> list[ET.Element]:
    """Every element of a kind, in the order they are drawn."""
    return list(read(drawing).iter(f"{SVG}{kind}"))


def words(drawing: str) -> list[str]:
    """Every text in it."""
    return [element.text or "" for element in shapes(drawing, "text")]


def attributes(drawing: str) -> Iterator[tuple[str, str]]:
    """Every attribute of every element."""
    for element in read(drawing).iter():
        yield from element.attrib.items()
