"""`samvirke audit verify`: proves that no line of the trail was changed, removed or slipped in."""

from __future__ import annotations

import json

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import tell
from samvirke.foundation.words import Said, _
from samvirke.trust.audit.models import Head, Line, Side
from samvirke.trust.audit.verifier import FIELDS, verify


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def command(as_json: bool) -> int:
    """Verify the whole trail. Exit code 4 when it has been tampered with."""
    operator()
    head = Head.objects.filter(id=1).values_list("seq", "hash").first() or (0, "0" * 64)
    sides = {seq: (salt, content) for seq, salt, content in Side.objects.values_list("seq", "salt", "content")}
    findings = verify(Line.objects.order_by("seq").values(*FIELDS, "hash").iterator(), sides, head)
    if as_json:
        click.echo(json.dumps({"lines": head[0], "findings": [vars(one) for one in findings]}))
    elif not findings:
        tell(Said(_("The trail is whole: {count} lines."), {"count": head[0]}))
    for one in [] if as_json else findings:
        tell(Said(_("Line {seq}: {what}."), {"seq": one.seq, "what": one.what}))
    return 4 if findings else 0
