"""`python -m samvirke.locale collect|compile`: gathers the message ids, and compiles what is translated."""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import CommandLineInterface, parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

_HERE = Path(__file__).resolve().parent
_SOURCE = _HERE.parent
_MARKS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_LANGUAGE = "da"
_HEADER = """\
# The Danish translation of Samvirke; docs/glossary.md says which words the field uses.
msgid ""
msgstr ""
"Project-Id-Version: Samvirke\\n"
"Language: da\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def catalog_file() -> Path:
    """Where the Danish translation lies."""
    return _HERE / _LANGUAGE / "LC_MESSAGES" / "django.po"


def message_ids() -> Catalog:
    """Every message id in code and page templates."""
    with (_HERE / "babel.ini").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = Catalog()
    for _file, _line, message, _comments, _context in extract_from_dir(_SOURCE, methods, options, keywords=_MARKS):
        found.add(message)
    return found


def collect() -> None:
    """Bring the translation up to date with the message ids: new ones come in empty, old ones go."""
    wanted = message_ids()
    with catalog_file().open("rb") as file:
        known = read_po(file, locale=_LANGUAGE)
    merged = Catalog(locale=_LANGUAGE, charset="utf-8")
    for message in wanted:
        if message.id:
            held = known.get(message.id)
            added = merged.add(message.id, held.string if held else "")
            added.flags.discard("python-format")  # a per cent sign before a word is no placeholder of ours
    with catalog_file().open("wb") as file:
        file.write(_HEADER.encode())
        write_po(file, merged, sort_output=True, omit_header=True, no_location=True, width=110)


def compile_all() -> None:
    """Compile the translation into what the program reads."""
    CommandLineInterface().run(["pybabel", "-q", "compile", "-D", "django", "-d", str(_HERE)])


if __name__ == "__main__":
    {"collect": collect, "compile": compile_all}[sys.argv[1] if len(sys.argv) > 1 else "compile"]()
