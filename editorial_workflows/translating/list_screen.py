"""The list of translations: every text that one may read, and how its languages stand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy
from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial_workflows.translating import listing
from editorial_workflows.translating.standing import STANDING_NAMES, Standing
from editorial_workflows.views.base import Screen

PAGE_LENGTH = 50


def language_choices() -> list[tuple[str, str]]:
    return [(code, locale_name(code)) for code in listing.target_languages()]


def locale_name(code: str) -> str:
    return str(Locale(language_code=code).get_display_name())


class ListFilters(forms.Form):
    """What is asked of the list; what is not understood is as if it were not asked."""

    q = forms.CharField(required=False, max_length=100, label=gettext_lazy("Words in the title"))
    language = forms.ChoiceField(required=False, label=gettext_lazy("Language of translation"))
    kind = forms.ChoiceField(required=False, label=gettext_lazy("Kind of text"))
    state = forms.ChoiceField(
        required=False,
        label=gettext_lazy("State of translation"),
        choices=[("", "–"), *((one.value, name) for one, name in STANDING_NAMES.items())],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind, model._meta.verbose_name) for kind, model in listing.kinds().items()]
        self.fields["language"].choices = [("", "–"), *language_choices()]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", "–"), *kinds]  # type: ignore[attr-defined]

    def asked(self, name: str) -> str:
        self.is_valid()
        return str(self.cleaned_data.get(name, "")).replace("\x00", "")


class List(Screen):
    """Per text and language: missing, draft, under review, live, out of date, held back."""

    page_title = gettext_lazy("Translations of texts")
    header_icon = "wagtail-localize-language"
    template_name = "editorial_workflows/translating/list.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> Any:
        form = ListFilters(self.request.GET)
        language, state = form.asked("language"), form.asked("state")
        languages = [language] if language else listing.target_languages()
        sources = listing.sources_for(
            self.request.user, kind=form.asked("kind"), words=form.asked("q")
        )
        # Which texts stand so is known when their languages have been looked at.
        found: Any = sources
        if state:
            found = listing.with_standing(listing.rows_of(sources, languages), Standing(state))
        items = Paginator(found, PAGE_LENGTH).get_page(self.request.GET.get("p"))
        rows = items.object_list if state else listing.rows_of(items.object_list, languages)
        return super().get_context_data(
            **kwargs,
            filters=form,
            items=items,
            rows=list(rows),
            editable=self._editable([row.page_id for row in rows]),
            languages=[(code, locale_name(code)) for code in languages],
            names=STANDING_NAMES,
            kinds={kind: model._meta.verbose_name for kind, model in listing.kinds().items()},
        )

    def _editable(self, ids: list[int]) -> set[int]:
        may = PagePermissionPolicy().instances_user_has_permission_for(self.request.user, "change")
        return set(may.filter(pk__in=ids).values_list("pk", flat=True))
