from django.db import migrations, models


def hidden_rows_protect(apps, schema_editor):
    """What was remembered as hidden without its word is remembered as protecting, which claims nothing."""
    apps.get_model("suppression", "Released").objects.filter(hidden=True).update(why_hidden="protects")


class Migration(migrations.Migration):
    dependencies = [("suppression", "0001_initial")]

    operations = [
        migrations.AddField("released", "why_hidden", models.CharField(blank=True, default="", max_length=10)),
        migrations.RunPython(hidden_rows_protect, migrations.RunPython.noop),
        migrations.RemoveConstraint("released", "released_hidden_or_with_value"),
        migrations.RemoveField("released", "hidden"),
        migrations.AlterField("released", "why_hidden", models.CharField(blank=True, max_length=10)),
        migrations.AddConstraint(
            "released",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("value__isnull", False), ("why_hidden", "")),
                    models.Q(("value__isnull", True), ("why_hidden__in", ["few", "protects"])),
                    _connector="OR",
                ),
                name="released_hidden_or_with_value",
            ),
        ),
    ]
