"""What every kind of article shares: a mixin, since wagtail-localize takes no custom base page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail_localize.fields import SynchronizedField

from content_models import keys
from content_models.blocks.prose import CARE_LEVEL_CHOICES
from content_models.blocks.sections import ReferencesBlock, SectionsBlock
from content_models.documents import schema
from content_models.documents.addresses import path_of
from content_models.documents.citations import DanglingCitation
from content_models.documents.files import AltMissing
from content_models.documents.rendering import RenderedPart, render_sections, rendered
from content_models.editions.editioned import EditionedPage
from content_models.editions.parts import Part
from content_models.languages import language_of
from content_models.pages.article_form import ArticleForm
from content_models.pages.fields import ChosenWordsField, WordsField
from content_models.pages.preview import COUNTERPART, READABILITY, PreviewedPage
from content_models.pages.tabs import SLUG
from content_models.vocabulary import AUDIENCE_OF_KIND, Audience, Kind, Language, pair_up

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class ArticleCode(Orderable):
    """A diagnosis code of an article, in the editor's order."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="article_codes")
    code = models.ForeignKey(
        "content_models.DiagnosisCode", on_delete=models.PROTECT, related_name="article_codes"
    )

    panels: ClassVar[list[object]] = [FieldPanel("code", heading=_("Diagnosis code"))]

    class Meta(Orderable.Meta):
        verbose_name = _("diagnosis code")

    def __str__(self) -> str:
        return str(self.code)


