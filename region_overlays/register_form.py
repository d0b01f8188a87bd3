"""The form of a region: what is wrong stands by its field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.forms import WagtailAdminModelForm

from content_models.in_use.places import pages_shown_to
from content_models.models import ApprovingBody
from content_models.taxonomies.bodies import LINK_FORM
from region_overlays.commitments import Held, by_body, by_kind, by_language
from region_overlays.region import KIND_NAMES, LANGUAGE_NAMES, Region

MOST_NAMED = 3


class RegionForm(WagtailAdminModelForm):
    """A region steps back from nothing that its supplements rest on."""

    instance: Region

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["url"].error_messages["invalid"] = LINK_FORM
        self.fields["languages"].error_messages["required"] = _(
            "Choose at least one language that the region writes in."
        )

    def clean_kinds(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["kinds"]
        self._keep(set(self.instance.kinds) - set(chosen), by_kind, KIND_NAMES)
        return chosen

    def clean_languages(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["languages"]
        self._keep(set(self.instance.languages) - set(chosen), by_language, LANGUAGE_NAMES)
        return chosen

    def clean_approving_bodies(self) -> Iterable[ApprovingBody]:
        chosen: Iterable[ApprovingBody] = self.cleaned_data["approving_bodies"]
        left_out = set(self.instance.approving_bodies.all()) - set(chosen)
        names = {body.name: body.name for body in left_out}
        self._keep(names, lambda region: by_body(region, left_out), names)
        return chosen

    def clean_logo(self) -> Any:
        logo = self.cleaned_data["logo"]
        if logo is not None and not logo.file.storage.exists(logo.file.name):
            raise ValidationError(_("The file of this image is missing; choose another image."))
        return logo

    def _keep(
        self,
        left_out: Iterable[str],
        held_by: Callable[[Region], Held],
        names: Mapping[str, Any],
    ) -> None:
        """Raises ValidationError with an error for each that supplements hold the region to."""
        held = held_by(self.instance) if left_out else {}
        wrong = [
            ValidationError(self._told(str(names[one]), held[one]), code="held")
            for one in names
            if one in left_out and held.get(one)
        ]
        if wrong:
            raise ValidationError(wrong)

    def _told(self, name: str, pages: set[int]) -> str:
        shown = [page.title for page in pages_shown_to(self.for_user, pages)]
        titles = "; ".join(shown[:MOST_NAMED]) + (" …" if len(pages) > MOST_NAMED else "")
        return ngettext(
            "“%(name)s” stays: %(count)s supplement of the region rests on it (%(titles)s). "
            "Withdraw or change it first; you find it under “Regional supplements”.",
            "“%(name)s” stays: %(count)s supplements of the region rest on it (%(titles)s). "
            "Withdraw or change them first; you find them under “Regional supplements”.",
            len(pages),
        ) % {"name": name, "count": len(pages), "titles": titles}
