"""The form of an image in the library, with what is wrong with a file next to its field."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from content_models.documents.image_files import FORMATS, MAX_PIXELS, Fault, NotShown, check

MESSAGES = {
    Fault.NO_IMAGE: _(
        "The file is no image, or a damaged one. Open it in an image program, save it as PNG or "
        "JPEG, and upload that."
    ),
    Fault.MISNAMED: _(
        "The file's name does not say what it is. Save it again in an image program, as PNG, JPEG "
        "or WebP, and upload that."
    ),
    Fault.TOO_LARGE: _(
        "The image has too many pixels: at most %(limit)s million are allowed. Make it smaller, "
        "and upload it again."
    ),
    Fault.MOVING: _(
        "The image moves, and readers cannot stop it. Upload a still image, or add a film as a "
        "video block."
    ),
}


def message_of(fault: Fault) -> str:
    return str(MESSAGES[fault]) % {"limit": MAX_PIXELS // 1_000_000}


class ImageField(WagtailImageField):
    """Looks at the file itself before Wagtail's does, which breaks on damaged ones."""

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return super().to_python(data)
        self.check_image_file_size(data)
        if PurePosixPath(data.name).suffix.lower().lstrip(".") not in FORMATS:
            raise ValidationError(self.error_messages["invalid_image_extension"])
        data.seek(0)
        try:
            check(data.name, data.read())
        except NotShown as reason:
            raise ValidationError(message_of(reason.fault), code=reason.fault) from None
        finally:
            data.seek(0)
        return super().to_python(data)


class ImageForm(BaseImageForm):
    """Of Wagtail's add, edit and multiple upload, and of the chooser's upload."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("file")
        if field is not None:
            # Wagtail makes the field where no setting reaches.
            self.fields["file"] = ImageField(
                label=field.label, required=field.required, widget=field.widget
            )
