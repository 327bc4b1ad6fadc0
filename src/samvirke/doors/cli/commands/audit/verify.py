"""`samvirke audit verify`: proves that no line of the trail was changed, removed or slipped in."""

from __future__ import annotations

import json

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.audit.kept import verify_kept
from samvirke.trust.audit.verifier import Finding

# The verifier stands alone and marks no words for translation; what it can say stands here once more.
FINDINGS = (
    _("a line is missing"),
    _("not chained to the line before"),
    _("changed after it was written"),
    _("the end of the chain is missing"),
    _("a personal side without its line"),
    _("its personal side was changed"),
    _("its personal side was forgotten before its time"),
    _("the persons concerned were changed"),
    _("persons concerned that it does not name"),
    _("not chained to the checkpoint before"),
    _("older than the checkpoint before"),
    _("the chain is not the one that was signed"),
    _("not signed by a known key"),
    _("two places keep different ones"),
    _("one place keeps fewer than another"),
)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def command(as_json: bool) -> int:
    """Verify the whole trail and every checkpoint of it. Exit code 4 when it has been tampered with."""
    operator()
    size, findings = verify_kept()
    if as_json:
        click.echo(json.dumps({"lines": size, "findings": [vars(one) for one in findings]}))
    elif not findings:
        tell(Said(_("The trail is whole: {count} lines."), {"count": size}))
    for one in [] if as_json else findings:
        tell(_told(one))
    return 4 if findings else 0


def _told(one: Finding) -> Said:
    where = {"seq": one.seq, "number": one.checkpoint, "what": Said(one.what)}
    if one.checkpoint is None:
        return Said(_("Line {seq}: {what}."), where)
    return Said(_("Checkpoint {number} at line {seq}: {what}."), where)
