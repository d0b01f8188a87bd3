from django.db import migrations, models


class Migration(migrations.Migration):
    """On its own: PostgreSQL makes no index in a transaction that has rewritten the rows."""

    dependencies = [
        ("content_models", "0005_bodies_with_contact"),
    ]

    operations = [
        migrations.AlterField(
            model_name=body,
            name="name_order",
            field=models.CharField(db_index=True, editable=False, max_length=1000),
        )
        for body in ("approvingbody", "programmearea")
    ]
