"""Runs one analysis on a CSV or Parquet file; it never reads the store."""

from __future__ import annotations

from samvirke.doors.cli.analyse.group import Analyses

command = Analyses()
