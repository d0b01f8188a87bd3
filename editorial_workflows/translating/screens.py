"""The screens beside the form of a translation: begin, compare, update, keep in step or not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from content_models.documents.comparison import compare
from editorial_workflows.refusals import Refused
from editorial_workflows.translating import listing, writing
from editorial_workflows.translating.source_changes import lag_of
from editorial_workflows.translating.standing import Standing
from editorial_workflows.views.base import Screen, content_page, readable_page
from editorial_workflows.views.judging import LEVELS, chosen_level


class PageScreen(Screen):
    """A screen on one text; entered by those who may edit it, unless `for_readers`."""

    header_icon = "wagtail-localize-language"
    for_readers = False

    @cached_property
    def page(self) -> Any:
        if self.for_readers:
            return readable_page(self.request.user, self.kwargs["page_id"])
        page = content_page(self.kwargs["page_id"])
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.request = request
        self.page  # noqa: B018 - refuses before anything else
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("translating:list"), "label": _("Translations of texts")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> Any:
        return super().get_context_data(**kwargs, page=self.page)


class LanguagesForm(forms.Form):
    languages = forms.ModelMultipleChoiceField(
        queryset=Locale.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=gettext_lazy("Languages to translate into"),
        error_messages={"required": gettext_lazy("Choose at least one language.")},
    )

    def __init__(self, *args: Any, missing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].queryset = missing  # type: ignore[attr-defined]


class Start(PageScreen):
    """Into which languages; there are drafts in them afterwards."""

    template_name = "editorial_workflows/translating/start.html"

    def get_page_title(self) -> str:
        return _("Translate: %(title)s") % {"title": self.page.get_admin_display_title()}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not writing.is_source(self.page):
            source = writing.source_page_of(self.page)
            messages.info(request, _("Translations are made from the text in Swedish."))
            return (
                redirect("translating:start", source.pk) if source else redirect("translating:list")
            )
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        form = self._form(request.POST)
        if not writing.is_source(self.page) or not form.is_valid():
            shown: HttpResponse = self.render_to_response(self.get_context_data(form=form))
            return shown
        made = writing.start(self.page, form.cleaned_data["languages"], request.user)
        if len(made) == 1:
            messages.success(request, _("A draft is made; translate its texts here."))
            return redirect("wagtailadmin_pages:edit", made[0].pk)
        messages.success(
            request, _("Drafts are made in %(number)d languages.") % {"number": len(made)}
        )
        return redirect(f"{reverse('translating:list')}?state={Standing.DRAFT}")

    def _form(self, data: Any = None) -> LanguagesForm:
        there = self.page.get_translations(inclusive=True).values("locale_id")
        asked = self.request.GET.getlist("language")
        missing = Locale.objects.filter(language_code__in=listing.target_languages()).exclude(
            pk__in=there
        )
        chosen = missing.filter(language_code__in=asked)
        return LanguagesForm(data, missing=missing, initial={"languages": chosen})

    def get_context_data(self, **kwargs: Any) -> Any:
        kwargs.setdefault("form", self._form())
        translations = self.page.get_translations().select_related("locale")
        return super().get_context_data(**kwargs, translations=translations)


class SourceChanges(PageScreen):
    """What has changed in the source since the translation was made."""

    template_name = "editorial_workflows/translating/source_changes.html"
    for_readers = True

    def get_page_title(self) -> str:
        return _("Changed in the source of %(title)s") % {
            "title": self.page.get_admin_display_title()
        }

    def get_context_data(self, **kwargs: Any) -> Any:
        lag = lag_of(self.page)
        level = chosen_level(self.request)
        comparison = None
        if lag.before is not None and lag.now is not None:
            comparison = compare(lag.before.document, lag.now.document, care_level=level or None)
        return super().get_context_data(
            **kwargs, lag=lag, comparison=comparison, care_level=level, levels=LEVELS
        )


class Update(PageScreen):
    """Bring the texts of a translation up to date with its source; a draft."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        translation = writing.translation_of(self.page)
        if translation is None:
            messages.error(request, _("This text is its own; it is not updated from its source."))
        else:
            try:
                writing.update(translation, request.user)
            except Refused as refused:
                messages.error(request, str(refused))
            else:
                messages.success(
                    request,
                    _("The texts are those of the source now. Translate what is new or changed."),
                )
        return redirect("wagtailadmin_pages:edit", page_id)


class KeepApart(PageScreen):
    """Ask, then make the translation a text of its own."""

    template_name = "editorial_workflows/translating/apart.html"

    def get_page_title(self) -> str:
        return _("Make %(title)s a text of its own") % {
            "title": self.page.get_admin_display_title()
        }

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        translation = writing.translation_of(self.page)
        if translation is not None:
            translation.enabled = False
            translation.save(update_fields=["enabled"])
            messages.success(request, _("It is a text of its own now."))
        return redirect("wagtailadmin_pages:edit", page_id)


class KeepInStep(PageScreen):
    """Ask, then let the texts that were translated here take the place of what stands there."""

    template_name = "editorial_workflows/translating/in_step.html"

    def get_page_title(self) -> str:
        return _("Keep %(title)s in step with its source") % {
            "title": self.page.get_admin_display_title()
        }

    @cached_property
    def earlier(self) -> Translation | None:
        """How it was kept in step before; None for what was never translated here."""
        return Translation.objects.filter(
            source__object_id=self.page.translation_key,
            target_locale=self.page.locale_id,
            enabled=False,
        ).first()

    def get_context_data(self, **kwargs: Any) -> Any:
        texts = StringTranslation.objects.filter(
            context__object_id=self.page.translation_key, locale=self.page.locale_id
        )
        return super().get_context_data(**kwargs, earlier=self.earlier, texts=texts.count())

    def post(self, request: HttpRequest, page_id: int) -> HttpResponse:
        if self.earlier is None:
            messages.error(request, _("It was never translated here, and stays a text of its own."))
        else:
            self.earlier.enabled = True
            self.earlier.save(update_fields=["enabled"])
            messages.success(request, _("It is kept in step with its source now."))
        return redirect("wagtailadmin_pages:edit", page_id)
