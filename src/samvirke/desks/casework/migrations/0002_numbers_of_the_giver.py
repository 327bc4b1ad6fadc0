"""Counts each agency's disclosures for itself, so that a number tells nobody of others; keeps whom each is about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A number that is unique over all agencies would say that others have exchanged something."""

    dependencies = [("casework", "0001_initial")]
    operations = [
        migrations.RemoveConstraint(model_name="disclosure", name="disclosure_number_once"),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.UniqueConstraint(fields=("case", "giver", "number"), name="disclosure_number_once"),
        ),
        migrations.AddField(model_name="disclosure", name="subjects", field=models.JSONField(default=list)),
    ]
