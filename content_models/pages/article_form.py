"""What the editor's form checks beyond its fields: the template, and the codes together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from content_models.pages.section_rules import template_error

if TYPE_CHECKING:
    from content_models.taxonomies.diagnosis import DiagnosisCode

MANIFESTATION = "*"


class ArticleForm(WagtailAdminPageForm):
    """The faults stand next to what has them; a draft is held to them too.

    They are the form's and not the page's: what is imported need not follow the template.
    """

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.has_error("sections") and (fault := template_error(self.instance)):
            self.add_error("sections", fault)

    def is_valid(self) -> bool:
        valid: bool = super().is_valid()
        rows = [row for row in self._code_rows() if row.cleaned_data.get("code")]
        return not _has_faults(rows) and valid

    def _code_rows(self) -> list[Any]:
        formset = self.formsets.get("article_codes")
        if formset is None or not self.is_bound:
            return []
        return [
            row
            for row in formset.forms
            if row not in formset.deleted_forms and hasattr(row, "cleaned_data")
        ]


def _has_faults(rows: list[Any]) -> bool:
    codes: list[DiagnosisCode] = [row.cleaned_data["code"] for row in rows]
    found = False
    for number, (row, code) in enumerate(zip(rows, codes, strict=True)):
        if code in codes[:number]:
            row.add_error("code", _("%(code)s stands here twice; remove one.") % {"code": code})
            found = True
        if code.retired and "code" in row.changed_data:
            row.add_error("code", _("%(code)s is retired; choose another.") % {"code": code})
            found = True
    if codes and all(code.marker == MANIFESTATION for code in codes):
        rows[0].add_error(
            "code",
            _(
                "A code with an asterisk never stands alone; add the code of the underlying "
                "condition."
            ),
        )
        found = True
    return found
