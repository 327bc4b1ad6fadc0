"""Lets the database itself refuse to change a decision whose minutes are approved."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER decision_sealed BEFORE UPDATE ON meetings_decision WHEN OLD.sealed_on IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the minutes are approved'); END;
"""
_POSTGRESQL = """
CREATE FUNCTION meetings_decision_sealed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the minutes are approved' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER decision_sealed BEFORE UPDATE ON meetings_decision
FOR EACH ROW WHEN (OLD.sealed_on IS NOT NULL) EXECUTE FUNCTION meetings_decision_sealed();
"""


def sealed(apps, schema_editor):
    """The same wall in each database's own words."""
    schema_editor.execute(_SQLITE if schema_editor.connection.vendor == "sqlite" else _POSTGRESQL)


class Migration(migrations.Migration):
    """A trigger on the table of decisions."""

    dependencies = [("meetings", "0002_life_of_a_meeting")]
    operations = [migrations.RunPython(sealed, migrations.RunPython.noop)]
