"""Lets the database itself refuse to change evidence that was frozen."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER evidence_frozen BEFORE UPDATE ON designations_evidence
BEGIN SELECT RAISE(ABORT, 'evidence is frozen'); END;
"""
_POSTGRESQL = """
CREATE FUNCTION designations_evidence_frozen() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'evidence is frozen' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER evidence_frozen BEFORE UPDATE ON designations_evidence
FOR EACH ROW EXECUTE FUNCTION designations_evidence_frozen();
"""


def frozen(apps, schema_editor):
    """The same wall in each database's own words."""
    schema_editor.execute(_SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL)


class Migration(migrations.Migration):
    """A trigger on the table of evidence."""

    dependencies = [("designations", "0001_places_named_for_something")]
    operations = [migrations.RunPython(frozen, migrations.RunPython.noop)]
