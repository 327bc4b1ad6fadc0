"""What the policies of every room ask: for which agencies this transaction speaks, and for which work of the system."""

from django.db import migrations

# Absent or empty means nobody: a policy that compares with nothing shows nothing. No agency is called "".
_SETTINGS = """
CREATE FUNCTION app_agencies() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT array_remove(string_to_array(nullif(current_setting('app.agencies', true), ''), ','), '') $$;
CREATE FUNCTION app_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.system', true), '') $$;
"""


def settings(apps, schema_editor):
    """SQLite has no such wall."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(_SETTINGS)


class Migration(migrations.Migration):
    """Two functions, which read what `samvirke.trust.access.wall` says."""

    dependencies = [("access", "0001_initial")]
    operations = [migrations.RunPython(settings, migrations.RunPython.noop)]
