"""The admin's screens that carry no text: what each role finds there, and what it is refused."""

from __future__ import annotations

from typing import Any

from .elsewhere import ADMINISTRATORS, WRITERS, Entry, opens, posts
from .roles import COLLEAGUES, EVERYONE, NOBODY, Role

EVERYTHING = {"q": "hemlig"}
"""Looked for: whatever is found is somebody's draft."""
AS_TABLE = {"export": "csv"}

ENTERING = [
    *opens(
        EVERYONE,
        "wagtailadmin_login",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_password_reset",
        "wagtailadmin_password_reset_done",
        "wagtailadmin_password_reset_complete",
    ),
    *opens(EVERYONE, "wagtailadmin_password_reset_confirm", args={"uidb64": "MQ", "token": "x-y"}),
    posts(COLLEAGUES, "wagtailadmin_logout", traceless=True),
    *opens(NOBODY, "/admin/^.*/$"),
]

COLLEAGUES_OWN = [
    *opens(
        COLLEAGUES,
        "wagtailadmin_home",
        "wagtailadmin_account",
        "wagtailadmin_dismissibles",
        "/admin/test404/",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_choose_page_phone_link",
        "wagtailadmin_choose_page_anchor_link",
        "wagtail_localize:javascript_catalog",
        "approvals:desk",
        "approvals:mine",
        "approvals:stopped",
        "approvals:drafts",
        "wagtailembeds:chooser",
    ),
    *opens(COLLEAGUES, "wagtailadmin_tag_autocomplete", query={"term": "h"}),
    *opens(
        COLLEAGUES,
        "wagtailadmin_tag_model_autocomplete",
        args={"app_name": "taggit", "model_name": "tag"},
    ),
    posts(
        COLLEAGUES,
        "wagtailadmin_editing_sessions:release",
        args={"session_id": "the session"},
        traceless=True,
    ),
]

REPORTS = [
    *opens(
        COLLEAGUES,
        "wagtailadmin_reports:site_history",
        "wagtailadmin_reports:site_history_results",
        "wagtail_localize:translations_report",
        "wagtail_localize:translations_report_results",
    ),
    *opens(
        WRITERS,
        "wagtailadmin_reports:workflow",
        "wagtailadmin_reports:workflow_results",
        "wagtailadmin_reports:workflow_tasks",
        "wagtailadmin_reports:workflow_tasks_results",
        "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:aging_pages_results",
        "wagtailadmin_reports:page_types_usage",
        "wagtailadmin_reports:page_types_usage_results",
    ),
    *opens(COLLEAGUES, "wagtailadmin_reports:site_history", query=AS_TABLE, what="as a table"),
    *opens(
        COLLEAGUES, "wagtailadmin_reports:site_history", query={"label": "hemlig"}, what="searched"
    ),
    *opens(
        WRITERS,
        "wagtailadmin_reports:workflow",
        "wagtailadmin_reports:workflow_tasks",
        "wagtailadmin_reports:page_types_usage",
        query=AS_TABLE,
        what="as a table",
    ),
    *opens(
        ADMINISTRATORS | {Role.APPROVER, Role.REGIONAL_APPROVER},
        "wagtailadmin_reports:locked_pages",
        "wagtailadmin_reports:locked_pages_results",
    ),
]


def _image(**more: Any) -> dict[str, Any]:
    return {"args": {"image_id": "the image"} | more}


def _document(name: str = "document_id", **more: Any) -> dict[str, Any]:
    return {"args": {name: "the document"} | more}


def _several(app: str, model: str) -> dict[str, Any]:
    return {
        "args": {"app_label": app, "model_name": model, "action": "delete"},
        "query": {"id": f"the {model}"},
        "what": f"delete a {model}",
        "quiet": True,
    }


