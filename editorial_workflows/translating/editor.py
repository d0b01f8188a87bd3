"""The form of a translation, in the place of Wagtail's editor and of wagtail-localize's."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation

from editorial_workflows.refusals import Refused
from editorial_workflows.submissions import Submission
from editorial_workflows.translating import writing
from editorial_workflows.translating.form import TranslationForm
from editorial_workflows.translating.source_changes import lag_of
from editorial_workflows.views.base import Screen

SAVE, HAND_IN, READ = "save", "hand-in", "read"
OUT_OF_DATE = gettext_lazy(
    "The source has changed since this translation was published. Readers are told so."
)
HELD_BACK = gettext_lazy(
    "The source has had a safety change since this translation was published. Readers get the "
    "source until the translation has been approved anew."
)
MARK = "translation-form"
"""Tells this form from Wagtail's, which must not write over texts that are kept here."""


class Editor(Screen):
    """Source beside target; entered through Wagtail's edit view and the permission it asks."""

    template_name = "editorial_workflows/translating/editor.html"
    header_icon = "wagtail-localize-language"
    page: Any
    translation: Translation

    def get_page_title(self) -> str:
        return _("Translation into %(language)s: %(title)s") % {
            "language": self.translation.target_locale.get_display_name(),
            "title": self.page.get_admin_display_title(),
        }

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        top = PagePermissionPolicy().explorable_root_instance(self.request.user)
        above = self.page.get_ancestors().descendant_of(top, inclusive=True) if top else []
        return [
            *(
                {"url": reverse("wagtailadmin_explore", args=[one.pk]), "label": one.title}
                for one in above
                if not one.is_root()
            ),
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons: list[Any] = get_page_header_buttons(
            page=self.page,
            user=self.request.user,
            next_url=self.request.path,
            view_name="edit",
        )
        return buttons

    @cached_property
    def why_closed(self) -> str:
        """Why nothing can be written now; empty if it can."""
        try:
            writing.check_open(self.page, self.request.user)
        except Refused as refused:
            return str(refused)
        return ""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.POST.get("action") == "publish":
            raise PermissionDenied(_("A translation is published when its review is done."))
        if MARK not in request.POST:
            messages.error(
                request,
                _("Nothing was saved: this text is translated here, text by text."),
            )
            return redirect(request.path)
        form = TranslationForm(self.translation, request.user, request.POST.dict())
        wrong = self._save(form)
        if wrong:
            messages.error(request, wrong)
            return self._shown(form)
        return self._after(form, request.POST.get("action", SAVE))

    def _save(self, form: TranslationForm) -> str:
        """Store what fits and write the draft; why the form must be shown again, if it must."""
        if self.why_closed:
            form.errors = dict.fromkeys(self._differing(form), self.why_closed)
            return self.why_closed
        with writing.in_turn(self.translation):
            fits = form.save()
        try:
            writing.save_draft(self.translation, self.request.user)
        except Refused as refused:
            return str(refused)
        if form.stray:
            return _("The source has changed meanwhile: what you wrote for texts now gone is last.")
        if not fits:
            return _("What fits is saved. What does not is marked, and stands as written.")
        return ""

    def _differing(self, form: TranslationForm) -> list[str]:
        """The fields where something was written that is not stored."""
        return [
            name
            for text in form.texts
            if (name := f"text-{text.id}") in form.written
            and form.written[name].strip() != text.words.strip()
        ]

    def _after(self, form: TranslationForm, action: str) -> HttpResponse:
        request, page_id = self.request, self.page.pk
        if action == READ:
            return redirect("approvals:read", page_id)
        if action == HAND_IN and form.missing:
            messages.error(
                request,
                ngettext(
                    "The draft is saved, but %(number)d text is not translated yet.",
                    "The draft is saved, but %(number)d texts are not translated yet.",
                    form.missing,
                )
                % {"number": form.missing},
            )
        elif action == HAND_IN and lag_of(self.page).draft_is_behind:
            messages.error(
                request,
                _("The draft is saved. The source has changed: update the texts first."),
            )
        elif action == HAND_IN:
            return redirect("approvals:hand_in", page_id)
        else:
            messages.success(request, _("The translation is saved as a draft."))
        return redirect("wagtailadmin_pages:edit", page_id)

    def _shown(self, form: TranslationForm) -> HttpResponse:
        shown: HttpResponse = self.render_to_response(self.get_context_data(form=form))
        return shown

    def get_context_data(self, **kwargs: Any) -> Any:
        kwargs.setdefault("form", TranslationForm(self.translation, self.request.user))
        source, target = self.translation.source.locale, self.translation.target_locale
        return super().get_context_data(
            **kwargs,
            page=self.page,
            translation=self.translation,
            source_page=writing.source_page_of(self.page),
            source_locale=source,
            target_locale=target,
            lag=lag_of(self.page),
            held_back=HELD_BACK,
            out_of_date=OUT_OF_DATE,
            why_closed=self.why_closed,
            submission=Submission.objects.under_review().filter(page_id=self.page.pk).first(),
        )
