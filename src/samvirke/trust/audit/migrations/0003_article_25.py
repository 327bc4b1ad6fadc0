"""Gives the lines the fields of article 25 of the Law Enforcement Directive, and the persons concerned a table."""

from importlib import import_module

from django.db import migrations, models

_walls = import_module("samvirke.trust.audit.migrations.0002_add_only")


def walls_again(apps, schema_editor):
    """SQLite writes a changed table anew, without its triggers; PostgreSQL has kept them."""
    if schema_editor.connection.vendor == "sqlite":
        for name in ("line_no_update", "line_no_delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}")
        _walls.add_only(apps, schema_editor)


class Migration(migrations.Migration):
    """Lines that are there keep version 1: their hash covers the fields they were written with."""

    dependencies = [("audit", "0002_add_only")]
    operations = [
        migrations.AddField("line", "version", models.PositiveSmallIntegerField(default=1)),
        migrations.AddField("line", "kind", models.CharField(blank=True, default="", max_length=4), False),
        migrations.AddField("line", "recipients", models.JSONField(default=list)),
        migrations.AddConstraint(
            "line",
            models.CheckConstraint(condition=models.Q(kind__in=["", "act", "read"]), name="line_of_known_kind"),
        ),
        migrations.AddIndex("line", models.Index(fields=["actor", "at"], name="line_by_actor")),
        migrations.CreateModel(
            name="Subject",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("seq", models.BigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("key_id", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["digest", "key_id"], name="lines_of_a_subject")],
                "constraints": [
                    models.UniqueConstraint(fields=("seq", "digest", "key_id"), name="subject_once_a_line")
                ],
            },
        ),
        migrations.RunPython(walls_again, migrations.RunPython.noop),
    ]
