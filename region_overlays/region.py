"""A region as data: what it is called, how it is reached, and what it takes part in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.images import get_image_model_string

from content_models.documents.files import published_path
from content_models.pages.citizen_article import CitizenArticlePage
from content_models.pages.fields import ChosenWordsField
from content_models.pages.knowledge_support import KnowledgeSupportPage
from content_models.pages.youth_page import YouthPage
from content_models.taxonomies.bodies import (
    CONTACT_FORM,
    LINK_FORM,
    validate_contact,
    validate_link,
    validate_name,
)
from content_models.vocabulary import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SUPPLEMENTED = (KnowledgeSupportPage, CitizenArticlePage, YouthPage)
SUPPLEMENTED_KINDS: tuple[str, ...] = tuple(str(model.kind) for model in SUPPLEMENTED)
"""The kinds of article that take supplements."""
KIND_NAMES: dict[str, StrOrPromise] = {
    str(model.kind): model._meta.verbose_name_plural or "" for model in SUPPLEMENTED
}
LANGUAGE_NAMES: dict[str, StrOrPromise] = dict(settings.WAGTAIL_CONTENT_LANGUAGES)


class ApprovalPath(StrEnum):
    """How a region approves its supplements; each region chooses its own."""

    ONE_APPROVER = "one-approver"
    TWO_STEPS = "two-steps"
    SELF_APPROVAL = "self-approval"


APPROVAL_PATH_CHOICES = [
    (ApprovalPath.ONE_APPROVER.value, _("One approver")),
    (ApprovalPath.TWO_STEPS.value, _("Two steps")),
    (ApprovalPath.SELF_APPROVAL.value, _("Self-approval")),
]


def every_supplemented_kind() -> list[str]:
    return list(SUPPLEMENTED_KINDS)


def source_language_only() -> list[str]:
    return [SOURCE_LANGUAGE.value]


def every_language() -> list[str]:
    """Those of the configuration; what `migrate` gives the regions that it makes."""
    return list(LANGUAGE_NAMES)


class Region(ClusterableModel):
    """One of the 21 regions; what its answers to readers are joined with."""

    code = models.CharField(_("code"), max_length=2, primary_key=True)
    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=100, unique=True, validators=[validate_name])
    short_name = models.CharField(
        _("short name"),
        max_length=40,
        unique=True,
        validators=[validate_name],
        help_text=_("For narrow columns and running text: Skåne, Västra Götaland."),
    )
    url = models.URLField(_("link"), blank=True, validators=[validate_link], help_text=LINK_FORM)
    contact = models.CharField(
        _("way of contact"),
        max_length=500,
        blank=True,
        validators=[validate_contact],
        help_text=CONTACT_FORM,
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Readers who do not see it are told the region's name."),
    )
    logo_address = models.CharField(max_length=500, editable=False, blank=True, default="")
    """Of the copy that readers are shown, named by its content; see ADR 0010."""
    languages = ChosenWordsField(
        _("languages"),
        words=[*LANGUAGE_NAMES.items()],
        default=source_language_only,
        help_text=_("The languages that the region writes supplements in."),
    )
    kinds = ChosenWordsField(
        _("takes part in"),
        words=[(kind, capfirst(name)) for kind, name in KIND_NAMES.items()],
        default=every_supplemented_kind,
        blank=True,
        help_text=_("The kinds of article that the region writes supplements to."),
    )
    approving_bodies = models.ManyToManyField(
        "content_models.ApprovingBody",
        blank=True,
        related_name="regions",
        verbose_name=_("approving bodies"),
        help_text=_("Those that approve for the region, besides the region itself by its name."),
    )
    approval_path = models.CharField(
        _("way of approval"),
        max_length=20,
        choices=APPROVAL_PATH_CHOICES,
        default=ApprovalPath.ONE_APPROVER,
        help_text=_(
            "One approver, or two in turn, other than the writer; or approvers may approve their "
            "own words, and then the public receipt says so."
        ),
    )

    objects: ClassVar[models.Manager[Region]]

    class Meta:
        ordering = ("code",)
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        if update_fields is None or "logo" in update_fields:
            self.logo_address = published_path(self.logo) if self.logo else ""
            update_fields = {*update_fields, "logo_address"} if update_fields else None
        super().save(*args, update_fields=update_fields, **kwargs)

    @property
    def language_names(self) -> str:
        return _listed(LANGUAGE_NAMES, self.languages)

    @property
    def kind_names(self) -> str:
        return _listed(KIND_NAMES, self.kinds)

    @property
    def allows_self_approval(self) -> bool:
        return self.approval_path == ApprovalPath.SELF_APPROVAL


def _listed(names: Mapping[str, StrOrPromise], chosen: Collection[str]) -> str:
    """In words, in the order of the names."""
    return ", ".join(str(name) for word, name in names.items() if word in chosen) or "–"
