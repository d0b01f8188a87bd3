"""Plugs regions and their supplements into Django and Wagtail."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save


class RegionOverlaysConfig(AppConfig):
    """Regions, supplements, composition."""

    name = "region_overlays"
    verbose_name = "Regionala tillägg"

    def ready(self) -> None:
        from wagtail.signals import pre_page_move

        from content_models.editions.receivers import note_reference_change
        from region_overlays import models, receivers, setup

        post_save.connect(note_reference_change, sender=models.Region)
        post_delete.connect(note_reference_change, sender=models.Region)
        pre_page_move.connect(receivers.keep_supplements_in_their_region)
        post_migrate.connect(setup.ensure_regions, sender=self)
