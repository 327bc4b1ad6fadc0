"""Lets Django use the SQLite that comes with pysqlite3: Debian's own (3.40) can lose commits in WAL mode."""

from __future__ import annotations

import sys

import pysqlite3
from pysqlite3 import dbapi2

sys.modules["sqlite3"] = pysqlite3
sys.modules["sqlite3.dbapi2"] = dbapi2

# WAL with NORMAL loses acknowledged commits when the power goes; FULL does not (docs/decisions/0001).
OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=0; PRAGMA foreign_keys=1;",
}
