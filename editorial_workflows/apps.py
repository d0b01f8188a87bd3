"""Plugs roles and workflows into Django and Wagtail."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save, pre_delete, pre_save


class EditorialWorkflowsConfig(AppConfig):
    """Roles and the way from draft to approval."""

    name = "editorial_workflows"
    verbose_name = "Arbetsflöden"

    def ready(self) -> None:
        from wagtail.models import PageViewRestriction, Revision
        from wagtail.signals import copy_for_translation_done

        from content_models.models import ApprovingBody, ProgrammeArea
        from editorial_workflows import notices, receivers, roles, workflow_verbs

        workflow_verbs.take_turns()
        workflow_verbs.copies_keep_their_authors()
        notices.send_after_commit()
        pre_save.connect(receivers.keep_judged_revision, sender=Revision)
        pre_save.connect(receivers.refuse_privacy, sender=PageViewRestriction)
        pre_delete.connect(receivers.keep_body_that_approved, sender=ApprovingBody)
        post_save.connect(receivers.give_area_its_approvers, sender=ProgrammeArea)
        copy_for_translation_done.connect(receivers.give_translation_its_people)
        post_migrate.connect(roles.ensure_roles, sender=self)
