"""GET /diagnoses and /diagnoses/{code}: look-up in the code list, and what is written on a code."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from cms.api.answering import Situation, answered
from cms.api.answers import Answer, deliver, json_answer
from cms.api.cursors import cursor_of, place_of, question
from cms.api.declaring import declared
from cms.api.diagnosis_tree import diagnoses, node_of
from cms.api.filters import matching
from cms.api.orders import ORDER_OF
from cms.api.requested import DiagnosesQuery, DiagnosisQuery, ListQuery
from cms.api.schemas.lists import DiagnosisDetail, DiagnosisList
from cms.api.values import CODE_FORM
from content_models.taxonomies.diagnosis import DiagnosisCode

router = Router(tags=["Diagnosis codes"])
MOST_ARTICLES = 100
CodeInPath = Annotated[str, Path(pattern=CODE_FORM, max_length=12, examples=["H25.1"])]


@router.api_operation(
    ["GET", "HEAD"], "/diagnoses", **declared("listDiagnoses", DiagnosesQuery, DiagnosisList, 404)
)
def list_diagnoses(request: HttpRequest) -> HttpResponse:
    """Codes in order; with `q`, those whose code or title holds each of its words."""
    query = DiagnosesQuery.of(request)

    def compose(_: Situation) -> Answer:
        asked = question("diagnoses", query.q)
        nodes = DiagnosisCode.objects.order_by("code")
        for word in query.q.lower().split():
            nodes = nodes.filter(folded__contains=word)
        if query.cursor is not None:
            nodes = nodes.filter(code__gt=place_of(query.cursor, asked, width=1)[0])
        found = list(nodes[: query.limit + 1])
        shown, is_more = found[: query.limit], len(found) > query.limit
        following = cursor_of(asked, (shown[-1].code,)) if is_more else None
        return json_answer({"items": diagnoses(shown), "next": following}, surrogate_key="codes")

    return deliver(request, answered(("diagnoses", *query.as_key()), compose))


@router.api_operation(
    ["GET", "HEAD"],
    "/diagnoses/{code}",
    **declared("getDiagnosis", DiagnosisQuery, DiagnosisDetail, 404),
)
def get_diagnosis(request: HttpRequest, code: CodeInPath) -> HttpResponse:
    """A code with or without its dot, its place in the hierarchy, and the articles on it."""
    query = DiagnosisQuery.of(request)

    def compose(situation: Situation) -> Answer:
        node = node_of(code)
        children = node.get_children().order_by("code").values("code", "title")
        detail = {
            **diagnoses([node])[0],
            "children": list(children),
            "articles": _articles(node.code, query.language, situation),
        }
        return json_answer(detail, surrogate_key="codes pages")

    return deliver(request, answered(("diagnosis", code, *query.as_key()), compose))


def _articles(code: str, language: str, situation: Situation) -> list[dict[str, Any]]:
    matches = matching(ListQuery(diagnosis=code, language=language), situation.now)
    columns = ("key", "kind", "audience", "language", "title")
    found = list(ORDER_OF["title"].sorted(matches).values(*columns)[:MOST_ARTICLES])
    addresses = situation.reference.addresses(item["key"] for item in found)
    return [item | {"path": addresses[item["key"]].get(language, "")} for item in found]
