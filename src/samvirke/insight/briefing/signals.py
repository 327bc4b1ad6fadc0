"""What the newest figures show that a council may want to speak of: certain rises, close burglaries, high rates."""

from __future__ import annotations

from samvirke.desks.meetings.queries.proposals import Signal
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Words, _, said
from samvirke.insight.briefing.announced import announced
from samvirke.insight.briefing.change_said import RISE
from samvirke.insight.briefing.figures import latest_quarter
from samvirke.insight.briefing.high_rates import METHOD, Beside, BesideDistrict, beside_district, year_said
from samvirke.insight.briefing.pack.content import PACK
from samvirke.insight.briefing.pack.occasion import WITH_PAPERS, Occasion
from samvirke.insight.briefing.pack.page_one import finding_of, near_finding
from samvirke.insight.indicators.facts import Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.studies.near_repeats import NearRepeats
from samvirke.insight.suppression.release import COUNCIL
from samvirke.registers.commitments.register import all_duties
from samvirke.registers.documents.queries.documents import documents
from samvirke.registers.partners.models import Body
from samvirke.trust.access.actor import Actor


def certain_rises(actor: Actor, body: Body) -> list[Signal]:
    """Counts of the newest quarter that the meeting pack announces as risen; none for a body without a pack."""
    quarter = latest_quarter(Facts(actor, body.district)) if body.kind in WITH_PAPERS else None
    if quarter is None:
        return []
    occasion = Occasion(actor, body, quarter, DEFAULT_LANGUAGE)
    risen = [row.name for row in announced(occasion.counted_rows) if row.change.state == RISE]
    if not risen:
        return []
    spoken = {language: occasion.spoken(language) for language in LANGUAGES}
    return [_rise(spoken, name) for name in risen]


def close_burglaries(actor: Actor, body: Body) -> list[Signal]:
    """Burglaries closer to one another than by chance, where the newest meeting pack of the quarter says so.

    The shuffles are for the worker that makes the pack; no page waits for them.
    """
    quarter = latest_quarter(Facts(actor, body.district)) if body.kind in WITH_PAPERS else None
    packs = documents(actor, PACK).filter(body=body, period=str(quarter)) if quarter else []
    kept = next((one.made_from["near"] for one in packs if "near" in one.made_from), None)
    near = NearRepeats.of(kept) if kept else None
    if quarter is None or near is None or not near.stands_out:
        return []
    occasion = Occasion(actor, body, quarter, DEFAULT_LANGUAGE)
    found = {language: near_finding(occasion.spoken(language), near) for language in LANGUAGES}
    danish = found[DEFAULT_LANGUAGE]
    burglary = next(one for one in occasion.chosen.indicators() if "burglary-home" in one.categories)
    method = _("Method: the Knox test (1964) with exact expected counts and {count} shuffles of the days.")
    parts = [
        f"{danish.headline}.",
        danish.detail,
        *year_said(occasion.speech, occasion.quarter, burglary),
        occasion.speech.say(method, count=occasion.speech.number(near.shuffles)),
    ]
    return [
        Signal(
            key=f"near:{burglary.name}:{occasion.quarter}",
            title=Words(**{language: one.headline for language, one in found.items()}),
            why=Words(**{language: one.detail for language, one in found.items()}),
            text=" ".join(parts),
        )
    ]


def high_rates(actor: Actor, body: Body) -> list[Signal]:
    """Rates that lie above the district's for certain, of the duties that the body owes where a rate is high."""
    owed = [all_duties()[one] for one in body.duties]
    facts = Facts(actor, body.district)
    places = set(body.covers.values_list("municipality_id", flat=True))
    found = [beside_district(facts, name, COUNCIL) for name in sorted({one.indicator for one in owed if one.measured})]
    return [
        _high(facts, known, code, one)
        for known in found
        if known
        for code, one in known.rates.items()
        if code in places and one.is_high
    ]


def _rise(spoken: dict[str, Occasion], name: str) -> Signal:
    found = {language: finding_of(one, one.rows[name]) for language, one in spoken.items()}
    danish = spoken[DEFAULT_LANGUAGE]
    tested = sum(row.change.p is not None for row in danish.counted_rows)
    method = _(
        "Method: an exact test of two counts with its 95% interval; of the {count} numbers that were compared, this one"
        " is certain after Holm's procedure (1979)."
    )
    parts = [found[DEFAULT_LANGUAGE].headline + ".", found[DEFAULT_LANGUAGE].detail]
    return Signal(
        key=f"rise:{name}:{danish.quarter}",
        title=Words(**{language: one.headline for language, one in found.items()}),
        why=Words(**{language: one.rows[name].change.detail for language, one in spoken.items()}),
        text=" ".join(
            [*parts, *_ending(danish, danish.figures[name].indicator), danish.speech.say(method, count=tested)]
        ),
    )


def _ending(occasion: Occasion, chosen: Indicator) -> list[str]:
    speech = occasion.speech
    return [
        speech.say(_("Period: {period}."), period=speech.period(occasion.quarter)),
        speech.say(_("Source: {source}."), source=speech.words(said(chosen.source))),
    ]


def _high(facts: Facts, known: Beside, code: int, beside: BesideDistrict) -> Signal:
    chosen, place = known.indicator, facts.municipalities[code].name
    titles, reasons = {}, {}
    for language in LANGUAGES:
        speech = Speech(language)
        words = {"subject": speech.words(said(chosen.subject)), "place": place}
        titles[language] = speech.say(_("{subject}: a high rate in {place}"), **words)
        reasons[language] = beside.said(speech)
    danish = Speech(DEFAULT_LANGUAGE)
    parts = [
        f"{reasons[DEFAULT_LANGUAGE]}.",
        danish.say(_("n {n} in twelve months."), n=danish.number(beside.count)),
        *year_said(danish, known.quarter, chosen),
        danish.say(METHOD),
    ]
    key = f"rate:{chosen.name}:{code}:{known.quarter}"
    return Signal(key, Words(**titles), Words(**reasons), " ".join(parts), about=chosen.name)
