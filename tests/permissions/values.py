"""What addresses take, by the name of the variable."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .objects import Thing
from .world import World


def _latest(_world: World, thing: Thing) -> Any:
    return thing.page.latest_revision_id


def _first(_world: World, thing: Thing) -> Any:
    return thing.page.revisions.order_by("pk").first().pk


def _page(_world: World, thing: Thing) -> Any:
    return thing.page.pk


def _parent(_world: World, thing: Thing) -> Any:
    return thing.page.get_parent().pk


VALUES: dict[str, Callable[[World, Thing], Any]] = {
    "page_id": _page,
    "pk": _page,
    "page_to_move_id": _page,
    "parent_page_id": _parent,
    "destination_id": lambda world, thing: destination(world, thing).pk,
    "revision_id": _first,
    "revision_id_a": lambda _world, _thing: "earliest",
    "revision_id_b": lambda _world, _thing: "latest",
    "task_id": lambda _world, thing: thing.task_state and thing.task_state.task_id,
    "task_state_id": lambda _world, thing: thing.task_state and thing.task_state.pk,
    "workflow_state_id": lambda _world, thing: (
        thing.submission and thing.submission.workflow_state_id
    ),
    "submission_id": lambda _world, thing: thing.submission and thing.submission.pk,
    "content_type_app_name": lambda _world, thing: thing.page._meta.app_label,
    "content_type_model_name": lambda _world, thing: thing.page._meta.model_name,
    "app_label": lambda _world, thing: thing.page._meta.app_label,
    "model_name": lambda _world, thing: thing.page._meta.model_name,
    "object_id": lambda _world, thing: str(thing.page.pk),
    "translation_id": lambda _world, thing: thing.extra["translation"].pk,
    "translation_source_id": lambda _world, thing: thing.extra["translation"].source_id,
    "string_segment_id": lambda _world, thing: thing.extra["string"].pk,
    "overridable_segment_id": lambda _world, thing: (
        thing.extra["overridable"] and thing.extra["overridable"].pk
    ),
}


def values_of(name: str, world: World, thing: Thing) -> Any:
    """Raises KeyError for a variable that nobody has said anything of."""
    return VALUES[name](world, thing)


def destination(world: World, thing: Thing) -> Any:
    """Where the page may be moved: a folder beneath its own; a supplement stays in its region."""
    parent = thing.page.get_parent()
    return parent if thing.region else world.ids["subfolders"][thing.owner]
