"""The settings: people, groups, mandates and workflows are the administrators', the system is the
superusers'.
"""

from __future__ import annotations

from typing import Any

from .elsewhere import ADMINISTRATORS, SUPERUSER, Entry, opens, posts
from .roles import COLLEAGUES, NOBODY
from .world import World

OF = {  # viewset → what stands for its object
    "wagtailusers_users": "the user",
    "wagtailusers_groups": "the group",
    "mandates": "the mandate",
    "wagtailsites": "the site",
    "wagtaillocales": "the locale",
}


def _screens(space: str, who: frozenset[Any], *, without: tuple[str, ...] = ()) -> list[Entry]:
    """What every one of Wagtail's viewsets has."""
    lists = opens(who, *[f"{space}:{name}" for name in ("index", "index_results", "add")])
    names = ("edit", "delete", "history", "history_results", "usage", "copy")
    single = [f"{space}:{name}" for name in names if name not in without]
    return [*lists, *opens(who, *single, args={"pk": OF[space]})]


def _person(**fields: Any) -> dict[str, Any]:
    words = {"password1": "ett-gott-losenord", "password2": "ett-gott-losenord"}
    names = {"username": "ny", "email": "ny@example.org", "first_name": "Ny", "last_name": "Ny"}
    return {**names, **words, "is_active": "on", **fields}


def _group(_world: World) -> dict[str, Any]:
    empty = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    panels = [f"{what}_permissions" for what in ("page", "collection", "image", "document")]
    forms = {f"{panel}-{name}": value for panel in panels for name, value in empty.items()}
    return {"name": "Ny grupp", **forms}


def _mandate(world: World) -> dict[str, Any]:
    """One that nobody holds yet."""
    group = world.ids["group"]
    return {"group": group, "role": "national-editor", "programme_area": "", "region": ""}


def _several(action: str, who: str) -> dict[str, Any]:
    """One of Wagtail's bulk actions on people."""
    return {
        "args": {"app_label": "auth", "model_name": "user", "action": action},
        "query": {"id": f"the {who}"},
        "what": f"{action} of a {who}",
        "quiet": True,
    }


PEOPLE = [
    posts(ADMINISTRATORS, "wagtail_bulk_action", **_several("delete", "user")),
    posts(SUPERUSER, "wagtail_bulk_action", **_several("delete", "superuser")),
    posts(
        ADMINISTRATORS,
        "wagtail_bulk_action",
        {"mark_as_active": "False"},
        **_several("set_active_state", "user"),
    ),
    posts(
        SUPERUSER,
        "wagtail_bulk_action",
        {"mark_as_active": "False"},
        **_several("set_active_state", "superuser"),
    ),
    posts(
        ADMINISTRATORS,
        "wagtail_bulk_action",
        lambda world: {"role": world.ids["administrators"]},
        **_several("assign_role", "user"),
    ),
    *_screens("wagtailusers_users", ADMINISTRATORS),
    *_screens("wagtailusers_groups", ADMINISTRATORS, without=("copy",)),
    *_screens("mandates", ADMINISTRATORS),
    *opens(ADMINISTRATORS, "mandates:inspect", args={"pk": "the mandate"}),
    posts(ADMINISTRATORS, "wagtailusers_users:add", _person()),
    posts(
        SUPERUSER, "wagtailusers_users:add", _person(is_superuser="on"), what="another superuser"
    ),
    posts(ADMINISTRATORS, "wagtailusers_users:edit", _person(), args={"pk": "the user"}),
    posts(
        SUPERUSER,
        "wagtailusers_users:edit",
        _person(is_superuser="on"),
        args={"pk": "the user"},
        what="raised to superuser",
    ),
    posts(
        SUPERUSER,
        "wagtailusers_users:edit",
        _person(),
        args={"pk": "the superuser"},
        what="who is a superuser",
    ),
    posts(ADMINISTRATORS, "wagtailusers_users:delete", args={"pk": "the user"}),
    posts(SUPERUSER, "wagtailusers_users:delete", args={"pk": "the superuser"}, what="a superuser"),
    posts(ADMINISTRATORS, "wagtailusers_groups:add", _group),
    posts(ADMINISTRATORS, "wagtailusers_groups:edit", _group, args={"pk": "the group"}),
    posts(ADMINISTRATORS, "wagtailusers_groups:delete", args={"pk": "the group"}),
    posts(ADMINISTRATORS, "mandates:add", _mandate),
    posts(
        ADMINISTRATORS,
        "mandates:edit",
        _mandate,
        args={"pk": "the mandate"},
    ),
    posts(ADMINISTRATORS, "mandates:delete", args={"pk": "the mandate"}),
]

