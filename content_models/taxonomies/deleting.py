"""The screen that deletes a code, an area or a body."""

from __future__ import annotations

from wagtail.admin.views import generic

from content_models.in_use.views import refuse_when_used


@refuse_when_used
class Delete(generic.DeleteView):
    """Asks first whether anything uses it."""
