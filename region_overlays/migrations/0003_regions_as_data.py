import content_models.pages.fields
import content_models.taxonomies.bodies
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import region_overlays.region
from django.db import migrations, models
from wagtail.images import get_image_model_string

ADDRESS_PATTERN = '^(https?://[^\\s<>\\"\\\\]+|/(?![/\\\\])[^\\s<>\\"\\\\]*|mailto:[^\\s<>\\"\\\\]+|tel:\\+?[\\d -]+)$'
ADDRESS_FORM = 'Write an address (https://…), a path on this site (/…), mailto: or tel:.'


def fill_in(apps, schema_editor):
    """What regions had until now stays: every language, every kind, who may approve their own."""
    from content_models.configured_languages import LANGUAGES
    from content_models.regions import BY_CODE

    for region in apps.get_model("region_overlays", "Region").objects.all():
        fact = BY_CODE.get(region.code)
        region.short_name = fact.short_name if fact else region.name[:40]
        region.languages = list(LANGUAGES)
        region.approval_path = "self-approval" if region.allows_self_approval else "one-approver"
        region.save(update_fields=["short_name", "languages", "approval_path"])


def keep_bodies(apps, schema_editor):
    """The bodies that a region's supplements name approve for it, as they have until now."""
    named = {}
    pages = apps.get_model("region_overlays", "SupplementPage").objects
    for page in pages.select_related("latest_revision").iterator():
        draft = page.latest_revision.content if page.latest_revision else {}
        named.setdefault(page.region_id, set()).update(
            {page.approving_body_id, draft.get("approving_body")} - {None}
        )
    bodies = apps.get_model("content_models", "ApprovingBody").objects
    for region in apps.get_model("region_overlays", "Region").objects.filter(pk__in=named):
        found = bodies.filter(pk__in=named[region.pk]).exclude(name=region.name)
        region.approving_bodies.add(*found)


def take_back(apps, schema_editor):
    regions = apps.get_model("region_overlays", "Region").objects
    regions.filter(approval_path="self-approval").update(allows_self_approval=True)


class Migration(migrations.Migration):

    dependencies = [
        ('content_models', '0007_sections_in_settings'),
        ('region_overlays', '0002_self_approval'),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.AddField(
            model_name='region',
            name='short_name',
            field=models.CharField(default='', max_length=40),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='region',
            name='contact',
            field=models.CharField(blank=True, help_text='Write an e-mail address (name@example.org) or the address of a web form (https://…).', max_length=500, validators=[content_models.taxonomies.bodies.validate_contact], verbose_name='way of contact'),
        ),
        migrations.AddField(
            model_name='region',
            name='logo',
            field=models.ForeignKey(blank=True, help_text="Readers who do not see it are told the region's name.", null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=get_image_model_string(), verbose_name='logo'),
        ),
        migrations.AddField(
            model_name='region',
            name='logo_address',
            field=models.CharField(blank=True, default='', editable=False, max_length=500),
        ),
        migrations.AddField(
            model_name='region',
            name='languages',
            field=content_models.pages.fields.ChosenWordsField(default=region_overlays.region.source_language_only, help_text='The languages that the region writes supplements in.', verbose_name='languages'),
        ),
        migrations.AddField(
            model_name='region',
            name='kinds',
            field=content_models.pages.fields.ChosenWordsField(blank=True, default=region_overlays.region.every_supplemented_kind, help_text='The kinds of article that the region writes supplements to.', verbose_name='takes part in'),
        ),
        migrations.AddField(
            model_name='region',
            name='approving_bodies',
            field=models.ManyToManyField(blank=True, help_text='Those that approve for the region, besides the region itself by its name.', related_name='regions', to='content_models.approvingbody', verbose_name='approving bodies'),
        ),
        migrations.AddField(
            model_name='region',
            name='approval_path',
            field=models.CharField(choices=[('one-approver', 'One approver'), ('two-steps', 'Two steps'), ('self-approval', 'Self-approval')], default='one-approver', help_text='One approver, or two in turn, other than the writer; or approvers may approve their own words, and then the public receipt says so.', max_length=20, verbose_name='way of approval'),
        ),
        migrations.AlterField(
            model_name='region',
            name='name',
            field=models.CharField(max_length=100, unique=True, validators=[content_models.taxonomies.bodies.validate_name], verbose_name='name'),
        ),
        migrations.AlterField(
            model_name='region',
            name='url',
            field=models.URLField(blank=True, help_text='Write a web address that begins with https:// or http://.', validators=[content_models.taxonomies.bodies.validate_link], verbose_name='link'),
        ),
        migrations.CreateModel(
            name='RegionQuickLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('label', models.CharField(max_length=200, validators=[content_models.taxonomies.bodies.validate_name], verbose_name='words of the link')),
                ('url', models.CharField(help_text=ADDRESS_FORM, max_length=1000, validators=[django.core.validators.RegexValidator(ADDRESS_PATTERN, ADDRESS_FORM)], verbose_name='address')),
                ('audience', models.CharField(blank=True, choices=[('', 'Both audiences'), ('staff', 'Care staff'), ('citizen', 'Citizens')], default='', max_length=10, verbose_name='audience')),
                ('region', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='quick_links', to='region_overlays.region')),
            ],
            options={
                'verbose_name': 'quick link',
                'verbose_name_plural': 'quick links',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.RunPython(fill_in, take_back),
        migrations.RunPython(keep_bodies, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='region',
            name='short_name',
            field=models.CharField(help_text='For narrow columns and running text: Skåne, Västra Götaland.', max_length=40, unique=True, validators=[content_models.taxonomies.bodies.validate_name], verbose_name='short name'),
        ),
        migrations.RemoveField(
            model_name='region',
            name='allows_self_approval',
        ),
    ]
