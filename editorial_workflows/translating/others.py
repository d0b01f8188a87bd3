"""What is the source's unless another is chosen: pictures, files, links and the address."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_unicode_slug
from django.forms import TextInput, Widget
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.documents.widgets import AdminDocumentChooser
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.widgets import AdminImageChooser
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from editorial_workflows.translating.places import Place, group_of, place_of
from editorial_workflows.translating.wording import Unfit

LINK = re.compile(r"^(https?://|mailto:|tel:|/|#)[^\s\x00-\x1f<>\"]{1,1900}$")
LONGEST_SLUG = 255


@dataclass(frozen=True)
class Other:
    """One such value: the source's, and the one chosen instead."""

    segment: OverridableSegment
    place: Place
    override: SegmentOverride | None

    @property
    def id(self) -> int:
        pk: int = self.segment.pk
        return pk

    @property
    def group(self) -> str:
        return group_of(self.segment.context.path)

    @property
    def label(self) -> str:
        return _("Link in the text") if self._is_link else self.place.label

    @property
    def source(self) -> str:
        value = self.segment.data
        model = self._chosen_from
        if model is None:
            return str(value)
        found = model.objects.filter(pk=value).first()
        return str(found) if found else "–"

    @property
    def value(self) -> Any:
        return self.override.data if self.override else ""

    @property
    def widget(self) -> Widget:
        if isinstance(self.place.block, ImageChooserBlock):
            chooser: Widget = AdminImageChooser()
            return chooser
        if isinstance(self.place.block, DocumentChooserBlock):
            return AdminDocumentChooser()  # type: ignore[no-any-return]
        return TextInput(attrs={"lang": "", "autocomplete": "off"})

    def field(self, value: Any = None) -> str:
        """The form's field for it, with what is chosen or was written."""
        name = f"other-{self.id}"
        shown = self.value if value is None else value
        attrs = {"id": f"id_{name}", "aria-label": self.label}
        rendered: str = self.widget.render(name, shown or None, attrs)
        return rendered

    def cleaned(self, written: str) -> Any:
        """The value for what was written; None for the source's. Raises Unfit."""
        text = written.strip()
        if not text:
            return None
        if self._chosen_from is not None:
            return self._chosen(text)
        return _link(text) if self._is_link else _slug(text)

    @property
    def _is_link(self) -> bool:
        return str(self.segment.context.path).endswith("'")

    @property
    def _chosen_from(self) -> Any | None:
        if isinstance(self.place.block, ImageChooserBlock):
            return get_image_model()
        if isinstance(self.place.block, DocumentChooserBlock):
            return get_document_model()
        return None

    def _chosen(self, text: str) -> int | None:
        model = self._chosen_from
        if not re.fullmatch(r"[0-9]{1,9}", text) or not model.objects.filter(pk=text).exists():  # type: ignore[union-attr]
            raise Unfit(_("It is no longer in the library. Choose another."))
        return int(text) if int(text) != self.segment.data else None


def others_of(translation: Translation) -> list[Other]:
    """In the order of the page; only what makes sense to have otherwise in another language."""
    model = translation.source.specific_content_type.model_class()
    kept = {
        row.context_id: row
        for row in SegmentOverride.objects.filter(
            locale_id=translation.target_locale_id, context__object_id=translation.source.object_id
        )
    }
    found = [
        Other(one, _place(model, one), kept.get(one.context_id))
        for one in translation.source.overridablesegment_set.select_related("context").order_by(
            "order"
        )
    ]
    return [other for other in found if _is_theirs(other)]


def choose(translation: Translation, other: Other, written: str, user: Any) -> None:
    """Keep what was chosen for it, by this user. Raises Unfit."""
    value = other.cleaned(written)
    if value == (other.override.data if other.override else None):
        return
    key = {"locale_id": translation.target_locale_id, "context_id": other.segment.context_id}
    if value is None:
        SegmentOverride.objects.filter(**key).delete()
        return
    chosen = {"data_json": json.dumps(value), "last_translated_by": user, "has_error": False}
    SegmentOverride.objects.update_or_create(**key, defaults=chosen)


def _place(model: Any, segment: OverridableSegment) -> Place:
    return place_of(model, segment.context.path, segment.context.field_path)


def _is_theirs(other: Other) -> bool:
    is_file = isinstance(other.place.block, (ImageChooserBlock, DocumentChooserBlock))
    path = other.segment.context.path
    return is_file or path.endswith("'") or path == "slug"


def _link(text: str) -> str:
    if not LINK.match(text):
        raise Unfit(_("Not an address: it begins with https://, mailto:, tel:, / or #."))
    return text


def _slug(text: str) -> str:
    check: Callable[[str], None] = validate_unicode_slug
    try:
        check(text)
    except ValidationError as invalid:
        raise Unfit(_("Only letters, digits, hyphens and underscores fit here.")) from invalid
    if len(text) > LONGEST_SLUG:
        raise Unfit(
            _("It is %(length)d characters long; at most %(longest)d fit here.")
            % {"length": len(text), "longest": LONGEST_SLUG}
        )
    return text
