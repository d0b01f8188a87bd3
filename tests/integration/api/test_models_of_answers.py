"""Answers are exactly what the OpenAPI document declares."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from cms.api.schemas.base import Problem
from cms.api.schemas.lists import (
    AreaList,
    ChangeList,
    DiagnosisDetail,
    DiagnosisList,
    EditionDocument,
    PageItem,
    PageList,
    RegionList,
)
from cms.api.schemas.page import Page, PartOfPage
from content_models.vocabulary import Kind
from tests.factories.published import article, codes, reference, section, supplement, text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _content():
    codes("H25\tÅldersstarr")
    national = article(
        sections=[section("utredning", text("Ett.[^a]"), text("Två.", care_levels=("primary",)))],
        references=[reference("a")],
        diagnosis_codes=("H25",),
        programme_area="Ögon",
        counterpart_key="syn",
    )
    article("syn", kind=Kind.YOUTH_PAGE, title="Syn", counterpart_key="katarakt")
    article(language="en", title="Cataract")
    supplement(national, after=1)


@pytest.mark.parametrize(
    ("path", "query", "model"),
    [
        ("/pages/katarakt", {"region": "14"}, Page),
        ("/pages/katarakt", {"language": "en"}, Page),
        ("/pages/syn", {}, Page),
        ("/pages/katarakt", {"fields": "seo,receipt"}, PartOfPage),
        ("/pages/katarakt", {"region": "14", "explain": "true"}, Page),
        ("/pages/katarakt", {"fields": "key", "explain": "1"}, PartOfPage),
        ("/pages", {"region": "14", "total": "true"}, PageList),
        ("/pages", {"fields": "key"}, PageList),
        ("/changes", {}, ChangeList),
        ("/editions/1", {}, EditionDocument),
        ("/editions/4", {}, EditionDocument),
        ("/regions", {}, RegionList),
        ("/programme-areas", {}, AreaList),
        ("/diagnoses", {}, DiagnosisList),
        ("/diagnoses/H25", {}, DiagnosisDetail),
        ("/diagnoses/A00", {}, Problem),
        ("/pages/katarakt", {"region": "00"}, Problem),
    ],
)
def test_an_answer_is_what_is_declared(get, path, query, model):
    TypeAdapter(model).validate_json(get(path, **query).content, strict=False)


def test_list_items_are_whole_unless_fields_are_asked_for(read):
    for item in read("/pages", region="14")["items"]:
        assert list(item) == list(PageItem.model_fields)


def test_pages_have_their_members_in_the_contracts_order(read):
    page = read("/pages/katarakt", region="14", explain="true")
    assert list(page) == list(Page.model_fields)
    assert list(read("/pages/katarakt", region="14")) == list(page)[:-1]
