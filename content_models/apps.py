"""Plugs the ledger into Django and Wagtail."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete, pre_save


class ContentModelsConfig(AppConfig):
    """Page types, documents, approvals and the ledger of editions."""

    name = "content_models"
    verbose_name = "Innehåll"

    def ready(self) -> None:
        from wagtail.models import Page
        from wagtail.signals import (
            init_new_page,
            page_published,
            page_slug_changed,
            page_unpublished,
            post_page_move,
        )

        from content_models import models, setup
        from content_models.editions import (
            append_only,
            receivers,
            translation_tools,
            wagtail_actions,
        )
        from content_models.in_use import kept
        from content_models.pages import section_rules
        from content_models.taxonomies import areas

        init_new_page.connect(section_rules.offer_template)
        wagtail_actions.run_inside_publishing()
        translation_tools.write_drafts_only()
        kept.keep_while_in_use()
        page_published.connect(receivers.register_folder, sender=models.FolderPage)
        page_slug_changed.connect(receivers.follow_new_address)
        post_page_move.connect(receivers.follow_new_address)
        # Schedules and bulk actions unpublish plain Page objects, whose save is Wagtail's own.
        page_unpublished.connect(receivers.withdraw_page)
        pre_delete.connect(receivers.withdraw_page, sender=Page)
        pre_save.connect(receivers.hold_plain_page, sender=Page)
        for model in models.REFERENCE_MODELS:
            post_save.connect(receivers.note_reference_change, sender=model)
            post_delete.connect(receivers.note_reference_change, sender=model)
        post_migrate.connect(append_only.install, sender=self)
        post_migrate.connect(setup.ensure_national_tree, sender=self)
        post_migrate.connect(areas.ensure_areas, sender=self)
        checks.register(append_only.check_triggers, checks.Tags.database)
