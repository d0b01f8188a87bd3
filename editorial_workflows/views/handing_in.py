"""The screen between saving a draft and its review: change class, note, and what it will touch."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from content_models.approvals import NotApproved
from content_models.documents.comparison import compare
from content_models.taxonomies.bodies import validate_name
from content_models.vocabulary import ChangeClass
from editorial_workflows.impact import impact_of
from editorial_workflows.refusals import NotSubmitted, Refused
from editorial_workflows.submissions import CLASS_NAMES, LONGEST_MESSAGE, LONGEST_NOTE, Submission
from editorial_workflows.submitting import content_of, is_published, submit
from editorial_workflows.supplementing.vouching import vouching_for
from editorial_workflows.views.base import Screen, content_page
from editorial_workflows.views.judging import LEVELS, chosen_level, live_document

CLASS_HELP = {
    ChangeClass.EDITORIAL: gettext_lazy("Wording and typing errors; one other person approves."),
    ChangeClass.SUBSTANTIVE: gettext_lazy("What the text says; the whole path."),
    ChangeClass.SAFETY: gettext_lazy(
        "What may harm a patient as it stands; the fast path. Regional supplements at the changed "
        "places, and translations, are held back until they are confirmed."
    ),
}


class MessageField(forms.CharField):
    """Lines end as they are counted where they are typed: in one character."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class HandInForm(forms.Form):
    change_class = forms.ChoiceField(
        label=gettext_lazy("Change class"), widget=forms.RadioSelect, choices=()
    )
    note = forms.CharField(
        label=gettext_lazy("What has changed"),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Public: readers and regions see it beside the change."),
    )
    message_to_regions = MessageField(
        label=gettext_lazy("Message to the regions"),
        required=False,
        max_length=LONGEST_MESSAGE,
        validators=[validate_name],
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Need not be written. The regions whose supplements are touched get it when the change "
            "is published; readers do not see it."
        ),
    )

    def __init__(self, *args: Any, is_published: bool, is_national: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_national:
            del self.fields["message_to_regions"]
        allowed = list(ChangeClass) if is_published else [ChangeClass.SUBSTANTIVE]
        self.fields["change_class"].choices = [  # type: ignore[attr-defined]
            (item.value, f"{CLASS_NAMES[item]} – {CLASS_HELP[item]}") for item in allowed
        ]
        self.fields["change_class"].initial = ChangeClass.SUBSTANTIVE.value


class HandIn(Screen):
    template_name = "editorial_workflows/hand_in.html"

    @cached_property
    def page(self) -> Any:
        page = content_page(self.kwargs["page_id"])
        if not page.permissions_for_user(self.request.user).can_edit():
            raise PermissionDenied
        return page

    def get_page_title(self) -> str:
        return _("Hand in for review: %(title)s") % {"title": self.page.get_admin_display_title()}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if self.page.workflow_in_progress:
            messages.info(request, _("It has already been handed in."))
            return redirect("wagtailadmin_pages:edit", self.page.pk)
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, page_id: int) -> Any:
        form = self._form(request.POST)
        if form.is_valid():
            said = form.cleaned_data
            try:
                submit(
                    self.page,
                    request.user,
                    ChangeClass(said["change_class"]),
                    said["note"],
                    message_to_regions=said.get("message_to_regions", ""),
                )
            except (Refused, NotApproved) as refused:
                messages.error(request, str(refused))
            else:
                messages.success(
                    request,
                    _("“%(title)s” has been handed in.")
                    % {"title": self.page.get_admin_display_title()},
                )
                return redirect("wagtailadmin_explore", self.page.get_parent().pk)
        return self.render_to_response(self.get_context_data(form=form))

    def _form(self, data: Any = None) -> HandInForm:
        draft = self.page.get_latest_revision_as_object()
        return HandInForm(
            data,
            is_published=is_published(draft),
            is_national=draft.as_part().is_national,
            initial={"message_to_regions": self._earlier_message()},
        )

    def _earlier_message(self) -> str:
        """What was written before it was sent back, to be kept or changed."""
        earlier = Submission.objects.sent_back().filter(page_id=self.page.pk).order_by("-pk")
        return earlier.values_list("message_to_regions", flat=True).first() or ""

    def get_context_data(self, **kwargs: Any) -> Any:
        kwargs.setdefault("form", self._form())
        comparison, content = None, None
        try:
            content = content_of(self.page.get_latest_revision_as_object())
        except NotSubmitted as broken:
            messages.error(self.request, str(broken))
        else:
            before = live_document(str(content.part))
            level = chosen_level(self.request) or None
            comparison = compare(before, content.document, care_level=level)
        return super().get_context_data(
            **kwargs,
            page=self.page,
            comparison=comparison,
            care_level=chosen_level(self.request),
            levels=LEVELS,
            vouching=vouching_for(self.page.get_latest_revision_as_object()),
            impact=impact_of(self.page, content, is_safety=True),
        )
