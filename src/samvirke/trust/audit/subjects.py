"""Turns a person's number into a digest that stands in the trail in its place, and that nobody can guess back."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable

from samvirke.trust.keys import Key, current, every

_KIND = "subject"


def subject_digest(cpr: str) -> str:
    """The digest of a person for the trail, with the id of its key before it: `0-first:5f2c…`.

    The key is the whole installation's, so that one person's lines are found whichever agency wrote them.
    Raises `ValueError` for what is no number of ten digits.
    """
    return _digest(current(_KIND), cpr)


def subject_digests(cpr: str) -> list[str]:
    """The digests under every key there is: older lines were written with older keys."""
    return [_digest(key, cpr) for key in every(_KIND)]


def split(subject: str) -> tuple[str, str]:
    """The id of the key, and the digest it made."""
    key_id, _, digest = subject.partition(":")
    return key_id, digest


def joined(rows: Iterable[tuple[str, str]]) -> list[str]:
    """The digests as the trail's sides spell them, from pairs of key id and digest."""
    return sorted(f"{key_id}:{digest}" for key_id, digest in rows)


def _digest(key: Key, cpr: str) -> str:
    number = re.sub(r"[\s-]", "", cpr)
    if not re.fullmatch(r"[0-9]{10}", number):
        raise ValueError("a person's number has ten digits")
    return f"{key.id}:{hmac.new(key.secret, number.encode(), hashlib.sha256).hexdigest()}"
