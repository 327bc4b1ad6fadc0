"""Lets PostgreSQL itself show a search, its reports and its pairs to the one agency whose they are."""

from django.db import migrations

# Whoever deletes a case or a search deletes all of it, also what they may not read: the keys do it, not the program.
_CASCADE = """
DO $$
DECLARE one record;
BEGIN
    FOR one IN
        SELECT con.conname, con.conrelid::regclass AS here, con.confrelid::regclass AS there, col.attname,
               CASE WHEN col.attnotnull THEN 'CASCADE' ELSE 'SET NULL' END AS then_what
        FROM pg_constraint con
        JOIN pg_attribute col ON col.attrelid = con.conrelid AND col.attnum = con.conkey[1]
        WHERE con.contype = 'f'
          AND con.conrelid IN
            ('casework_search'::regclass, 'casework_searchreport'::regclass, 'casework_searchpair'::regclass)
          AND con.confrelid IN
            ('casework_case'::regclass, 'casework_search'::regclass, 'casework_searchreport'::regclass)
    LOOP
        EXECUTE format(
            'ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %s (id) '
            'ON DELETE %s DEFERRABLE INITIALLY DEFERRED',
            one.here, one.conname, one.conname, one.attname, one.there, one.then_what);
    END LOOP;
END $$;
"""
_MINE = "agency_id = ANY ((SELECT app_agencies())::text[])"
_FORGETS = "(SELECT app_system()) IN ('operator', 'scheduler')"
# An agency searches in a case of its own, and a report lies in a search that it can see.
_OWN_CASE = "EXISTS (SELECT 1 FROM casework_case c WHERE c.id = casework_search.case_id AND c.owner_id = agency_id)"
_OWN_SEARCH = (
    "EXISTS (SELECT 1 FROM casework_search s WHERE s.id = {table}.search_id AND s.agency_id = {table}.agency_id)"
)
_POLICIES = {
    "search": {"SELECT": _MINE, "INSERT": f"{_MINE} AND {_OWN_CASE}", "UPDATE": _MINE},
    "searchreport": {"SELECT": _MINE, "INSERT": f"{_MINE} AND {_OWN_SEARCH}", "DELETE": _MINE},
    "searchpair": {"SELECT": _MINE, "INSERT": f"{_MINE} AND {_OWN_SEARCH}", "UPDATE": _MINE, "DELETE": _MINE},
}
# What forgets: it ends a search whose time is over, and lets its reports and pairs go.
_WORK = (
    ("search", "SELECT"),
    ("search", "UPDATE"),
    ("searchreport", "SELECT"),
    ("searchreport", "DELETE"),
    ("searchpair", "SELECT"),
    ("searchpair", "DELETE"),
)


def wall(apps, schema_editor):
    """SQLite has no such wall."""
    if schema_editor.connection.vendor != "postgresql":
        return
    schema_editor.execute(_CASCADE, None)
    for name, verbs in _POLICIES.items():
        table = f"casework_{name}"
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY", None)
        for verb, when in verbs.items():
            _policy(schema_editor, table, f"agency_{verb.lower()}", verb, when)
    for name, verb in _WORK:
        _policy(schema_editor, f"casework_{name}", f"work_forgets_{verb.lower()}", verb, _FORGETS)


def _policy(schema_editor, table, name, verb, when):
    said = "WITH CHECK" if verb == "INSERT" else "USING"
    schema_editor.execute(f"CREATE POLICY {name} ON {table} FOR {verb} {said} ({when.format(table=table)})", None)


class Migration(migrations.Migration):
    """Policies on the tables of searches."""

    dependencies = [("casework", "0005_searches"), ("access", "0002_wall")]
    operations = [migrations.RunPython(wall, migrations.RunPython.noop)]
