"""Programme areas (NPO) and approving bodies: data, not code."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from content_models.documents.unseen import unseen_in
from content_models.editions.listing import swedish_order
from content_models.editions.unseen_texts import HOLDS_UNSEEN

CONTACT_FORM = _(
    "Write an e-mail address (name@example.org) or the address of a web form (https://…)."
)
LINK_FORM = _("Write a web address that begins with https:// or http://.")


def validate_name(text: str) -> None:
    """Nothing unseen, which could make it look like another name; raises ValidationError."""
    found = unseen_in(text)
    if found is not None:
        raise ValidationError(HOLDS_UNSEEN, code="unseen", params={"character": found})


def validate_link(text: str) -> None:
    """The address of a web page; raises ValidationError."""
    URLValidator(schemes=["https", "http"], message=LINK_FORM, code="link")(text)


def validate_contact(text: str) -> None:
    """An e-mail address, or a web form's address; raises ValidationError."""
    is_address = "://" in text
    validate = URLValidator(schemes=["https", "http"]) if is_address else EmailValidator()
    try:
        validate(text)
    except ValidationError as wrong:
        raise ValidationError(CONTACT_FORM, code="contact") from wrong


class NamedBody(models.Model):
    """A name that content refers to, with a public link and a way to reach it."""

    name = models.CharField(_("name"), max_length=255, unique=True, validators=[validate_name])
    name_order = models.CharField(max_length=1000, editable=False, db_index=True)
    """å ä ö last, on every database."""
    url = models.URLField(_("link"), blank=True, validators=[validate_link], help_text=LINK_FORM)
    contact = models.CharField(
        _("way of contact"),
        max_length=500,
        blank=True,
        validators=[validate_contact],
        help_text=CONTACT_FORM,
    )

    class Meta:
        abstract = True
        ordering = ("name_order", "name")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, update_fields: Any = None, **kwargs: Any) -> None:
        self.name_order = swedish_order(self.name)
        if update_fields is not None and "name" in update_fields:
            update_fields = {*update_fields, "name_order"}
        super().save(*args, update_fields=update_fields, **kwargs)


class ProgrammeArea(NamedBody):
    """A national programme area."""

    from_migrate = models.BooleanField(default=False, editable=False)
    """One of those that `migrate` makes, once, whatever it is called by now."""

    class Meta(NamedBody.Meta):
        verbose_name = _("programme area")
        verbose_name_plural = _("programme areas")


class ApprovingBody(NamedBody):
    """Who approves: a programme area, an editorial office or a region."""

    class Meta(NamedBody.Meta):
        verbose_name = _("approving body")
        verbose_name_plural = _("approving bodies")
