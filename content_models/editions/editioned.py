"""Pages whose published state lives in the ledger: nothing goes live here without an approval."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from content_models.documents.rendering import RenderedPart
from content_models.editions.ledger import has_live_edition, publishing
from content_models.editions.parts import Part
from content_models.editions.unseen_texts import unseen_faults
from content_models.pages.governed import GovernedPage


class EditionedPage(GovernedPage):
    """Mixin for page types that are published as editions.

    However a page is made live – a form, a script, a schedule, a translation tool – it is saved,
    and `save` refuses it unless exactly this content was approved.
    """

    alias_of_id: int | None
    get_latest_revision: Any
    live: Any
    live_revision_id: int | None
    has_unpublished_changes: Any
    locale_id: int

    withdrawal_note: str = ""
    """Why it is being unpublished, for the public: set on the object before that is done."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; appends an edition when the page goes live and a tombstone when it leaves.

        Raises NotApproved, SourceMadeSafer and PartTaken, and then nothing is saved.
        """
        if self.alias_of_id is not None:
            # It would follow its source live, without an approval of its own.
            raise PermissionDenied(_("Articles and supplements have no aliases; copy instead."))
        if self._state.adding:
            # What is new or copied starts as a draft, whatever it was copied from.
            self.live = False
            self.has_unpublished_changes = True
            self.live_revision_id = None
            super().save(*args, **kwargs)
            return
        if not self.live:
            # A live copy comes back to have one set.
            self.live_revision_id = None
        update_fields = kwargs.get("update_fields")
        if update_fields is not None and "live" not in update_fields:
            super().save(*args, **kwargs)
            return
        if not self.live and not has_live_edition(self.pk):
            super().save(*args, **kwargs)
            return
        with publishing() as ledger:
            entry = ledger.admit(self) if self.live else None
            super().save(*args, **kwargs)
            if entry is not None:
                ledger.append([entry.at(self.public_path())])
            elif not self.live:
                ledger.withdraw(self.pk, note=self.withdrawal_note)

    def clean(self) -> None:
        """Raises ValidationError where a text holds what nobody would see."""
        super().clean()
        if faults := unseen_faults(self):
            raise ValidationError(faults)

    def as_part(self) -> Part:
        """The part that this page is published as."""
        raise NotImplementedError

    def render(self) -> RenderedPart:
        """The document of the content as it stands on this object, saved or not."""
        raise NotImplementedError

    def approver(self) -> str:
        """The name of the body for which the content is approved; empty if none is chosen."""
        raise NotImplementedError

    def public_path(self) -> str | None:
        """Where the part is read on its own; None for supplements."""
        return None
