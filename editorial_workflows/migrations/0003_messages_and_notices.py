import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('editorial_workflows', '0002_regional_review'),
        ('region_overlays', '0004_supplement_standings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='submission',
            name='message_to_regions',
            field=models.TextField(blank=True, default='', max_length=1000),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name='DigestReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('next_on', models.DateField()),
                ('told_on', models.DateField(null=True)),
                ('sequence', models.BigIntegerField(default=0)),
                ('claimed_until', models.DateTimeField(null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='region_overlays.region')),
            ],
            options={
                'verbose_name': "reader of a region's letters",
                'constraints': [models.UniqueConstraint(fields=('region', 'person'), name='digest_reader_once')],
            },
        ),
        migrations.CreateModel(
            name='RegionNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sequence', models.BigIntegerField()),
                ('key', models.CharField(max_length=255)),
                ('language', models.CharField(max_length=20)),
                ('title', models.CharField(max_length=255)),
                ('parts', models.JSONField(default=list)),
                ('message', models.TextField(blank=True, max_length=1000)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('region', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='region_overlays.region')),
            ],
            options={
                'verbose_name': 'notice to a region',
                'verbose_name_plural': 'notices to regions',
                'indexes': [models.Index(fields=['region', 'key'], name='region_notice_key')],
                'constraints': [models.UniqueConstraint(fields=('region', 'sequence'), name='region_notice_once')],
            },
        ),
    ]
