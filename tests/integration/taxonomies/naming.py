"""Pages that name a file, a code or a body, in every way there is to name one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail_localize.models import TranslationSource

from content_models.models import ApprovingBody, ArticleCode, DiagnosisCode, ProgrammeArea
from content_models.vocabulary import Kind
from tests.factories.published import (
    Raw,
    article,
    codes,
    draft_article,
    draft_supplement,
    publish,
    revise,
    section,
    supplement,
    text,
)
from tests.integration.languages.every_block import block, document, image

Ways = dict[str, Callable[[Any], Any]]
"""In words → makes a page that names it so, and gives the page."""


def _with(*blocks: Raw) -> list[Raw]:
    return [section("utredning", *blocks)]


def picture(of: Any) -> Raw:
    return block("image", image=of.pk, alt="Ett öga", decorative=False, caption="")


def link(to: Any) -> str:
    return f'<p>Se <a linktype="document" id="{to.pk}">bladet</a>.</p>'


def _past(named: list[Raw]) -> Any:
    return revise(article(sections=named), sections=_with(text()))


def _taken_down(named: list[Raw]) -> Any:
    page = article(sections=named)
    page.unpublish()
    return page


def _live_under_a_draft(named: list[Raw]) -> Any:
    page = article(sections=named)
    page.sections = _with(text())
    page.save_revision()
    return page


def _only_in_the_newest_draft(named: list[Raw]) -> Any:
    page = article()
    page.sections = named
    page.save_revision()
    return page


def _in_what_translations_are_made_from(named: list[Raw]) -> Any:
    page = draft_article(sections=named)
    TranslationSource.update_or_create_from_instance(page)
    page.sections = _with(text())
    page.save()
    page.save_revision()
    page.revisions.exclude(pk=page.latest_revision_id).delete()
    return page


IMAGE_WAYS: Ways = {
    "a draft": lambda one: draft_article(sections=_with(picture(one))),
    "published": lambda one: article(sections=_with(picture(one))),
    "published, not in its newest draft": lambda one: _live_under_a_draft(_with(picture(one))),
    "only in the newest draft": lambda one: _only_in_the_newest_draft(_with(picture(one))),
    "a past edition": lambda one: _past(_with(picture(one))),
    "taken down": lambda one: _taken_down(_with(picture(one))),
    "a supplement's draft": lambda one: draft_supplement(article(), blocks=[picture(one)]),
    "a supplement": lambda one: supplement(article(), blocks=[picture(one)]),
    "news": lambda one: draft_article(kind=Kind.NEWS, sections=_with(picture(one))),
    "a start page": lambda one: draft_article(
        kind=Kind.START_PAGE, audience="staff", sections=_with(picture(one))
    ),
    "what translations are made from": lambda one: _in_what_translations_are_made_from(
        _with(picture(one))
    ),
}
DOCUMENT_WAYS: Ways = {
    "a block": lambda one: draft_article(
        sections=_with(block("document", title="Blad", url="", file=one.pk))
    ),
    "a film's captions": lambda one: draft_article(
        sections=_with(
            block("video", title="", url="https://example.org/f", file=None, captions=one.pk)
        )
    ),
    "a link in a text": lambda one: draft_article(sections=_with(text(link(one)))),
    "a link in a table": lambda one: draft_article(sections=_with(_table(link(one)))),
    "a link in a supplement": lambda one: supplement(article(), blocks=[text(link(one))]),
    "a link in a reference": lambda one: draft_article(references=[_reference(link(one))]),
}


def _table(html: str) -> Raw:
    columns = [{"type": "text", "heading": "Blad"}]
    table = {"columns": columns, "rows": [{"values": [html]}], "caption": ""}
    return block("table", table=table)


def _reference(html: str) -> Raw:
    return {"type": "reference", "value": {"label": "a", "html": html}}


def coded(page: Any, *nodes: DiagnosisCode) -> Any:
    page.article_codes = [ArticleCode(code=node) for node in nodes]
    page.save_revision()
    return page


CODE_WAYS: Ways = {
    "a draft": lambda one: draft_article(diagnosis_codes=(one.code,)),
    "published": lambda one: article(diagnosis_codes=(one.code,)),
    "only in the newest draft": lambda one: coded(article(), one),
    "an earlier draft": lambda one: coded(coded(article(), one)),
    "a past edition": lambda one: publish(coded(article(diagnosis_codes=(one.code,)))),
}


def _under(field: str, one: Any) -> Any:
    page = article()
    setattr(page, field, one)
    page.save_revision()
    return page


AREA_WAYS: Ways = {
    "published": lambda one: article(programme_area=one.name),
    "only in the newest draft": lambda one: _under("programme_area", one),
}
BODY_WAYS: Ways = {
    "published": lambda one: article(approving_body=one),
    "only in the newest draft": lambda one: _under("approving_body", one),
    "a supplement's draft": lambda one: draft_supplement(article(), approving_body=one),
    "an approval": lambda one: article(approval={"by": one.name}),
}


def code() -> DiagnosisCode:
    codes("H25\tÅldersstarr")
    node: DiagnosisCode = DiagnosisCode.objects.get(code="H25")
    return node


def area() -> ProgrammeArea:
    return ProgrammeArea.objects.create(name="Ett område")


def body() -> ApprovingBody:
    return ApprovingBody.objects.create(name="En instans")


EVERY_WAY = [
    (make, name, way)
    for make, ways in (
        (image, IMAGE_WAYS),
        (document, DOCUMENT_WAYS),
        (code, CODE_WAYS),
        (area, AREA_WAYS),
        (body, BODY_WAYS),
    )
    for name, way in ways.items()
]
