"""A published meeting as objects of OParl: the meeting, its items, what was recommended, and its files."""

from __future__ import annotations

from typing import Any

from samvirke.doors.public.oparl.shape import BODY, LISTS, Object, danish, key_of, link, made, site, unnamed_key
from samvirke.foundation.words import DEFAULT_LANGUAGE, Said, _
from samvirke.registers.publications.models import Publication

# The words that OParl recommends for the state of a meeting: called, and held with its minutes released.
_CALLED, _HELD = "eingeladen", "durchgeführt"
_FILES = {"agenda": ("invitation", _("Agenda")), "minutes": ("resultsProtocol", _("Minutes"))}


def of_meeting(parts: dict[str, Publication]) -> list[Object]:
    """Everything that its agenda and its minutes say together; the minutes say more, so they are asked first."""
    found = parts.get("minutes") or parts["agenda"]
    content, slug = found.content, found.slug
    district = key_of(content["district"])
    council = key_of(content["body"], district)
    items = [_item(slug, one) for one in content["items"]]
    laid_before = [one for one in content["items"] if _has_paper(one)]
    consulted = [_consultation(slug, council, one) for one in laid_before]
    papers = [_paper(slug, district, *pair) for pair in zip(laid_before, consulted, strict=True)]
    files = {_FILES[kind][0]: _file(one) for kind, one in parts.items()}
    place = [made("location", slug, description=content["place"])] if content["place"] else []
    return [
        of_district(district, content["district"]),
        of_council(district, council, content["body"]),
        made(
            "meeting",
            slug,
            name=f"{danish(content['body'])} {content['number']}/{content['year']}",
            meetingState=_HELD if "minutes" in parts else _CALLED,
            start=content["starts"],
            location=next(iter(place), None),
            organization=[link("organization", council)],
            agendaItem=[_inside(one, "meeting") for one in items],
            **files,
            web=site(f"meetings/{found.kind}/{slug}/"),
        ),
        *items,
        *papers,
        *consulted,
        *files.values(),
        *(one["mainFile"] for one in papers),
        *place,
    ]


def of_district(district: str, words: dict[str, str]) -> Object:
    """A police district; its lists hold everything that is published in it. It has no legislative terms."""
    facts = {"locationList" if name == "location" else name: link(BODY, f"{district}/{name}") for name in LISTS}
    return {**made(BODY, district, system=site("oparl/1.1/"), name=danish(words), **facts), "legislativeTerm": []}


def of_council(district: str, council: str, words: dict[str, str]) -> Object:
    """A body of ours that has published something; OParl calls it an organization."""
    return made(
        "organization",
        council,
        body=link(BODY, district),
        name=danish(words),
        meeting=link(BODY, f"{district}/meeting"),
    )


def _key(slug: str, one: dict[str, Any]) -> str:
    """Its number may change while the agenda is being made; what was published before items had a key has no other."""
    return unnamed_key(slug, one.get("key") or one["number"])


def _item(slug: str, one: dict[str, Any]) -> Object:
    """Of a closed item only that there is one."""
    decision = one.get("decision") or {}
    return made(
        "agendaItem",
        _key(slug, one),
        meeting=link("meeting", slug),
        number=str(one["number"]),
        order=one["number"],
        name=danish(one["title"]) if one["is_open"] else Said(_("Closed item")).text(DEFAULT_LANGUAGE),
        public=one["is_open"],
        consultation=link("consultation", _key(slug, one)) if _has_paper(one) else "",
        result=danish(decision.get("outcome") or one.get("postponed") or ""),
        resolutionText=decision.get("text", ""),
    )


def _has_paper(one: dict[str, Any]) -> bool:
    return bool(one["is_open"] and (one["summary"] or danish(one["recommendation"])))


def _inside(one: Object, back: str) -> Object:
    """As part of what it belongs to, without the way back to it."""
    return {name: value for name, value in one.items() if name != back}


def _paper(slug: str, district: str, one: dict[str, Any], consulted: Object) -> Object:
    """What was laid before the body: the matter in short, and what was recommended."""
    key = _key(slug, one)
    text = "\n\n".join(part for part in (one["summary"], danish(one["recommendation"])) if part)
    page = site(f"meetings/{'minutes' if 'dealt_with' in one else 'agenda'}/{slug}/#item-{one['number']}")
    words = made("file", key, name=danish(one["title"]), mimeType="text/html", text=text, accessUrl=page)
    return made(
        "paper",
        key,
        body=link(BODY, district),
        name=danish(one["title"]),
        mainFile=words,
        consultation=[_inside(consulted, "paper")],
        web=page,
    )


def _consultation(slug: str, council: str, one: dict[str, Any]) -> Object:
    key = _key(slug, one)
    return made(
        "consultation",
        key,
        paper=link("paper", key),
        agendaItem=link("agendaItem", key),
        meeting=link("meeting", slug),
        organization=[link("organization", council)],
        authoritative=one["sort"] == "decision",
        role=one["sort"],
    )


def _file(one: Publication) -> Object:
    """An edition as its page; editions that came before stay where they were."""
    path = f"meetings/{one.kind}/{one.slug}/{one.edition}/"
    return made(
        "file",
        one.pk.hex,
        name=Said(_FILES[one.kind][1]).text(DEFAULT_LANGUAGE),
        fileName=f"{one.slug}-{one.kind}-{one.edition}.html",
        mimeType="text/html",
        date=one.published_at.date().isoformat(),
        accessUrl=site(path),
        meeting=[link("meeting", one.slug)],
    )
