"""Whether it helped, as the page of the thing itself shows it: its designs, their verdicts, and how to fix one."""

from __future__ import annotations

from typing import Any

from samvirke.doors.web.effects.shown import line
from samvirke.doors.web.shell.page import Asked
from samvirke.insight.effects.facts.card import newest_of
from samvirke.insight.effects.queries.designs import designs_of
from samvirke.insight.effects.queries.tried import tried_before
from samvirke.trust.access.rules import may


def beside(request: Asked, target: str, key: str) -> dict[str, Any]:
    """The designs that are about one thing, and what its kind of measure has shown here."""
    actor, speech, district = request.actor, request.speech, request.district
    return {
        "rows": [line(one, newest_of(one), speech) for one in designs_of(actor, district, target, key)],
        "tried": [
            (speech.say(title), words.text(speech.language))
            for title, words in tried_before(actor, district, target, key)
        ],
        "about": f"{target}:{key}" if may(actor, "effects.register", district) else "",
    }
