"""Lets PostgreSQL itself show a person to their own agency only, and to the system when it forgets or seals anew."""

from django.db import migrations

# The scheduler and the operator forget people whom no case is about, and seal numbers under new keys; nothing else.
_WALL = """
ALTER TABLE persons_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE persons_person FORCE ROW LEVEL SECURITY;
CREATE POLICY agency ON persons_person
    USING (agency_id = ANY ((SELECT app_agencies())::text[]))
    WITH CHECK (agency_id = ANY ((SELECT app_agencies())::text[]));
CREATE POLICY system_reads ON persons_person FOR SELECT
    USING ((SELECT app_system()) IN ('operator', 'scheduler'));
CREATE POLICY system_seals ON persons_person FOR UPDATE
    USING ((SELECT app_system()) IN ('operator', 'scheduler'))
    WITH CHECK ((SELECT app_system()) IN ('operator', 'scheduler'));
CREATE POLICY system_forgets ON persons_person FOR DELETE
    USING ((SELECT app_system()) IN ('operator', 'scheduler'));
"""


def wall(apps, schema_editor):
    """SQLite has no such wall."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_WALL)


class Migration(migrations.Migration):
    """Policies on the table of persons."""

    dependencies = [("persons", "0001_initial"), ("access", "0002_wall")]
    operations = [migrations.RunPython(wall, migrations.RunPython.noop)]
