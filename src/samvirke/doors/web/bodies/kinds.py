"""The kinds of body in words, in the groups that the list shows them in."""

from __future__ import annotations

from samvirke.foundation.words import _

KINDS = {
    "district-council": _("District council"),
    "local-council": _("Local council"),
    "psp-committee": _("PSP committee"),
    "psp-strategic-forum": _("Strategic PSP forum"),
    "infohouse": _("Info house"),
    "infohouse-network": _("Network of info houses"),
    "ssp-network": _("SSP network"),
    "licensing-board": _("Licensing board"),
    "economy-committee": _("Economy committee"),
    "preparedness-commission": _("Preparedness commission"),
    "crisis-staff": _("Crisis staff"),
    "restaurant-network": _("Restaurant network"),
    "exit-unit": _("Exit unit"),
    "exit-network": _("Exit network"),
    "director-forum": _("Forum of directors"),
    "victim-support-board": _("Board of victim support"),
    "youth-crime-board": _("Youth crime board"),
    "prevention-secretariat": _("Prevention secretariat"),
    "mediation-service": _("Mediation"),
    "housing-area-group": _("Coordination in a housing area"),
    "traffic-cooperation": _("Traffic cooperation"),
    "contact-point": _("Contact point"),
    "special-team": _("Team"),
    "cooperation-forum": _("Forum of authorities"),
    "other": _("Other body"),
}
GROUPS = (
    (_("Councils"), ("district-council", "local-council")),
    (
        _("Committees and boards"),
        (
            "psp-strategic-forum", "psp-committee", "licensing-board", "economy-committee", "youth-crime-board",
            "victim-support-board", "mediation-service",
        ),
    ),
    (
        _("Networks and forums"),
        (
            "ssp-network", "infohouse-network", "infohouse", "exit-network", "restaurant-network", "director-forum",
            "housing-area-group", "traffic-cooperation", "cooperation-forum",
        ),
    ),
    (_("Preparedness"), ("preparedness-commission", "crisis-staff")),
    (_("Units and teams"), ("exit-unit", "prevention-secretariat", "contact-point", "special-team", "other")),
)  # fmt: skip
ROLES = {
    "chair": _("Chair"),
    "vice-chair": _("Vice-chair"),
    "member": _("Member"),
    "substitute": _("Substitute"),
    "secretary": _("Secretary"),
    "guest": _("Takes part without a vote"),
}
