"""Lets the database itself refuse that a unit is in two places at once, however it is written."""

from django.db import migrations

# A later change of this table on SQLite makes it anew, without its triggers: it has to run this again, and a test says so.
_BUSY = """NEW.unit_id IS NOT NULL AND NEW.state IN ('planned', 'done') AND EXISTS (
  SELECT 1 FROM deployments_deployment AS other
  WHERE other.unit_id = NEW.unit_id AND other.id <> NEW.id AND other.state IN ('planned', 'done')
  AND other.starts_at < NEW.ends_at AND other.ends_at > NEW.starts_at)"""
_SQLITE = """
CREATE TRIGGER deployment_one_place_{when} BEFORE {when} ON deployments_deployment WHEN {busy}
BEGIN SELECT RAISE(ABORT, 'unit is elsewhere'); END;
"""
_POSTGRESQL = """
CREATE FUNCTION deployments_one_place() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF {busy} THEN RAISE EXCEPTION 'unit is elsewhere' USING ERRCODE = 'integrity_constraint_violation'; END IF;
RETURN NEW; END $$;
CREATE TRIGGER deployment_one_place BEFORE INSERT OR UPDATE ON deployments_deployment
FOR EACH ROW EXECUTE FUNCTION deployments_one_place();
"""


def one_place(apps, schema_editor):
    """The same wall in each database's own words."""
    if schema_editor.connection.vendor == "sqlite":
        for when in ("INSERT", "UPDATE"):
            schema_editor.execute(_SQLITE.format(when=when, busy=_BUSY))
        return
    schema_editor.execute(_POSTGRESQL.format(busy=_BUSY))


class Migration(migrations.Migration):
    """Triggers on the table of deployments."""

    dependencies = [("deployments", "0001_who_is_where_when")]
    operations = [migrations.RunPython(one_place, migrations.RunPython.noop)]
