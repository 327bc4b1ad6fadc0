"""The same command line for somebody who reads Danish."""

from __future__ import annotations

import pytest


@pytest.fixture
def in_danish(command_line, monkeypatch):
    """Runs a command line for somebody who reads Danish."""

    def asked(*words):
        with monkeypatch.context() as patch:
            patch.setenv("SAMVIRKE_LANGUAGE", "da")
            return command_line(*words)

    return asked
