"""The form of a translation, in the place of Wagtail's editor and of wagtail-localize's."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation

from content_models.editions.editioned import EditionedPage
from editorial_workflows.refusals import Refused
from editorial_workflows.submissions import Submission
from editorial_workflows.translating import writing
from editorial_workflows.translating.form import TranslationForm
from editorial_workflows.translating.source_changes import lag_of
from editorial_workflows.translating.wording import Unfit
from editorial_workflows.views.base import Screen, content_page

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
        if self.why_closed:
            form.errors = dict.fromkeys(self._differing(form), self.why_closed)
            messages.error(request, self.why_closed)
            return self._shown(form)
        fits = form.save()
        try:
            writing.save_draft(self.translation, request.user)
        except Refused as refused:
            messages.error(request, str(refused))
            return self._shown(form)
        if not fits:
            messages.error(
                request,
                _("What fits is saved. What does not is marked, and stands as written."),
            )
            return self._shown(form)
        return self._after(form, request.POST.get("action", SAVE))

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
            machine=self._machine(),
        )

    def _machine(self) -> str:
        """The name of a machine translator that has been configured; empty without one."""
        machine = get_machine_translator()
        source, target = self.translation.source.locale, self.translation.target_locale
        usable = machine is not None and machine.can_translate(source, target)
        return str(machine.display_name) if machine is not None and usable else ""


class KeepText(Screen):
    """One text, stored as soon as its field is left."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, page_id: int, segment_id: int) -> HttpResponse:
        page = content_page(page_id)
        translation = writing.translation_of(page)
        if translation is None or not page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        form = TranslationForm(translation, request.user)
        text = next((one for one in form.texts if one.id == segment_id), None)
        if text is None:
            return JsonResponse(
                {"error": _("The source has changed meanwhile. Load the page again.")}, status=409
            )
        try:
            writing.check_open(page, request.user)
            data = writing.put(
                translation,
                text,
                request.POST.get("text", ""),
                request.POST.get("was", ""),
                request.user,
            )
        except (Unfit, Refused) as refused:
            return JsonResponse({"error": str(refused)}, status=409)
        form.forget()
        return JsonResponse(
            {
                "was": writing.version_of(data),
                "missing": form.missing,
                "optional": text.is_optional,
            }
        )


def instead_of_wagtails(request: HttpRequest, page: Any) -> HttpResponse | None:
    """For Wagtail's hook before_edit_page: this form, for what is kept in step with its source.

    Ordinary pages, and translations that are texts of their own, are edited as ever.
    """
    if not isinstance(page, EditionedPage):
        return None
    if "localize-restart-translation" in request.POST:
        return redirect("translating:in_step", page.pk)
    if "localize-convert-to-alias" in request.POST:
        raise PermissionDenied(_("Articles and supplements have no aliases; copy instead."))
    translation = writing.translation_of(page)
    if translation is None:
        _tell_of_own_text(request, page)
        return None
    view = Editor()
    view.setup(request)
    # Wagtail's is the latest revision; where it is on its way is said by the page as it is now.
    view.page, view.translation = content_page(page.pk), translation
    answer: HttpResponse = view.dispatch(request)
    return answer


def _tell_of_own_text(request: HttpRequest, page: Any) -> None:
    """An imported translation is written like any text: say so, and if its source has moved."""
    if request.method != "GET" or writing.is_source(page):
        return
    source = writing.source_page_of(page)
    if source is None:
        return
    lag = lag_of(page)
    changes = messages.button(reverse("translating:changes", args=[page.pk]), _("See what changed"))
    if lag.is_held_back:
        messages.warning(request, HELD_BACK, buttons=[changes])
    elif lag.is_out_of_date:
        messages.warning(request, OUT_OF_DATE, buttons=[changes])
    messages.info(
        request, _("This translation is a text of its own: it is not updated from its source.")
    )
