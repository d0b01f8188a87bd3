import content_models.pages.fields
import django.db.models.deletion
import editorial_workflows.tasks
from django.db import migrations, models
from django.db.models import F

WORKFLOW = 'Regionalt godkännande'
STEP = 'Granskning i regionen'
EVERY_CLASS = ['editorial', 'substantive', 'safety']


def add_step(apps, schema_editor):
    """The first of two steps into the workflow that `migrate` once made, if it is as it was made."""
    WorkflowTask = apps.get_model('wagtailcore', 'WorkflowTask')
    found = WorkflowTask.objects.filter(workflow__name=WORKFLOW, workflow__active=True)
    models_of_steps = list(found.values_list('task__content_type__model', flat=True))
    if models_of_steps != ['regionalapproval']:
        return
    step = found.get()
    WorkflowTask.objects.filter(pk=step.pk).update(sort_order=F('sort_order') + 1)
    WorkflowTask.objects.create(
        workflow_id=step.workflow_id, task_id=_review(apps).pk, sort_order=step.sort_order
    )


def _review(apps):
    RegionalReview = apps.get_model('editorial_workflows', 'RegionalReview')
    # Content types are made after the migrations.
    content_type, _created = apps.get_model('contenttypes', 'ContentType').objects.get_or_create(
        app_label='editorial_workflows', model='regionalreview'
    )
    return RegionalReview.objects.first() or RegionalReview.objects.create(
        name=STEP, change_classes=EVERY_CLASS, content_type_id=content_type.pk
    )


def take_away(apps, schema_editor):
    """With what was decided in it: its type is about to go."""
    apps.get_model('editorial_workflows', 'RegionalReview').objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('editorial_workflows', '0001_initial'),
        ('region_overlays', '0003_regions_as_data'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='RegionalReview',
            fields=[
                ('task_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.task')),
                ('change_classes', content_models.pages.fields.ChosenWordsField(default=editorial_workflows.tasks.every_class, help_text='The step is passed over for changes of other classes.', verbose_name='change classes')),
            ],
            options={
                'verbose_name': 'regional review',
                'verbose_name_plural': 'regional reviews',
            },
            bases=('wagtailcore.task',),
        ),
        migrations.RunPython(add_step, take_away),
    ]