FLOWS = "wagtailadmin_workflows:"
WORKFLOWS = [
    *opens(
        ADMINISTRATORS,
        *[FLOWS + name for name in ("index", "index_results", "add", "select_task_type")],
        *[FLOWS + name for name in ("task_index", "task_index_results")],
    ),
    *opens(
        ADMINISTRATORS,
        *[FLOWS + name for name in ("edit", "disable", "usage", "usage_results")],
        args={"pk": "the workflow"},
    ),
    *opens(
        ADMINISTRATORS,
        *[FLOWS + name for name in ("edit_task", "disable_task")],
        args={"pk": "the task"},
    ),
    posts(ADMINISTRATORS, FLOWS + "enable", args={"pk": "the workflow"}, traceless=True),
    posts(ADMINISTRATORS, FLOWS + "enable_task", args={"pk": "the task"}, traceless=True),
    *opens(
        ADMINISTRATORS,
        FLOWS + "add_task",
        args={"app_label": "editorial_workflows", "model_name": "expertreview"},
    ),
    # The steps' names are no secret; making one is another matter.
    *opens(COLLEAGUES, *[FLOWS + f"task_chooser{rest}" for rest in ("", "_results", "_create")]),
    *opens(COLLEAGUES, FLOWS + "task_chosen", args={"task_id": "the task"}),
    posts(
        ADMINISTRATORS,
        FLOWS + "task_chooser_create",
        {"create-task-name": "Nytt steg", "create-task-change_classes": ["editorial"]},
        query={"create_model": "editorial_workflows.ExpertReview"},
    ),
    posts(ADMINISTRATORS, FLOWS + "remove[page_pk]", args={"page_pk": "the national root"}),
    posts(
        ADMINISTRATORS,
        FLOWS + "remove[page_pk,workflow_pk]",
        args={"page_pk": "the national root", "workflow_pk": "the national workflow"},
    ),
    posts(ADMINISTRATORS, FLOWS + "disable", args={"pk": "the workflow"}),
    posts(NOBODY, FLOWS + "disable_task", args={"pk": "the task"}),  # while a workflow has it
]

SYSTEM = [
    *_screens("wagtailsites", SUPERUSER),
    *_screens("wagtaillocales", SUPERUSER),
    *opens(SUPERUSER, "wagtailadmin_collections:index", "wagtailadmin_collections:add"),
    *opens(
        SUPERUSER,
        *[f"wagtailadmin_collections:{name}" for name in ("edit", "delete")],
        args={"pk": "the collection"},
    ),
    *opens(
        SUPERUSER, "wagtailadmin_collections:set_privacy", args={"collection_id": "the collection"}
    ),
    posts(SUPERUSER, "wagtailadmin_collections:add", {"name": "Ny", "parent": 1}),
    posts(SUPERUSER, "wagtailadmin_collections:delete", args={"pk": "the collection"}),
    posts(
        SUPERUSER,
        "wagtailadmin_collections:set_privacy",
        {"restriction_type": "login"},
        args={"collection_id": "the collection"},
    ),
    posts(SUPERUSER, "wagtailsites:delete", args={"pk": "the site"}),
    posts(SUPERUSER, "wagtaillocales:delete", args={"pk": "the locale"}),
    *opens(NOBODY, "wagtailsnippets:index"),
]

ENTRIES: list[Entry] = [*PEOPLE, *WORKFLOWS, *SYSTEM]
