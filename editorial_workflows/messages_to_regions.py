"""What national editors may write to the regions whose supplements a change touches."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from content_models.documents.unseen import unseen_in
from content_models.editions.unseen_texts import HOLDS_UNSEEN
from editorial_workflows.refusals import NotSubmitted
from editorial_workflows.submissions import LONGEST_MESSAGE


def check_message(page: Any, message: str) -> None:
    """Raises NotSubmitted for one that cannot be sent; none is always in order."""
    if not message:
        return
    if not page.as_part().is_national:
        raise NotSubmitted(_("A message to the regions goes with national content only."))
    if len(message) > LONGEST_MESSAGE:
        raise NotSubmitted(
            _("The message to the regions is longer than %(length)d characters.")
            % {"length": LONGEST_MESSAGE}
        )
    found = unseen_in(message)
    if found is not None:
        raise NotSubmitted(str(HOLDS_UNSEEN) % {"character": found})
