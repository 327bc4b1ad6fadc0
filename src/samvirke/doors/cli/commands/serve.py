"""`samvirke serve`: runs the five processes of an installation and ends with them."""

from __future__ import annotations

import importlib
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import is_demo
from samvirke.foundation.words import Said, _
from samvirke.trust.jobs.declared import HEAVY, QUICK

_STAFF_PORT, _PUBLIC_PORT = 8040, 8041
_GRACE_SECONDS = 5


@click.command()
@click.option(
    "--port",
    default=_STAFF_PORT,
    show_default=True,
    help="The port of the staff pages; the public site takes the next.",
)
@click.option("--host", default="127.0.0.1", show_default=True)
def command(port: int, host: str) -> None:
    """Serve the staff pages and the public site, with two workers and a scheduler, until Ctrl-C."""
    operator()
    serve(port, host)


def serve(port: int = 0, host: str = "127.0.0.1") -> None:
    """Start all five and stay; when one ends, or when asked to stop, end them all."""
    importlib.import_module("samvirke.config.setup").refuse_unsafe()
    port = port or int(os.environ.get("SAMVIRKE_PORT", _STAFF_PORT))
    _refuse_taken(host, (port, port + 1))
    running: dict[str, subprocess.Popen[bytes]] = {}
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        for name, arguments in _processes(port, host).items():
            running[name] = subprocess.Popen(arguments, env=_environment())
        _wait_until_up(running, host, port)
        _announce(host, port)
        while all(process.poll() is None for process in running.values()):
            time.sleep(0.3)
        ended = next(name for name, process in running.items() if process.poll() is not None)
        what = Said(_("The process “{name}” has ended, so the others are stopped too."), {"name": ended})
        raise Refused.because(what, _("Look at its message above."))
    except KeyboardInterrupt:
        tell(_("Stopped."))
    finally:
        _end(list(running.values()))


def _refuse_taken(host: str, ports: tuple[int, int]) -> None:
    """Refuse at once, before anything runs, when somebody else listens on one of the ports."""
    for port in ports:
        with socket.socket() as tried:
            # As the servers do: a port that was in use a moment ago is free again.
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                tried.bind((host, port))
            except OSError as error:
                what = Said(_("Port {port} of {host} cannot be listened on."), {"port": port, "host": host})
                raise Refused.because(what, _("Choose another with --port or SAMVIRKE_PORT.")) from error


def _processes(port: int, host: str) -> dict[str, list[str]]:
    def web(application: str, at: int) -> list[str]:
        workers = ["--workers", "1", "--interface", "wsgi", "--blocking-threads", "4", "--log-level", "warning"]
        return [sys.executable, "-m", "granian", "--host", host, "--port", str(at), *workers, application]

    own = [sys.executable, "-m", "samvirke", "jobs"]
    return {
        "staff": web("samvirke.config.staff_wsgi:application", port),
        "public": web("samvirke.config.public_wsgi:application", port + 1),
        "worker": [*own, "work", "--lane", QUICK],
        "studies": [*own, "work", "--lane", HEAVY],
        "scheduler": [*own, "schedule"],
    }


def _environment() -> dict[str, str]:
    settings = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return {**settings, "PYTHONUNBUFFERED": "1"}


def _wait_until_up(running: dict[str, subprocess.Popen[bytes]], host: str, port: int, seconds: float = 30) -> None:
    # Only here: answering its own first request tells that a server is up.
    from urllib.error import URLError
    from urllib.request import urlopen

    until = time.monotonic() + seconds
    for at in (port, port + 1):
        while time.monotonic() < until and all(process.poll() is None for process in running.values()):
            try:
                urlopen(f"http://{host}:{at}/healthy", timeout=2).read()
                break
            except (URLError, OSError):
                time.sleep(0.1)


def _announce(host: str, port: int) -> None:
    tell(Said(_("Staff pages: http://{host}:{port}/"), {"host": host, "port": port}))
    tell(Said(_("Public site: http://{host}:{port}/"), {"host": host, "port": port + 1}))
    if is_demo():
        tell(_("Everything in them is invented. Choose somebody of the demo cast to sign in. Stop with Ctrl-C."))


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + _GRACE_SECONDS
    for process in processes:
        try:
            process.wait(max(until - time.monotonic(), 0.1))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
