"""Violence and nightlife (vold og natteliv): reports, weekend nights, zones, and call-outs to disorder."""

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus.declaration import HOURS, At, Brief, Measure, Unanswered

_EAST = At("Østjylland", 2024, "5.1")

BRIEF = Brief(
    name="violence-and-nightlife",
    version=1,
    title=_("Violence and nightlife"),
    question=_("When and where is violence reported, how much of it on weekend nights, and do the zones hold?"),
    source=(_EAST, At("Sydøstjylland", 2020, "4.4")),
    confidence="H",
    words="vold, voldeli, overfald, natteliv, nattelivszone, restauratør, personfarlig, tryghedskamera, gadeplan, "
    "fredagspatrulje, natteravne, nightlife, night life, violence, assault, !nære, !kæreste, !hjem, !partner",
    indicators=("violence-against-person", "nightlife-violence", "disorder-calls"),
    parts=(HOURS,),
    categories=("violence-against-person",),
    designations=("nightlife-zone", "safety-camera", "insecure-place"),
    measures=(
        Measure(_("Nightlife zones named, and looked at before they run out"), _EAST),
        Measure(_("The network of restaurants and bars meets"), _EAST),
        Measure(_("Cameras reviewed: purpose, place and effect"), _EAST),
        Measure(_("Talks offered to those whom an incident has left insecure"), _EAST),
    ),
    unanswered=(
        Unanswered(
            _("How many orders to leave a zone were given, and how many were broken?"),
            _("Add two offence codes to the mapping of the police's reports; the police know them."),
        ),
    ),
    never=(_("Persons, and serving places by name."),),
)
