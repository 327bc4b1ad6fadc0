"""The panel of disclosing: what follows from the step, what may cross, to whom, and what happens when it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from samvirke.desks.casework.queries.case_view import CaseView
from samvirke.desks.casework.queries.disclosable import AT_MOST, USUALLY, Candidate, Panel, approvers
from samvirke.desks.casework.queries.preview import Preview
from samvirke.doors.web.casework.approvals import FOUR_EYES
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.clock import COPENHAGEN, now
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.trust.access.basis import PURPOSES


def panel(request: Asked, view: CaseView, found: Panel | None, typed: Mapping[str, Any]) -> dict[str, Any] | None:
    """Everything that the panel shows; nothing for whoever may not disclose. `typed` is what was sent before."""
    if found is None:
        return None
    speech, usually, at_most = request.speech, now() + USUALLY, now() + AT_MOST
    chosen, to = _chosen(typed, "fields"), _chosen(typed, "receivers")
    groups: dict[str, list[dict[str, Any]]] = {}
    written = [one for one in found.fields if one.why_not or not one.is_empty]
    for one in written:
        groups.setdefault(one.group.text(speech.language), []).append(_field(speech, one, chosen))
    return {
        "purpose": speech.say(PURPOSES[found.purpose]),
        "law": speech.say(found.basis.law),
        "groups": list(groups.items()),
        "any": any(one.why_not is None for one in written),
        "empty": speech.listed([one.label.text(speech.language) for one in found.fields if one not in written]),
        "receivers": [
            {
                "id": one.pk,
                "name": speech.words(one.words),
                "access": _access(view.readers.get(one.pk, 0)).text(speech.language),
                "chosen": one.pk in to,
            }
            for one in found.receivers
        ],
        "necessity": typed.get("necessity", ""),
        "expires": typed.get("expires") or _day(usually).isoformat(),
        "latest": _day(at_most).isoformat(),
        "latest_said": speech.day(_day(at_most), year=True),
        "confirms": bool(found.basis.forbids),
        "confirmed": bool(typed.get("confirmed")),
        "ask": typed.get("ask", ""),
        "refer": typed.get("refer", ""),
    }


def consequences(request: Asked, seen: Preview, until: date | None) -> dict[str, Any]:
    """“What happens when you send”, sentence by sentence, from the rule that decides it."""
    speech, drawn = request.speech, seen.drawn
    against = [one.text(speech.language) for one in drawn.objections]
    if until is None:
        against.append(speech.say(_("Write until when.")))
    lines = [] if against else list(_lines(speech, seen, until))
    if drawn.why_four_eyes and not against:
        lines.append(_four_eyes(request, drawn.giver, drawn.why_four_eyes))
    return {"against": against, "lines": lines, "waits": bool(drawn.why_four_eyes)}


def day_typed(typed: Mapping[str, Any]) -> date | None:
    """The day that was written, where it can be read."""
    try:
        return date.fromisoformat(str(typed.get("expires", "")))
    except ValueError:
        return None


def end_of_day(day: date) -> datetime:
    """The instant at which the day is over in Copenhagen."""
    return datetime.combine(day + timedelta(days=1), time(), COPENHAGEN)


def _lines(speech: Speech, seen: Preview, until: date | None) -> list[tuple[str, str]]:
    count, day = len(seen.drawn.content), speech.day(until, year=True) if until else ""
    lines = []
    for one in seen.receivers:
        few, more = _("{agency} sees {count} field until {day}."), _("{agency} sees {count} fields until {day}.")
        name = speech.words(one.agency.words)
        said = Said(few, {"agency": name, "count": count, "day": day}, plural=more).text(speech.language)
        after = speech.say(_("After that they are gone for {agency}."), agency=name)
        lines.append((said, f"{_access(one.readers).text(speech.language)}. {after}"))
    people = [name["name"] for path, value in seen.drawn.content.items() if path[:7] == "people." for name in value]
    if people:
        lines.append(("", speech.say(_("They learn of {names} by name."), names=speech.listed(people))))
    lines += [
        ("", speech.say(_("{agency} sees nothing new."), agency=speech.words(one.agency.words))) for one in seen.others
    ]
    if seen.drawn.confirmed:
        lines.append(
            ("", speech.say(_("The fields may not be used for investigation, and they cannot be passed on from here.")))
        )
    return lines


def _four_eyes(request: Asked, giver: str, why: str) -> tuple[str, str]:
    names = approvers(request.actor, giver)
    because = request.speech.say(FOUR_EYES[why])
    if not names:
        said = _("Somebody else who leads casework in your agency has to approve it first, and there is nobody yet.")
        return request.speech.say(said), because
    either = names[0]
    for other in names[1:]:
        either = request.speech.say(_("{one} or {other}"), one=either, other=other)
    return request.speech.say(_("{names} has to approve it first."), names=either), because


def _field(speech: Speech, one: Candidate, chosen: list[str]) -> dict[str, Any]:
    under = one.why_not.text(speech.language) if one.why_not else ""
    if not under and one.is_health:
        under = speech.say(_("About health; somebody else approves it first"))
    return {
        "path": one.path,
        "label": one.label.text(speech.language),
        "under": under,
        "closed": one.why_not is not None,
        "chosen": one.path in chosen and one.why_not is None,
    }


def _access(count: int) -> Said:
    return Said(
        _("{count} colleague there has access"), {"count": count}, plural=_("{count} colleagues there have access")
    )


def _chosen(typed: Mapping[str, Any], name: str) -> list[str]:
    getlist = getattr(typed, "getlist", None)
    return list(getlist(name)) if getlist else list(typed.get(name, []))


def _day(moment: datetime) -> date:
    return moment.astimezone(COPENHAGEN).date()
