"""Plugs roles and workflows into Django and Wagtail."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save, pre_save


class EditorialWorkflowsConfig(AppConfig):
    """Roles and the way from draft to approval."""

    name = "editorial_workflows"
    verbose_name = "Arbetsflöden"

    def ready(self) -> None:
        from wagtail.models import PageViewRestriction, Revision
        from wagtail.signals import copy_for_translation_done, page_unpublished
        from wagtail_localize.models import SegmentOverride, StringTranslation

        from content_models.models import ProgrammeArea
        from editorial_workflows import (
            carrying,
            notices,
            others_drafts,
            receivers,
            roles,
            telling_regions,
            workflow_verbs,
        )
        from editorial_workflows.translating import explorer, localize_screens
        from region_overlays.signals import standings_kept

        workflow_verbs.take_turns()
        workflow_verbs.reverts_respect_locks()
        others_drafts.keep_to_their_readers()
        explorer.show_standings()
        localize_screens.refuse()
        carrying.copies_keep_their_authors()
        carrying.updates_keep_their_authors()
        carrying.reverts_keep_their_authors()
        notices.send_after_commit()
        pre_save.connect(receivers.freeze_what_is_judged, sender=Revision)
        pre_save.connect(receivers.refuse_privacy, sender=PageViewRestriction)
        page_unpublished.connect(receivers.end_review_of_withdrawn)
        post_save.connect(receivers.give_area_its_approvers, sender=ProgrammeArea)
        for model in (StringTranslation, SegmentOverride):
            post_save.connect(carrying.note_translator, sender=model)
        copy_for_translation_done.connect(receivers.give_translation_its_people)
        standings_kept.connect(telling_regions.tell_regions)
        post_migrate.connect(roles.ensure_roles, sender=self)
