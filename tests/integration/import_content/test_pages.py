"""Pages that are created in bulk are the pages that Wagtail itself would have made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Page, PageLogEntry, ReferenceIndex
from wagtail.signals import page_published
from wagtail.signals import published as published_signal

from content_models.editions.models import ListedArticle, Route
from content_models.models import ARTICLE_MODELS
from content_models.vocabulary import Kind
from region_overlays.models import SupplementPage
from tests.factories import published as factory

from .content import (
    article,
    page_of,
    picture,
    placed,
    published,
    put,
    run,
    supplement,
    supplement_of,
    write,
)

OWN = {
    *("id", "page_ptr_id", "path", "url_path", "slug", "key", "translation_key", "uuid"),
    *("latest_revision_id", "live_revision_id", "object_id", "pk", "revision_id", "page_id"),
    *("first_published_at", "last_published_at", "latest_revision_created_at", "timestamp"),
    *("sections", "body", "references", "approving_body_id", "label", "object_str"),
    *("supplement_id", "position", "anchor_hash", "title", "draft_title", "search_description"),
}
"""What differs between any two pages."""


def columns(row: Any) -> dict[str, Any]:
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if field.attname not in OWN
    }


def by_hand(kind: str, key: str, *, publish: bool) -> Any:
    make = factory.article if publish else factory.draft_article
    return make(key, kind=kind, title=key.capitalize())


@pytest.mark.parametrize("kind", [str(model.kind) for model in ARTICLE_MODELS])
@pytest.mark.parametrize("publish", [True, False])
def test_an_article_is_as_wagtail_makes_it(folder: Path, kind: str, publish: bool) -> None:
    # There is one start page for each audience, so these two differ in that.
    other = {"audience": "citizen"} if kind == Kind.START_PAGE else {}
    run(write(folder, a=article("importerad", kind=kind, **other)), publish=publish)
    by_hand(kind, "egen", publish=publish)

    _assert_alike(page_of("importerad"), page_of("egen"), *other)


@pytest.mark.parametrize("publish", [True, False])
def test_a_supplement_is_as_wagtail_makes_it(folder: Path, publish: bool) -> None:
    run(write(folder, katarakt=article(), vg=supplement(placed(id="importerad"))), publish=publish)
    make = factory.supplement if publish else factory.draft_supplement
    make(page_of(), "14", id="egen")

    _assert_alike(supplement_of("importerad"), supplement_of("egen"))


def _assert_alike(imported: Any, own: Any, *differ: str) -> None:
    but = dict.fromkeys(differ)
    assert columns(imported) | but == columns(own) | but
    revisions = [page.latest_revision for page in (imported, own)]
    assert revisions[0].content.keys() == revisions[1].content.keys()
    assert columns(revisions[0]) | {"content": 0, "created_at": 0} == columns(revisions[1]) | {
        "content": 0,
        "created_at": 0,
    }
    differing = {
        name
        for name, value in revisions[0].content.items()
        if value != revisions[1].content[name] and name not in {*OWN, *differ}
    }
    assert differing <= {"pk", "page_ptr", "approving_body", "latest_revision", "article_codes"}
    for page in (imported, own):
        assert page.latest_revision.as_object().pk == page.pk
        assert page.url_path == f"{page.get_parent().url_path}{page.slug}/"


@pytest.mark.parametrize("publish", [True, False])
def test_it_is_logged_as_wagtail_logs_it(folder: Path, publish: bool) -> None:
    run(write(folder, a=article("importerad")), publish=publish)
    by_hand("knowledge-support", "egen", publish=publish)

    logs = [
        [
            columns(entry) | {"revision": entry.revision_id is not None}
            for entry in PageLogEntry.objects.filter(page=page_of(key).pk).order_by("timestamp")
        ]
        for key in ("importerad", "egen")
    ]
    assert logs[0] == logs[1]


def test_publishing_sends_what_wagtail_sends(folder: Path) -> None:
    heard: list[tuple[object, type, int, int]] = []

    def listen(signal: object, sender: type, instance: Any, revision: Any, **_: Any) -> None:
        heard.append((signal, sender, instance.pk, revision.pk))

    for signal in (page_published, published_signal):
        signal.connect(listen, weak=False, dispatch_uid="test")
    try:
        published(write(folder, katarakt=article(), vg=supplement()))
    finally:
        for signal in (page_published, published_signal):
            signal.disconnect(dispatch_uid="test")

    wanted = [
        (signal, type(page), page.pk, page.live_revision_id)
        for page in (page_of(), supplement_of())
        for signal in (page_published, published_signal)
    ]
    assert heard == wanted


def test_the_tree_has_no_problems(folder: Path) -> None:
    write(folder, a=article("a"), b=article("b"), en=article("a", language="en"))
    published(write(folder, vg=supplement(to="a"), skane=supplement(to="b", region="12")))
    factory.article("mellan")
    published(write(folder, c=article("c")))

    assert Page.find_problems() == ([], [], [], [], [])
    parent = page_of("a").get_parent()
    assert parent.numchild == parent.get_children().count() == 4
    assert Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).count() == 4


def test_editors_find_what_was_imported(folder: Path) -> None:
    published(write(folder, katarakt=article(title="Linsgrumling"), vg=supplement()))

    assert [page.pk for page in Page.objects.search("Linsgrumling", fields=["title"])][:1]
    assert page_of().pk in {page.pk for page in Page.objects.all().autocomplete("Linsgr")}
    assert supplement_of().pk in {page.pk for page in Page.objects.all().autocomplete("Linsgr")}


def test_editors_see_where_an_image_is_used(folder: Path) -> None:
    put(folder / "bild.png", picture())
    write(folder, katarakt=article(body="![Öga](bild.png)"))
    published(write(folder, vg=supplement(placed(), to="katarakt")))

    (image,) = {
        row.to_object_id for row in ReferenceIndex.objects.filter(model_path__contains="image")
    }
    rows = ReferenceIndex.objects.filter(to_object_id=image, model_path__contains="image")
    assert {int(row.object_id) for row in rows} == {page_of().pk}


def test_the_reference_index_is_what_a_rebuild_makes(folder: Path) -> None:
    factory.codes("H25\tStarr")
    write(
        folder,
        a=article(diagnosis_codes="[H25]", programme_area="Ögon"),
        vg=supplement(to="katarakt"),
    )
    published(folder)
    before = _references()

    call_command("rebuild_references_index", verbosity=0)

    assert _references() == before


def _references() -> list[tuple[Any, ...]]:
    names = ("base_content_type", "object_id", "to_object_id", "model_path", "content_path")
    return sorted(ReferenceIndex.objects.values_list(*names))


def test_lists_and_addresses_know_it(folder: Path) -> None:
    published(write(folder, katarakt=article(), en=article(language="en")))

    assert ListedArticle.objects.count() == 2
    route = Route.objects.get(key="katarakt", language="sv")
    assert (route.path, route.page_id) == ("/kunskapsstod/katarakt/", page_of().pk)


def test_what_was_imported_can_be_moved_and_deleted(folder: Path) -> None:
    published(write(folder, a=article("a"), b=article("b")))

    page_of("a").delete()

    assert Page.find_problems() == ([], [], [], [], [])
    assert SupplementPage.objects.count() == 0
    assert published(folder).done == {"created": ["a.md"], "same": ["b.md"]}
