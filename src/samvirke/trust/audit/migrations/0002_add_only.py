"""Lets the database itself refuse to change or remove a line of the trail."""

from django.db import migrations

_SQLITE = """
CREATE TRIGGER line_no_update BEFORE UPDATE ON audit_line BEGIN SELECT RAISE(ABORT, 'the trail is add-only'); END;
CREATE TRIGGER line_no_delete BEFORE DELETE ON audit_line BEGIN SELECT RAISE(ABORT, 'the trail is add-only'); END;
"""
_POSTGRESQL = """
CREATE FUNCTION audit_add_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the trail is add-only'; END $$;
CREATE TRIGGER line_add_only BEFORE UPDATE OR DELETE ON audit_line
FOR EACH ROW EXECUTE FUNCTION audit_add_only();
"""


def add_only(apps, schema_editor):
    """The same wall in each database's own words."""
    if schema_editor.connection.vendor == "sqlite":
        for statement in _SQLITE.strip().splitlines():
            schema_editor.execute(statement)
    else:
        schema_editor.execute(_POSTGRESQL)


class Migration(migrations.Migration):
    """Triggers on the table of lines."""

    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(add_only, migrations.RunPython.noop)]
