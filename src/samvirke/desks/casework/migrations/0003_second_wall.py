"""Lets PostgreSQL itself show a case to the agencies that it has reached, and what one wrote to that agency only."""

from django.db import migrations

# Which agencies a case has ever reached stands on the case: its owner, whoever was asked to take part, and whoever
# something was disclosed to. The policies of the other tables ask the case, so that none of them asks itself.
_REACH = """
ALTER TABLE casework_case ADD COLUMN reached_by text[] NOT NULL DEFAULT '{}';
UPDATE casework_case SET reached_by = ARRAY(
    SELECT owner_id::text
    UNION SELECT agency_id::text FROM casework_participant p WHERE p.case_id = casework_case.id
    UNION SELECT receiver_id::text FROM casework_disclosure d
        WHERE d.case_id = casework_case.id AND d.state IN ('given', 'recalled'));
CREATE FUNCTION casework_reaches_its_owner() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.reached_by := ARRAY[NEW.owner_id::text]; RETURN NEW; END $$;
CREATE FUNCTION casework_reaches_a_participant() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    UPDATE casework_case SET reached_by = array_append(reached_by, NEW.agency_id::text)
        WHERE id = NEW.case_id AND NOT NEW.agency_id = ANY (reached_by);
    RETURN NULL;
END $$;
CREATE FUNCTION casework_reaches_a_receiver() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    UPDATE casework_case SET reached_by = array_append(reached_by, NEW.receiver_id::text)
        WHERE id = NEW.case_id AND NOT NEW.receiver_id = ANY (reached_by);
    RETURN NULL;
END $$;
CREATE TRIGGER reaches_its_owner BEFORE INSERT ON casework_case
    FOR EACH ROW EXECUTE FUNCTION casework_reaches_its_owner();
CREATE TRIGGER reaches_a_participant AFTER INSERT ON casework_participant
    FOR EACH ROW EXECUTE FUNCTION casework_reaches_a_participant();
CREATE TRIGGER reaches_a_receiver AFTER INSERT OR UPDATE OF state ON casework_disclosure
    FOR EACH ROW WHEN (NEW.state = 'given') EXECUTE FUNCTION casework_reaches_a_receiver();
"""
# Whoever deletes a case deletes all of it, also what they may not read: the keys do it, not the program.
_CASCADE = """
DO $$
DECLARE one record;
BEGIN
    FOR one IN
        SELECT con.conname, con.conrelid::regclass AS here, con.confrelid::regclass AS there, col.attname,
               CASE WHEN col.attnotnull THEN 'CASCADE' ELSE 'SET NULL' END AS then_what
        FROM pg_constraint con
        JOIN pg_attribute col ON col.attrelid = con.conrelid AND col.attnum = con.conkey[1]
        WHERE con.contype = 'f' AND con.confrelid IN
            ('casework_case'::regclass, 'casework_disclosure'::regclass, 'casework_ask'::regclass)
    LOOP
        EXECUTE format(
            'ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES %s (id) '
            'ON DELETE %s DEFERRABLE INITIALLY DEFERRED',
            one.here, one.conname, one.conname, one.attname, one.there, one.then_what);
    END LOOP;
END $$;
"""
_MINE = "ANY ((SELECT app_agencies())::text[])"
_FORGETS = "(SELECT app_system()) IN ('operator', 'scheduler')"
_OF_CASE = "EXISTS (SELECT 1 FROM casework_case c WHERE c.id = {table}.case_id)"
# Not as a sub-select, unlike the others: only so does the planner foresee how many cases an agency has.
_REACHED = "reached_by && app_agencies()"
_MY_AGENCYS = f"agency_id = {_MINE}"
_MINE_IN_CASE = f"{_MY_AGENCYS} AND {_OF_CASE}"
# One's own rows first: PostgreSQL then need not look at the case of each.
_MINE_OR_OF_CASE = f"({_MY_AGENCYS} OR {_OF_CASE})"
_EITHER_ASKS = f"(asker_id = {_MINE} OR holder_id = {_MINE})"
_EITHER_OWES = f"(agency_id = {_MINE} OR given_by_id = {_MINE})"
# What was recalled or has expired stays in sight without its content: it was read, and its label still binds.
_GIVEN_OR_GOT = f"(giver_id = {_MINE} OR receiver_id = {_MINE} AND state IN ('given', 'recalled'))"
_CARRIED = "EXISTS (SELECT 1 FROM casework_disclosure d WHERE d.id = casework_referral.disclosure_id{})"

