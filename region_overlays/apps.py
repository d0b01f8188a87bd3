"""Plugs regions and their supplements into Django and Wagtail."""

from django.apps import AppConfig
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save


class RegionOverlaysConfig(AppConfig):
    """Regions, supplements, composition."""

    name = "region_overlays"
    verbose_name = "Regionala tillägg"

    def ready(self) -> None:
        from wagtail.images import get_image_model
        from wagtail.signals import pre_page_move

        from content_models.editions.receivers import note_reference_change
        from content_models.editions.signals import editions_appended
        from region_overlays import keeping, logos, models, receivers, setup

        for shown in (models.Region, models.RegionQuickLink):
            post_save.connect(note_reference_change, sender=shown)
            post_delete.connect(note_reference_change, sender=shown)
        m2m_changed.connect(note_reference_change, sender=models.Region.approving_bodies.through)
        post_save.connect(logos.follow_image, sender=get_image_model())
        pre_page_move.connect(receivers.keep_supplements_in_their_region)
        editions_appended.connect(keeping.keep_standings)
        post_migrate.connect(setup.ensure_regions, sender=self)
        post_migrate.connect(keeping.ensure_standings, sender=self)
