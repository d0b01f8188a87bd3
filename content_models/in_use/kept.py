"""Plugs the refusals into Django's signals and Wagtail's views."""

from __future__ import annotations

from django.db.models.signals import pre_delete, pre_save

from content_models.in_use.named import hold_what_is_named
from content_models.in_use.refusing import keep_what_is_used, kept_models
from content_models.in_use.views import refuse_upload_when_used, refuse_when_used


def keep_while_in_use() -> None:
    """Calling it again changes nothing."""
    from wagtail.documents.views import documents
    from wagtail.documents.views import multiple as many_documents
    from wagtail.images.views import images
    from wagtail.images.views import multiple as many_images
    from wagtail.models import Revision

    pre_save.connect(hold_what_is_named, sender=Revision)
    for model in kept_models():
        pre_delete.connect(keep_what_is_used, sender=model)
    for view in (images.DeleteView, documents.DeleteView):
        refuse_when_used(view)
    for view in (many_images.DeleteView, many_documents.DeleteView):
        refuse_upload_when_used(view)
