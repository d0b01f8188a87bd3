"""What a region takes part in: the kinds and languages it writes in, the bodies it approves by.

Asked before a supplement is written: by its form, by the import.
"""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from content_models.models import ApprovingBody
from region_overlays.region import KIND_NAMES, LANGUAGE_NAMES, Region


def takes_part_in_kind(region: Region, kind: str) -> bool:
    """Whether the region writes supplements to articles of this kind."""
    return kind in region.kinds


def takes_part_in_language(region: Region, language: str) -> bool:
    """Whether the region writes supplements in this language."""
    return language in region.languages


def check_takes_part(region: Region, kind: str, language: str) -> None:
    """Raises ValidationError, code `kind` or `language`, with what the region takes part in."""
    if not takes_part_in_kind(region, kind):
        raise ValidationError(
            _("%(region)s writes no supplements to %(kind)s. It takes part in: %(kinds)s."),
            code="kind",
            params={
                "region": region.name,
                "kind": KIND_NAMES.get(kind, kind),
                "kinds": region.kind_names,
            },
        )
    if not takes_part_in_language(region, language):
        raise ValidationError(
            _("%(region)s writes no supplements in %(language)s. Its languages are: %(held)s."),
            code="language",
            params={
                "region": region.name,
                "language": LANGUAGE_NAMES.get(language, language),
                "held": region.language_names,
            },
        )


def check_body(region: Region, body: ApprovingBody | None) -> None:
    """Raises ValidationError, code `body`, with the bodies that approve for the region.

    None stands for the region itself, which always may, also as a body with the region's name.
    """
    if body is None or body.name == region.name:
        return
    held = list(region.approving_bodies.values_list("name", flat=True))
    if body.name not in held:
        raise ValidationError(
            _("%(body)s does not approve for %(region)s. These do: %(held)s."),
            code="body",
            params={
                "body": body.name,
                "region": region.name,
                "held": ", ".join([region.name, *held]),
            },
        )
