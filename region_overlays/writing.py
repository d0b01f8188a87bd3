"""The form that a supplement is written in: its place comes from where its writer stood."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from region_overlays.placing import ChosenPlace, PlaceForged


class SupplementForm(WagtailAdminPageForm):
    """Region, article and place are no fields: a new supplement brings its place signed."""

    place = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "approving_body" in self.fields:
            region, bodies = self._region(), self.fields["approving_body"]
            own = Q(regions=region) | Q(pk=self.instance.approving_body_id)
            bodies.queryset = bodies.queryset.filter(own).distinct()
            bodies.empty_label = region.name
        if self.instance.pk is not None:
            del self.fields["place"]
        elif self.instance.article_key and self.parent_page is not None:
            place = ChosenPlace(
                self.parent_page.pk, self.instance.article_key, self.instance.anchor
            )
            self.initial["place"] = place.signed()

    def _region(self) -> Any:
        return self.instance.region if self.instance.pk else self.parent_page.region

    def clean_place(self) -> str:
        """Puts the place on the supplement; what is wrong with it is said of the whole form.

        By a field that nobody sees, nobody would see it.
        """
        text: str = self.cleaned_data["place"]
        try:
            place = ChosenPlace.read(text, parent=self.parent_page.pk)
        except PlaceForged:
            self.add_error(
                None,
                _(
                    "The place could not be read. Copy what you have written, choose the place in "
                    "the article anew, and paste it there."
                ),
            )
            return text
        self.instance.article_key = place.article
        self.instance.stand_at(place.anchor)
        return text
