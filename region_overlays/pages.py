"""Regions are pages, supplements pages beneath them, so that page permissions hold."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from content_models import keys
from content_models.blocks.prose import CARE_LEVEL_CHOICES
from content_models.blocks.sections import ContentBlocks, ReferencesBlock
from content_models.documents import schema
from content_models.documents.block_rendering import clean_block, render_block
from content_models.documents.rendering import RenderedPart, number, rendered, stored
from content_models.editions.editioned import EditionedPage
from content_models.editions.parts import Part
from content_models.languages import language_of
from content_models.pages.fields import ChosenWordsField
from content_models.pages.governed import StructuralPage
from content_models.pages.preview import PreviewedPage
from content_models.vocabulary import Language
from region_overlays.anchors import Json, NoSuchPlace, anchor_at
from region_overlays.participation import check_body, check_takes_part
from region_overlays.place_panel import PlacePanel
from region_overlays.placing import SPACING, national_beside
from region_overlays.writing import SupplementForm

SUPPLEMENT_KIND = "supplement"
"""The `kind` of a supplement's editions in the change feed."""


class RegionsRootPage(StructuralPage, Page):
    """The root of all regions in one language."""

    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["region_overlays.RegionPage"]

    class Meta:
        verbose_name = _("regions")


class RegionPage(StructuralPage, Page):
    """One region in one language; permissions on it are the region's."""

    region = models.ForeignKey(
        "region_overlays.Region", on_delete=models.PROTECT, related_name="pages"
    )
    region_language = models.CharField(max_length=25, unique=True, editable=False)
    """Region and language; Wagtail keeps the locale in another table, so no constraint can join."""

    parent_page_types: ClassVar[list[str]] = ["region_overlays.RegionsRootPage"]
    subpage_types: ClassVar[list[str]] = ["region_overlays.SupplementPage"]

    class Meta:
        verbose_name = _("region's supplements")

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.region_language = f"{self.region_id}/{language_of(self.locale_id)}"
        super().save(*args, **kwargs)