class ArticlePage(PreviewedPage, EditionedPage):
    """An article of any kind: its key, texts, references and what it is about."""

    kind: ClassVar[Kind]
    base_form_class = ArticleForm
    document_model: ClassVar[type[schema.ArticleDocument]] = schema.ArticleDocument
    objects: ClassVar[Any]
    title: str
    slug: str
    translation_key: Any
    article_codes: Any

    key = models.CharField(
        _("key"),
        max_length=200,
        blank=True,
        validators=[keys.validate_key],
        help_text=_("The article's lasting name in all languages; made from the address if empty."),
    )
    summary = models.TextField(_("summary"), blank=True, max_length=2000)
    sections = StreamField(SectionsBlock(), blank=True, verbose_name=_("sections"))
    references = StreamField(ReferencesBlock(), blank=True, verbose_name=_("references"))
    programme_area = models.ForeignKey(
        "content_models.ProgrammeArea",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("programme area"),
    )
    approving_body = models.ForeignKey(
        "content_models.ApprovingBody",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approving body"),
    )
    care_levels = ChosenWordsField(
        _("care levels"), words=CARE_LEVEL_CHOICES, default=list, blank=True
    )
    review_by = models.DateField(_("review by"), null=True, blank=True)
    counterpart_key = models.CharField(
        _("counterpart's key"),
        max_length=200,
        blank=True,
        validators=[keys.validate_key],
        help_text=_("The article on the same subject for the other audience."),
    )
    keywords = WordsField(_("keywords"), default=list, blank=True)

    content_panels: ClassVar[list[object]] = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("sections"),
        FieldPanel("references"),
    ]
    promote_panels: ClassVar[list[object]] = [
        MultiFieldPanel([FieldPanel("key"), SLUG, FieldPanel("counterpart_key")], _("Address")),
        InlinePanel("article_codes", heading=_("Diagnosis codes")),
        FieldPanel("programme_area"),
        FieldPanel("care_levels"),
        FieldPanel("keywords"),
        MultiFieldPanel(
            [FieldPanel("approving_body"), FieldPanel("review_by")], _("Approval and review")
        ),
    ]
    override_translatable_fields: ClassVar[list[object]] = [
        SynchronizedField("key", overridable=False),
        SynchronizedField("slug"),
        SynchronizedField("counterpart_key", overridable=False),
        # It says who approves.
        SynchronizedField("programme_area", overridable=False),
    ]
    # A copy is another article: it gets a key of its own.
    exclude_fields_in_copy: ClassVar[list[str]] = ["key"]
    parent_page_types: ClassVar[list[str]] = ["content_models.FolderPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    @property
    def preview_modes(self) -> list[tuple[str, StrOrPromise]]:
        return [
            *super().preview_modes,
            (COUNTERPART, _("The counterpart for the other audience")),
            (READABILITY, _("Readability")),
        ]

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        allowed: bool = super().can_create_at(parent)  # type: ignore[misc]
        return allowed and _is_for(parent, cls.kind)

    def can_move_to(self, parent: Page) -> bool:
        allowed: bool = super().can_move_to(parent)  # type: ignore[misc]
        return allowed and _is_for(parent, self.kind)

    def as_part(self) -> Part:
        return Part(self.key, language_of(self.locale_id))

    def approver(self) -> str:
        return self.approving_body.name if self.approving_body else ""

    def public_path(self) -> str | None:
        return path_of(self)

    def render(self) -> RenderedPart:
        """Raises DanglingCitation and FileMissing."""
        return rendered(self.as_part(), self.kind, self.document())

    def document(self) -> schema.ArticleDocument:
        sections, references, anchors = render_sections(self.sections, self.references)
        return self.document_model(
            part=str(self.as_part()),
            key=self.key,
            kind=self.kind,
            audience=self.read_by(),
            language=Language(language_of(self.locale_id)),
            title=self.title,
            summary=self.summary,
            diagnosis_codes=[child.code.code for child in self.article_codes.all()],
            programme_area=self.programme_area.name if self.programme_area else None,
            care_levels=sorted(self.care_levels),
            keywords=self.keywords,
            counterpart=self.counterpart_key or None,
            review_by=self.review_by,
            sections=sections,
            references=references,
            anchors=anchors,
            **self.reader_facts(),
        )

    def read_by(self) -> Audience:
        return AUDIENCE_OF_KIND[self.kind]

    def reader_facts(self) -> dict[str, Any]:
        """Ages, reading, perspective and adaptations, which only youth pages have; and what only
        the document of a kind holds.
        """
        return {"ages": None, "reading": None, "perspective": None, "adaptations": []}

    def clean(self) -> None:
        super().clean()
        if self.pk is not None:
            self._ensure_key()
        errors: dict[str, str | ValidationError] = {}
        reason = self.key and keys.conflict_of(
            key=self.key,
            language=language_of(self.locale_id) if self.locale_id else "",
            kind=self.kind,
            page_id=self.pk,
        )
        if reason:
            errors["key"] = reason
        if fault := self._counterpart_fault():
            errors["counterpart_key"] = fault
        ids = [child.value["section_id"] for child in self.sections]
        repeated = sorted({section for section in ids if ids.count(section) > 1})
        if repeated:
            errors["sections"] = str(
                _("Section ids stand once each; repeated: %(ids)s.") % {"ids": ", ".join(repeated)}
            )
        try:
            render_sections(self.sections, self.references)
        except DanglingCitation as dangling:
            errors["references"] = str(
                _("[^%(label)s] is cited but not in the references.") % {"label": dangling.label}
            )
        except AltMissing as missing:
            errors["sections"] = str(missing)
        if errors:
            raise ValidationError(errors)

    def _counterpart_fault(self) -> str | None:
        """A key that nobody has is no fault: the other article may come later."""
        if not self.counterpart_key:
            return None
        if self.counterpart_key == self.key:
            return str(_("An article is not its own counterpart."))
        kind = keys.kind_of(self.counterpart_key)
        if kind is None or pair_up(self.kind, kind):
            return None
        return str(
            _(
                "“%(key)s” is not for the other audience. A counterpart is a clinical knowledge "
                "support for an article for citizens, or the other way round."
            )
            % {"key": self.counterpart_key}
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._ensure_key()
        with transaction.atomic():
            super().save(*args, **kwargs)
            part = self.as_part()
            keys.register_key(key=part.key, language=part.language, kind=self.kind, page_id=self.pk)

    def _ensure_key(self) -> None:
        """A key is lasting: a form that leaves it empty gets the one that is held, or a new one."""
        if not self.key and self.pk is not None:
            self.key = (
                type(self).objects.filter(pk=self.pk).values_list("key", flat=True).first() or ""
            )
        if not self.key:
            self.key = self._inherited_key() or keys.free_key(
                keys.key_from(self.slug or self.title)
            )

    def _inherited_key(self) -> str | None:
        """A translation has its source's key."""
        siblings = type(self).objects.filter(translation_key=self.translation_key)
        key: str | None = siblings.exclude(pk=self.pk).values_list("key", flat=True).first()
        return key


def _is_for(parent: Page, kind: Kind) -> bool:
    """A folder that names a kind holds that kind alone."""
    return getattr(parent.specific, "kind", "") in ("", kind)
