"""A real Dask scheduler and worker processes of its own, for studies that are spread over machines."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of the scheduler, and its workers: single threads without a guardian that would start them again."""
    written = folder / "scheduler.json"
    own = ["--host", "127.0.0.1", "--no-dashboard"]
    running = [_start(folder, "scheduler", *own, "--port", "0", "--scheduler-file", str(written))]
    try:
        _wait(written)
        reach = ["--scheduler-file", str(written), "--nthreads", "1", "--no-nanny", "--no-dashboard"]
        crew = [_start(folder, "worker", *reach, "--local-directory", str(folder / str(n))) for n in range(workers)]
        running += crew
        yield _address(written, workers), crew
    finally:
        for one in running:
            one.kill()
            one.wait()


def _start(folder: Path, kind: str, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT / "src"), "NUMBA_NUM_THREADS": "1"}
    command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments]
    with (folder / f"{kind}.log").open("ab") as log:
        return subprocess.Popen(command, env=environment, cwd=_ROOT, stdout=log, stderr=log)


def _wait(file: Path) -> None:
    for _try in range(600):
        if file.exists() and file.stat().st_size:
            return
        time.sleep(0.1)
    raise TimeoutError(f"no scheduler wrote {file}")


def _address(written: Path, workers: int) -> str:
    from distributed import Client

    with Client(scheduler_file=str(written), set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=120)
        address: str = client.scheduler_info()["address"]
    return address
