import content_models.taxonomies.bodies
from django.db import migrations, models


def order_by_swedish_name(apps, schema_editor):
    from content_models.editions.listing import swedish_order

    for model in ("ApprovingBody", "ProgrammeArea"):
        for body in apps.get_model("content_models", model).objects.all():
            body.name_order = swedish_order(body.name)
            body.save(update_fields=["name_order"])


BODIES = ("approvingbody", "programmearea")


class Migration(migrations.Migration):

    dependencies = [
        ("content_models", "0004_news_and_start_pages"),
    ]

    operations = [
        *[
            migrations.AddField(
                model_name=body,
                name="name_order",
                field=models.CharField(default="", editable=False, max_length=1000),
                preserve_default=False,
            )
            for body in BODIES
        ],
        *[
            migrations.AddField(
                model_name=body,
                name="contact",
                field=models.CharField(blank=True, help_text="Write an e-mail address (name@example.org) or the address of a web form (https://…).", max_length=500, validators=[content_models.taxonomies.bodies.validate_contact], verbose_name="way of contact"),
            )
            for body in BODIES
        ],
        *[
            migrations.AlterField(
                model_name=body,
                name="name",
                field=models.CharField(max_length=255, unique=True, validators=[content_models.taxonomies.bodies.validate_name], verbose_name="name"),
            )
            for body in BODIES
        ],
        *[
            migrations.AlterField(
                model_name=body,
                name="url",
                field=models.URLField(blank=True, help_text="Write a web address that begins with https:// or http://.", validators=[content_models.taxonomies.bodies.validate_link], verbose_name="link"),
            )
            for body in BODIES
        ],
        migrations.AddField(
            model_name="programmearea",
            name="from_migrate",
            field=models.BooleanField(default=False, editable=False),
        ),
        *[
            migrations.AlterModelOptions(
                name=body,
                options={"ordering": ("name_order", "name"), "verbose_name": one, "verbose_name_plural": many},
            )
            for body, one, many in (
                ("approvingbody", "approving body", "approving bodies"),
                ("programmearea", "programme area", "programme areas"),
            )
        ],
        migrations.RunPython(order_by_swedish_name, migrations.RunPython.noop),
    ]
