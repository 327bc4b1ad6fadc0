"""The table of reviews."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """As the model says."""

    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Review",
            fields=[
                ("seq", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
                ("note", models.TextField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("note", ""), _negated=True), name="review_says_something"
                    )
                ]
            },
        ),
    ]
