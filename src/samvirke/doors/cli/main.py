"""The `samvirke` command line: finds its commands by walking folders, and says what went wrong and what to do.

Exit codes: 0 done · 1 the program failed · 2 what was given is wrong, nothing is stored · 3 not allowed ·
4 a check found faults · 130 stopped by hand.
"""

from __future__ import annotations

import errno
import importlib
import os
import pkgutil
import signal
import sys
from types import ModuleType

import click

from samvirke import __version__
from samvirke.doors.cli import commands
from samvirke.foundation.disk import full_disk_refused
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_casework_on
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Said, _, said

# Commands that read files and need neither home nor database start at once.
_WITHOUT_INSTALLATION = frozenset({"analyse", "plan"})
# Commands that are there where the wing of cases is installed.
_OF_CASEWORK = frozenset({"cases"})
_BEYOND_REACH = _("{file} cannot be read or written ({why}). Name another place, or get the right to this one.")
_UNREACHABLE = (
    errno.EEXIST,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.ENAMETOOLONG,
)


class Folder(click.Group):
    """A group whose commands are the files of a package; a file is read only when it is called."""

    def __init__(self, package: ModuleType, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]  # handed on to click unread
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the files, with hyphens."""
        names = {info.name.replace("_", "-") for info in pkgutil.iter_modules(self.package.__path__)}
        return sorted(names - _OF_CASEWORK if self.package is commands and not is_casework_on() else names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command that a file declares under the name `command`, or the group that a folder is."""
        if cmd_name not in self.list_commands(ctx):
            return None
        if self.package is commands and cmd_name not in _WITHOUT_INSTALLATION:
            # The set-up lies a floor above; a door reaches it by name only, as a web server would.
            importlib.import_module("samvirke.config.setup").set_up()
        module = importlib.import_module(f"{self.package.__name__}.{cmd_name.replace('-', '_')}")
        if hasattr(module, "__path__"):
            return Folder(module, name=cmd_name, help=module.__doc__)
        found: click.Command = module.command
        return found


def language() -> str:
    """The language that the command line speaks: `SAMVIRKE_LANGUAGE`, or that of the terminal."""
    stated = os.environ.get("SAMVIRKE_LANGUAGE", "")
    terminal = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    spoken = stated or ("da" if terminal.startswith("da") else "en")
    return spoken if spoken in LANGUAGES else DEFAULT_LANGUAGE


def tell(words: Said | str, err: bool = False) -> None:
    """Say a sentence on the terminal."""
    click.echo(said(words).text(language()), err=err)


root = Folder(
    commands,
    name="samvirke",
    help="Runs the cooperation between police districts and municipalities.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
click.version_option(__version__, prog_name="samvirke")(root)


def main() -> None:
    """Run a command; every refusal becomes a sentence and an exit code that means something."""
    stopped: list[int] = []

    def stop(number: int, _frame: object) -> None:
        stopped.append(number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    if sys.argv[1:2] == ["demo"]:
        # The program is set up before the command marks its home, and what a demo has is decided then.
        os.environ.setdefault("SAMVIRKE_DEMO", "on")
    try:
        code = run(sys.argv[1:])
    except (Exception, KeyboardInterrupt):
        # Libraries turn an interrupt into errors of their own, while they load or calculate.
        if not stopped:
            raise
        code = 130
    try:
        sys.stdout.flush()
    except OSError:
        # What could not be written has been told; Python would try again as it ends, and change the exit code.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of a command line."""
    try:
        with full_disk_refused():
            outcome = root.main(args=arguments, prog_name="samvirke", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except Refused as refusal:
        click.echo(refusal.text(language()), err=True)
        return refusal.exit_code
    except click.exceptions.Abort:
        return 130
    except click.ClickException as error:
        error.show()
        return 2
    except SystemExit:
        # Click ends so, and only so, when nobody reads its output any more (`… list | head`), which is no failure.
        return 0
    except OSError as error:
        if error.filename and error.errno in _UNREACHABLE:
            tell(Said(_BEYOND_REACH, {"file": error.filename, "why": error.strerror}), err=True)
            return 2
        raise
