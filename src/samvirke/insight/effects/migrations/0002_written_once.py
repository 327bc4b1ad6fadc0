"""Lets the database itself refuse to alter an estimate that was made, or a change that was put on record."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'it is written once'); END;
"""
_POSTGRESQL = """
CREATE FUNCTION {table}_written_once() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'it is written once' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER {table}_written_once BEFORE UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION {table}_written_once();
"""


def written_once(apps, schema_editor):
    """The same wall in each database's own words."""
    for table in ("effects_estimate", "effects_change"):
        words = _SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL
        schema_editor.execute(words.format(table=table))


class Migration(migrations.Migration):
    """A trigger on the two tables."""

    dependencies = [("effects", "0001_designs_and_estimates")]
    operations = [migrations.RunPython(written_once, migrations.RunPython.noop)]