class SupplementPage(PreviewedPage, EditionedPage, Page):
    """A region's addition to one article at one place."""

    region = models.ForeignKey(
        "region_overlays.Region", on_delete=models.PROTECT, related_name="+", editable=False
    )
    article_key = models.CharField(_("article"), max_length=200, validators=[keys.validate_key])
    supplement_id = models.CharField(
        _("id"), max_length=90, validators=[keys.validate_key], editable=False
    )
    position = models.IntegerField(default=0, editable=False)
    section_id = models.CharField(_("section"), max_length=80)
    block_id = models.CharField(_("after block"), max_length=40, blank=True, editable=False)
    anchor_hash = models.CharField(max_length=16, blank=True, editable=False)
    anchor_quote = models.CharField(max_length=120, blank=True, editable=False)
    limited_to = ChosenWordsField(
        _("care levels"),
        words=CARE_LEVEL_CHOICES,
        default=list,
        blank=True,
        help_text=_("None chosen: those of the national text it follows."),
    )
    body = StreamField(ContentBlocks(), verbose_name=_("text"))
    references = StreamField(ReferencesBlock(), blank=True, verbose_name=_("references"))
    approving_body = models.ForeignKey(
        "content_models.ApprovingBody",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approving body"),
    )
    review_by = models.DateField(_("review by"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("The last day on which it is shown; empty: until it is withdrawn."),
    )

    content_panels: ClassVar[list[object]] = [
        # Wagtail's own panel for a title looks for an address to follow it, which is not here.
        FieldPanel("title", help_text=_("For editors; readers do not see it.")),
        PlacePanel(heading=_("Place in the national text")),
        FieldPanel("body"),
        FieldPanel("references"),
        FieldPanel("limited_to"),
        MultiFieldPanel(
            [FieldPanel("approving_body"), FieldPanel("review_by"), FieldPanel("valid_until")],
            _("Approval and review"),
        ),
    ]
    base_form_class = SupplementForm
    override_translatable_fields: ClassVar[list[object]] = [
        # Not what was seen there: it is of the national text in the supplement's own language.
        SynchronizedField(name, overridable=False)
        for name in ("slug", "article_key", "supplement_id", "section_id", "block_id")
    ]
    # A copy is another supplement, perhaps in another region: it gets an id of its own.
    exclude_fields_in_copy: ClassVar[list[str]] = ["region", "supplement_id"]
    parent_page_types: ClassVar[list[str]] = ["region_overlays.RegionPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("supplement")
        verbose_name_plural = _("supplements")

    def as_part(self) -> Part:
        return Part(
            self.article_key, language_of(self.locale_id), self.region_id, self.supplement_id
        )

    @property
    def anchor(self) -> Json:
        """Where it stands, and what stood there when that was last vouched for."""
        return {
            "section": self.section_id,
            "block": self.block_id or None,
            "hash": self.anchor_hash,
            "quote": self.anchor_quote,
        }

    def stand_at(self, anchor: Json) -> None:
        """Take the place of an anchor; see `anchors.anchor_at`."""
        self.section_id, self.block_id = anchor["section"], anchor["block"] or ""
        self.anchor_hash, self.anchor_quote = anchor["hash"], anchor["quote"]

    def approver(self) -> str:
        return self.approving_body.name if self.approving_body else self.region.name

    def render(self) -> RenderedPart:
        """Raises DanglingCitation and FileMissing."""
        return rendered(self.as_part(), SUPPLEMENT_KIND, self.document())

    def document(self) -> schema.SupplementDocument:
        cleaned = [clean_block(raw) for raw in stored(self.body)]
        prefix = f"ref-{self.region_id}-{self.supplement_id}-"
        numbered = number(cleaned, self.references, prefix=prefix)
        return schema.SupplementDocument(
            part=str(self.as_part()),
            article=self.article_key,
            language=Language(language_of(self.locale_id)),
            region=self.region_id,
            id=self.supplement_id,
            position=self.position,
            anchor=schema.Anchor(**self.anchor),
            care_levels=sorted(self.limited_to) or None,
            review_by=self.review_by,
            valid_until=self.valid_until,
            blocks=[render_block(block, numbered.numbering) for block in cleaned],
            references=numbered.items,
        )

    def clean(self) -> None:
        super().clean()
        if not stored(self.body):
            raise ValidationError({"body": _("A supplement cannot be empty.")})
        if self.region_id:
            self._check_participation()

    def save(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields") is None:
            # The region is where the page stands, never what a form or a revision says.
            self.region_id = RegionPage.objects.values_list("region_id", flat=True).get(
                pk=self.get_parent().pk
            )
        if self._state.adding:
            self.locale_id = self.locale_id or self.get_parent().locale_id
            self.supplement_id = self.supplement_id or self._inherited_id() or self._free_id()
            self.position = self.position or self._last_position()
            if not self.anchor_hash:
                self._anchor_now()
        super().save(*args, **kwargs)

    def _check_participation(self) -> None:
        """Raises ValidationError for what the region has declined, or a body that is not its."""
        language = language_of(self.locale_id)
        national = national_beside(self.article_key, language)
        if national is not None:
            check_takes_part(self.region, national.kind, language)
        try:
            check_body(self.region, self.approving_body)
        except ValidationError as invalid:
            raise ValidationError({"approving_body": invalid}) from invalid

    def _anchor_now(self) -> None:
        """Made by a program: what the place says now to readers, if it is published."""
        national = national_beside(self.article_key, language_of(self.locale_id))
        if national is None:
            return
        try:
            self.stand_at(anchor_at(national.parsed(), self.section_id, self.block_id or None))
        except NoSuchPlace:
            return

    def _last_position(self) -> int:
        others = SupplementPage.objects.filter(
            region_id=self.region_id, article_key=self.article_key, locale_id=self.locale_id
        )
        last: int | None = others.aggregate(last=models.Max("position"))["last"]
        return 0 if last is None else last + SPACING

    def _inherited_id(self) -> str | None:
        """A translation is the same supplement as its source."""
        siblings = SupplementPage.objects.filter(translation_key=self.translation_key)
        ids = siblings.exclude(pk=self.pk).values_list("supplement_id", flat=True)
        inherited: str | None = ids.first()
        return inherited

    def _free_id(self) -> str:
        taken = set(
            SupplementPage.objects.filter(
                region_id=self.region_id, article_key=self.article_key, locale_id=self.locale_id
            ).values_list("supplement_id", flat=True)
        )
        candidate, place = self.section_id, 1
        while candidate in taken:
            place += 1
            candidate = f"{self.section_id}-{place}"
        return candidate
