"""The admin's search finds what is saved, and saving a page writes no other page's row."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from wagtail.models import Page

from tests.factories.published import draft_article

pytestmark = pytest.mark.django_db


def test_a_saved_page_is_found() -> None:
    page = draft_article(title="Grå starr")
    assert [found.pk for found in Page.objects.all().search("starr")] == [page.pk]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no such weights")
def test_other_pages_rows_stay_as_they_are() -> None:
    other, page = draft_article("annan", title="Två ord"), draft_article(title="Ett")
    entries = apps.get_model("wagtailsearch", "IndexEntry").objects
    entries.update(title_norm=1.0)
    page.save()
    assert entries.filter(object_id=str(other.pk)).values_list("title_norm", flat=True)[0] == 1.0
