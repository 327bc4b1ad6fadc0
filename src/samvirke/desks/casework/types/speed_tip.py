"""Speed tip: a citizen tells where people drive too fast, and every tip on a stretch joins one road dossier."""

from samvirke.desks.casework.engine.declaration import (
    NOTHING,
    CaseType,
    FromConfiguration,
    Outcome,
    Role,
    Section,
    Stage,
)
from samvirke.desks.casework.engine.questions import Choice, Day, LongText, Several, ShortText, YesNo
from samvirke.foundation.words import _

# The stretch is named alike in every tip, so that they can be read as one dossier. A tip about a known driver or plate
# is a report and no tip: nobody but the sender has a part here, and the sender's does not cross.
SPEED_TIP = CaseType(
    name="speed-tip",
    version=1,
    title=_("Speed tip"),
    summary=_("A citizen tells where people drive too fast; the tip joins the road's dossier and the result is told."),
    basis="citizens-request",
    owner=("police",),
    joined_by=("municipality",),
    people=(Role("sender", _("Sender"), "applicant"),),
    sections=(
        Section(
            "tip",
            _("Tip"),
            (
                Day("received_on", _("Day of the tip"), required=True),
                ShortText(
                    "stretch",
                    _("Road stretch (name of the dossier)"),
                    required=True,
                    hint=_("Road, from and to, as the dossier is called. Never a registration number."),
                ),
                Several(
                    "when",
                    _("When it is worst"),
                    (
                        ("morning", _("Morning")),
                        ("day", _("Day")),
                        ("evening", _("Evening")),
                        ("night", _("Night")),
                        ("weekend", _("Weekend")),
                    ),
                ),
                YesNo("school_road", _("It is a way to school")),
            ),
            by=("police",),
        ),
        Section(
            "look",
            _("What was done"),
            (
                Choice(
                    "action",
                    _("What was done"),
                    (
                        ("measured", _("Speed was measured")),
                        ("checked", _("A check was held")),
                        ("van", _("Proposed for the speed vans")),
                        ("road", _("Passed to the road authority")),
                        ("nothing", _("Nothing for now")),
                    ),
                ),
                Day("done_on", _("Day it was done")),
                LongText("result", _("Result")),
            ),
            by=("police", "municipality"),
        ),
        Section(
            "reply",
            _("Reply to the sender"),
            (Day("told_on", _("Day the sender was told the result")), LongText("words", _("What was told"))),
            by=("police",),
            confidential=True,
        ),
    ),
    stages=(
        Stage("received", _("Received"), leads_to=("looked_at", "closed"), clock=FromConfiguration(), crosses=NOTHING),
        Stage("looked_at", _("Being looked at"), leads_to=("told", "closed"), clock=FromConfiguration()),
        Stage(
            "told",
            _("Sender told"),
            leads_to=("closed",),
            needs=("look.action", "reply.told_on"),
            crosses=NOTHING,
        ),
        Stage(
            "closed",
            _("Closed"),
            crosses=NOTHING,
            outcomes=(
                Outcome("acted", _("Something was done on the road")),
                Outcome("watched", _("Kept in the road's dossier")),
                Outcome("road_authority", _("Passed to the road authority"), told="passed-on"),
                Outcome("unfit", _("Not a tip about a road"), told="not-taken-up"),
            ),
        ),
    ),
    keep=FromConfiguration(),
    counts=("received", "told", "closed: acted", "closed: watched", "closed: road_authority"),
    unverified=(
        _("No time for the result was seen; the district enters its own."),
        _("The law behind the answer was not seen; the district enters its reference."),
    ),
)