# Table by table and verb by verb. A verb that is not named is denied: what hangs on a case goes with it by its keys.
# Conflicts and seals are seen by whoever sees the case, since what forbids must never be out of sight.
_POLICIES = {
    "case": {
        "SELECT": _REACHED,
        "INSERT": f"owner_id = {_MINE}",
        "UPDATE": _REACHED,
        "DELETE": f"owner_id = {_MINE} AND closed_on IS NOT NULL",
    },
    "participant": {"SELECT": _MINE_OR_OF_CASE, "INSERT": _OF_CASE, "UPDATE": _OF_CASE},
    "member": {"SELECT": _MINE_OR_OF_CASE, "INSERT": _MINE_IN_CASE, "UPDATE": _OF_CASE},
    "conflict": {"SELECT": _OF_CASE, "INSERT": _OF_CASE},
    "breakglass": {"SELECT": _MINE_OR_OF_CASE, "INSERT": _MINE_IN_CASE, "UPDATE": _OF_CASE},
    "seal": {"SELECT": _MINE_OR_OF_CASE, "INSERT": _MINE_IN_CASE, "UPDATE": _MY_AGENCYS},
    "involved": {"SELECT": _MY_AGENCYS, "INSERT": _MINE_IN_CASE, "UPDATE": _MY_AGENCYS, "DELETE": _MY_AGENCYS},
    "contribution": {"SELECT": _MY_AGENCYS, "INSERT": _MINE_IN_CASE, "UPDATE": _MY_AGENCYS},
    "ask": {"SELECT": _EITHER_ASKS, "INSERT": f"asker_id = {_MINE} AND {_OF_CASE}", "UPDATE": _EITHER_ASKS},
    "disclosure": {"SELECT": _GIVEN_OR_GOT, "INSERT": f"giver_id = {_MINE} AND {_OF_CASE}", "UPDATE": _GIVEN_OR_GOT},
    "referral": {
        "SELECT": _CARRIED.format(""),
        "INSERT": _CARRIED.format(f" AND d.giver_id = {_MINE}"),
        "UPDATE": _CARRIED.format(""),
    },
    "tasktext": {"SELECT": _EITHER_OWES, "INSERT": f"given_by_id = {_MINE} AND {_OF_CASE}", "UPDATE": _EITHER_OWES},
    "event": {
        "SELECT": f"(seen_by = {_MINE} OR seen_by = '' AND {_OF_CASE})",
        "INSERT": _OF_CASE,
    },
}
# Named work that sees more. Forgetting (scheduler, operator): which cases are over, who was in them, what has expired.
# The screen that all see: what was given between others in a case that has reached one's own agency.
# Counting: how long cases stand in their stages, and which agency's time it is.
_WORK = (
    ("case", "forgets_it", "SELECT", _FORGETS),
    ("case", "forgets", "DELETE", _FORGETS),
    ("involved", "forgets_it", "SELECT", _FORGETS),
    ("disclosure", "ends_it", "SELECT", f"{_FORGETS} AND expires_at <= now()"),
    ("disclosure", "ends", "UPDATE", f"{_FORGETS} AND expires_at <= now()"),
    ("case", "counts", "SELECT", "(SELECT app_system()) = 'counting'"),
    ("participant", "counts", "SELECT", "(SELECT app_system()) = 'counting'"),
    ("disclosure", "screen", "SELECT", f"(SELECT app_system()) = 'shared-screen' AND state = 'given' AND {_OF_CASE}"),
)


def wall(apps, schema_editor):
    """SQLite has no such wall."""
    if schema_editor.connection.vendor != "postgresql":
        return
    for statement in (_REACH, _CASCADE):
        schema_editor.execute(statement, None)
    for name, verbs in _POLICIES.items():
        table = f"casework_{name}"
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY", None)
        for verb, when in verbs.items():
            _policy(schema_editor, table, f"agency_{verb.lower()}", verb, when)
    for name, work, verb, when in _WORK:
        _policy(schema_editor, f"casework_{name}", f"work_{work}", verb, when)


def _policy(schema_editor, table, name, verb, when):
    said = "WITH CHECK" if verb == "INSERT" else "USING"
    schema_editor.execute(f"CREATE POLICY {name} ON {table} FOR {verb} {said} ({when.format(table=table)})", None)


class Migration(migrations.Migration):
    """Policies on every table of cases that holds anything about a case."""

    dependencies = [("casework", "0002_numbers_of_the_giver"), ("access", "0002_wall")]
    operations = [migrations.RunPython(wall, migrations.RunPython.noop)]
