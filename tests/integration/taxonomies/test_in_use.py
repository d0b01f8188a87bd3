"""What a page names is not deleted: not by its screen, not by several at once, not by a script."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, models, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse

from content_models.in_use.refusing import InUse
from content_models.in_use.uses import uses_of
from content_models.models import DiagnosisCode
from tests.factories.published import article, codes, draft_article, revise, section, text
from tests.integration.languages.every_block import document, image

from . import naming
from .conftest import code

pytestmark = pytest.mark.django_db

SCREENS = {
    "image": "wagtailimages:delete",
    "document": "wagtaildocs:delete",
    "diagnosiscode": "diagnosis_codes:delete",
    "programmearea": "programme_areas:delete",
    "approvingbody": "approving_bodies:delete",
}
every_way = pytest.mark.parametrize(
    ("make", "way"),
    [
        pytest.param(make, way, id=f"{make.__name__}: {name}")
        for make, name, way in naming.EVERY_WAY
    ],
)
each_kind = pytest.mark.parametrize(
    "make", [image, document, naming.code, naming.area, naming.body]
)


def deletion(one: models.Model) -> str:
    return reverse(SCREENS[str(one._meta.model_name)], args=[one.pk])


def is_there(one: models.Model) -> bool:
    return type(one)._base_manager.filter(pk=one.pk).exists()


@every_way
def test_refused_with_the_page_named(administrator: Client, make: Any, way: Any) -> None:
    one = make()
    page = way(one)

    asked, posted = administrator.get(deletion(one)), administrator.post(deletion(one))

    for answer in (asked, posted):
        [(kept, places)] = answer.context["kept"]
        assert kept == one
        assert reverse("approvals:read", args=[page.pk]) in [place.url for place in places.shown]
        assert "Inget togs bort." in answer.content.decode()
    assert is_there(one)


@every_way
def test_refused_to_a_script(make: Any, way: Any) -> None:
    one = make()
    way(one)

    for delete in (one.delete, type(one).objects.filter(pk=one.pk).delete):
        with pytest.raises((InUse, ProtectedError)), transaction.atomic():
            delete()

    assert is_there(one)


@each_kind
def test_what_nothing_uses_is_deleted(administrator: Client, make: Any) -> None:
    one = make()
    article()

    assert "kept" not in administrator.get(deletion(one)).context
    administrator.post(deletion(one))

    assert not is_there(one)


@pytest.mark.parametrize(("make", "kind"), [(image, "wagtailimages"), (document, "wagtaildocs")])
def test_several_at_once_all_or_none(administrator: Client, make: Any, kind: str) -> None:
    used, unused = make(), make()
    blocks = naming.picture(used) if make is image else text(naming.link(used))
    draft_article(sections=[section("utredning", blocks)], title="Om synen")
    address = reverse("wagtail_bulk_action", args=[kind, make.__name__, "delete"])

    answer = administrator.post(f"{address}?id={used.pk}&id={unused.pk}")

    assert [kept for kept, _places in answer.context["kept"]] == [used]
    assert "Om synen" in answer.content.decode()
    assert is_there(used)
    assert is_there(unused)


def test_a_file_just_uploaded_is_not_taken_back_when_it_is_used(administrator: Client) -> None:
    one = image()
    draft_article(sections=[section("utredning", naming.picture(one))])

    answer = administrator.post(
        reverse("wagtailimages:delete_multiple", args=[one.pk]),
        headers={"x-requested-with": "XMLHttpRequest"},
    )

    assert answer.status_code == 409
    assert answer.json()["error_message"] == "Ögat används på 1 sida och tas inte bort."
    assert is_there(one)


def test_a_branch_of_the_tree_is_kept_for_one_code_beneath_it(
    tree: None, administrator: Client
) -> None:
    article(diagnosis_codes=("H25.1",))
    before = DiagnosisCode.objects.count()

    answer = administrator.post(deletion(code("H25-H28")))

    assert [kept.code for kept, _places in answer.context["kept"]] == ["H25.1"]
    with pytest.raises(ProtectedError):
        code("H25-H28").delete()
    assert DiagnosisCode.objects.count() == before


def test_a_branch_that_nothing_uses_goes_as_a_whole(tree: None, administrator: Client) -> None:
    address = deletion(code("H25"))

    asked = administrator.get(address).content.decode()
    administrator.post(address)

    assert "Ta bort H25 Åldersstarr och den 1 kod som ligger under?" in asked
    assert not DiagnosisCode.objects.filter(code__startswith="H25.").exists()
    assert DiagnosisCode.find_problems() == ([], [], [], [], [])


def test_other_numbers_are_not_mistaken_for_uses() -> None:
    """A primary key stands in the stored text of much that does not mean it."""
    one, other = image(), image()
    draft_article(sections=[section("utredning", naming.picture(one), text(f"Ge {other.pk}."))])
    assert uses_of([other]) == {}


def test_a_discarded_draft_does_not_keep_an_image() -> None:
    one = image()
    page = draft_article(sections=[section("utredning", naming.picture(one))])
    page.sections = [section("utredning", text())]
    page.save()
    page.save_revision()

    one.delete()

    assert not is_there(one)


def test_a_draft_that_names_what_is_gone_is_not_saved() -> None:
    one = image()
    page = draft_article()
    page.sections = [section("utredning", naming.picture(one))]
    one.delete()
    before = page.revisions.count()

    with pytest.raises(PermissionDenied, match="Inte sparat: det du valde under ”bild”"):
        page.save_revision(clean=False)

    assert page.revisions.count() == before


def test_the_database_itself_keeps_what_is_published() -> None:
    codes("H25\tÅldersstarr")
    article(diagnosis_codes=("H25",))
    node = code("H25")
    with pytest.raises(IntegrityError), transaction.atomic():
        _delete_past_django(node)


def _delete_past_django(node: DiagnosisCode) -> None:
    DiagnosisCode.objects.filter(pk=node.pk)._raw_delete(using=connection.alias)
    connection.check_constraints()


def test_the_number_of_queries_does_not_grow_with_the_pages(
    django_assert_max_num_queries: Any,
) -> None:
    one = image()
    page = article(sections=[section("utredning", naming.picture(one))])
    for number in range(20):
        revise(page, sections=[section("utredning", naming.picture(one), text(f"Ord {number}"))])
        draft_article(f"artikel-{number}", sections=[section("utredning", naming.picture(one))])
    with django_assert_max_num_queries(10):
        assert len(uses_of([one])[str(one.pk)]) == 21