LIBRARY = [
    *opens(WRITERS, "wagtailimages:index", "wagtailimages:index_results", "wagtailimages:add"),
    *opens(WRITERS, "wagtailimages:add_multiple", "wagtaildocs:add_multiple"),
    *opens(WRITERS, "wagtaildocs:index", "wagtaildocs:index_results", "wagtaildocs:add"),
    *opens(WRITERS, "wagtaildocs_chooser:create", "wagtailimages_chooser:create"),
    # Without the right to choose, an empty list.
    *opens(
        COLLEAGUES,
        "wagtaildocs_chooser:choose",
        "wagtaildocs_chooser:choose_results",
        "wagtailimages_chooser:choose",
        "wagtailimages_chooser:choose_results",
    ),
    *opens(
        WRITERS, "wagtailimages_chooser:chosen", args={"pk": "the image"}, query={"multiple": ""}
    ),
    *opens(WRITERS, "wagtaildocs_chooser:chosen", args={"pk": "the document"}),
    *opens(COLLEAGUES, "wagtailimages_chooser:chosen_multiple", query={"id": 1}),
    *opens(COLLEAGUES, "wagtaildocs_chooser:chosen_multiple", query={"id": 1}),
    *opens(WRITERS, "wagtailimages_chooser:select_format", **_image()),
    # Another's upload is there to choose, not to change.
    *opens(
        ADMINISTRATORS,
        "wagtailimages:edit",
        "wagtailimages:delete",
        "wagtailimages:image_usage",
        **_image(),
    ),
    *opens(ADMINISTRATORS, "wagtailimages:preview", **_image(filter_spec="original")),
    # Wagtail's own serving of images is not mounted.
    *opens(NOBODY, "wagtailimages:url_generator", "wagtailimages:url_generator_output", **_image()),
    posts(ADMINISTRATORS, "wagtailimages:edit", {"title": "Ny", "collection": 1}, **_image()),
    posts(ADMINISTRATORS, "wagtailimages:delete", **_image()),
    posts(ADMINISTRATORS, "wagtailimages:edit_multiple", **_image(), traceless=True),
    posts(ADMINISTRATORS, "wagtailimages:delete_multiple", **_image()),
    posts(ADMINISTRATORS, "wagtail_bulk_action", **_several("wagtailimages", "image")),
    posts(ADMINISTRATORS, "wagtail_bulk_action", **_several("wagtaildocs", "document")),
    *opens(ADMINISTRATORS, "wagtaildocs:edit", "wagtaildocs:delete", **_document()),
    *opens(ADMINISTRATORS, "wagtaildocs:document_usage", **_document()),
    posts(ADMINISTRATORS, "wagtaildocs:edit", {"title": "Ny", "collection": 1}, **_document()),
    posts(ADMINISTRATORS, "wagtaildocs:delete", **_document()),
    posts(ADMINISTRATORS, "wagtaildocs:edit_multiple", **_document("doc_id"), traceless=True),
    posts(ADMINISTRATORS, "wagtaildocs:delete_multiple", **_document("doc_id")),
]

LIBRARY_API = [
    *opens(
        COLLEAGUES,
        *[f"wagtailadmin_api:{kind}:listing" for kind in ("images", "documents")],
    ),
    *opens(COLLEAGUES, "wagtailadmin_api:images:find", query={"id": "the image"}),
    *opens(COLLEAGUES, "wagtailadmin_api:documents:find", query={"id": "the document"}),
    *opens(COLLEAGUES, "wagtailadmin_api:images:detail", args={"pk": "the image"}),
    *opens(COLLEAGUES, "wagtailadmin_api:documents:detail", args={"pk": "the document"}),
]
UPLOADS = [
    # What another has sent and not described yet.
    posts(
        NOBODY,
        "wagtailimages:create_multiple_from_uploaded_image",
        {"title": "Min", "collection": 1},
        args={"uploaded_file_id": "the uploaded image"},
    ),
    posts(
        NOBODY,
        "wagtaildocs:create_multiple_from_uploaded_document",
        {"title": "Min", "collection": 1},
        args={"uploaded_file_id": "the uploaded document"},
    ),
    posts(
        NOBODY,
        "wagtailimages:delete_upload_multiple",
        args={"uploaded_file_id": "the uploaded image"},
    ),
    posts(
        NOBODY,
        "wagtaildocs:delete_upload_multiple",
        args={"uploaded_file_id": "the uploaded document"},
    ),
]
NO_SNIPPETS = {"app_label": "content_models", "model_name": "programmearea"}
UNUSED = [
    # Nothing is a snippet, and no block has a preview.
    *opens(NOBODY, "wagtailadmin_block_preview"),
    *opens(NOBODY, "wagtail_localize:snippets_api_listing", args=NO_SNIPPETS),
    *opens(NOBODY, "wagtail_localize:snippets_api_detail", args=NO_SNIPPETS | {"pk": "1"}),
    *opens(NOBODY, "wagtail_localize:submit_snippet_translation", args=NO_SNIPPETS | {"pk": "1"}),
    posts(NOBODY, "wagtail_localize:submit_snippet_translation", args=NO_SNIPPETS | {"pk": "1"}),
    *opens(COLLEAGUES, "wagtailembeds:chooser_upload"),
]

ENTRIES: list[Entry] = [
    *ENTERING,
    *COLLEAGUES_OWN,
    *REPORTS,
    *LIBRARY,
    *LIBRARY_API,
    *UPLOADS,
    *UNUSED,
]
