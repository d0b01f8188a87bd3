"""The tree of pages, its search and its choosers: what each role finds there of others' drafts."""

from __future__ import annotations

from wagtail.models import Site

from .elsewhere import ADMINISTRATORS, IN_TREE, Entry, opens, posts
from .roles import COLLEAGUES, Role
from .rules import EVERYWHERE
from .screens import EVERYTHING

SUPPLEMENTS = {"page_type": "region_overlays.supplementpage"}


def _whole(path: str) -> str:
    return f"{Site.objects.get().root_url}{path}"


ENTRIES: list[Entry] = [
    *opens(IN_TREE, "wagtailadmin_explore_root", quiet=True),
    *opens(
        IN_TREE,
        "wagtailadmin_explore_root",
        query=EVERYTHING | {"search_all": "1"},
        what="searched",
        quiet=True,
    ),
    *opens(
        IN_TREE, "wagtailadmin_pages:search", "wagtailadmin_pages:search_results", query=EVERYTHING
    ),
    *opens(
        IN_TREE,
        "wagtailadmin_pages:type_use",
        "wagtailadmin_pages:type_use_results",
        args={
            "content_type_app_name": "content_models",
            "content_type_model_name": "knowledgesupportpage",
        },
        query=EVERYTHING,
    ),
    *opens(
        IN_TREE,
        "wagtailadmin_pages:type_use",
        "wagtailadmin_pages:type_use_results",
        args={
            "content_type_app_name": "region_overlays",
            "content_type_model_name": "supplementpage",
        },
        what="of supplements",
    ),
    *opens(
        IN_TREE,
        "wagtailadmin_pages:search",
        query=EVERYTHING | {"content_type": "region_overlays.supplementpage"},
        what="of supplements",
    ),
    # Only an empty chooser: where they may add is asked there.
    *opens(
        COLLEAGUES,
        "wagtailadmin_pages:choose_parent",
        args={"app_label": "content_models", "model_name": "knowledgesupportpage"},
    ),
    *opens(COLLEAGUES, "wagtailadmin_choose_page"),
    *opens(
        COLLEAGUES,
        "wagtailadmin_choose_page_child",
        args={"parent_page_id": "the region page"},
        what="of a region",
    ),
    *opens(
        COLLEAGUES,
        "wagtailadmin_choose_page_child",
        args={"parent_page_id": "the folder"},
        what="of a folder",
    ),
    *opens(COLLEAGUES, "wagtailadmin_choose_page_search", query=EVERYTHING),
    *opens(
        COLLEAGUES,
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_search",
        query=EVERYTHING | SUPPLEMENTS,
        what="of supplements",
    ),
    *opens(
        COLLEAGUES,
        "wagtailadmin_choose_page_child",
        args={"parent_page_id": "the region page"},
        query=SUPPLEMENTS | {"multiple": "1"},
        what="of a region's supplements",
    ),
    *opens(
        ADMINISTRATORS | EVERYWHERE,
        "wagtailadmin_choose_page_chosen_multiple",
        query={"id": "the every page"},
        what="of everything",
    ),
    posts(
        COLLEAGUES,
        "wagtailadmin_choose_page_external_link",
        lambda world: {"external-link-chooser-url": world.ids["live page"]},
        traceless=True,
    ),
    posts(
        COLLEAGUES,
        "wagtailadmin_choose_page_external_link",
        lambda world: {"external-link-chooser-url": _whole(world.ids["live page"])},
        what="with its host",
        traceless=True,
    ),
    *opens(COLLEAGUES, "wagtailadmin_api:pages:listing", query={"limit": 20}),
    *opens(
        COLLEAGUES, "wagtailadmin_api:pages:listing", query={"search": "hemlig"}, what="searched"
    ),
    *opens(
        COLLEAGUES,
        "wagtailadmin_api:pages:listing",
        query={"type": "region_overlays.SupplementPage", "fields": "*", "limit": 20},
        what="of supplements",
    ),
    *opens(
        ADMINISTRATORS,
        "wagtailadmin_api:pages:listing",
        query={"child_of": "the region page"},
        what="of a region",
        quiet=True,
    ),
    *opens(
        ADMINISTRATORS | {Role.EDITOR, Role.YOUTH_EDITOR, Role.APPROVER},
        "wagtailadmin_api:pages:find",
        query={"id": "the national root"},
    ),
]
