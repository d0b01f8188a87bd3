"""GET /editions/{sequence} and /changes: the ledger itself."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Path, Router

from cms.api.answering import Situation, answered
from cms.api.answers import Answer, deliver, json_answer
from cms.api.declaring import declared
from cms.api.problems import NothingThere, Withdrawn
from cms.api.requested import ChangesQuery, NoParameters
from cms.api.schemas.lists import ChangeList, EditionDocument
from cms.api.values import DIGITS, LARGEST
from content_models.editions.reading import StoredEdition, edition, editions_after

router = Router(tags=["Ledger"])
Sequence = Annotated[int, Path(ge=1, le=LARGEST), DIGITS]


@router.api_operation(
    ["GET", "HEAD"],
    "/editions/{sequence}",
    **declared("getEdition", NoParameters, EditionDocument, 404, 410),
)
def get_edition(request: HttpRequest, sequence: Sequence) -> HttpResponse:
    """The exact bytes whose sha256 the receipts name; they never change. A tombstone is 410."""
    NoParameters.of(request)

    def compose(_: Situation) -> Answer:
        found = edition(sequence)
        if found is None:
            raise NothingThere(f"there is no edition {sequence}")
        if found.tombstone:
            raise Withdrawn(f"edition {sequence} says that {found.part} was withdrawn")
        return Answer.of(found.document.encode(), surrogate_key=_surrogate_key(found))

    return deliver(request, answered(("edition", sequence), compose))


@router.api_operation(
    ["GET", "HEAD"], "/changes", **declared("listChanges", ChangesQuery, ChangeList)
)
def list_changes(request: HttpRequest) -> HttpResponse:
    """Every edition after a sequence, in order, tombstones included.

    `next` is the last sequence of the answer while there are more, null when you have them all;
    go on from the last item's sequence later.
    """
    query = ChangesQuery.of(request)

    def compose(_: Situation) -> Answer:
        found = editions_after(query.since, limit=query.limit + 1, documents=False)
        shown, is_more = found[: query.limit], len(found) > query.limit
        changes = [_change(stored) for stored in shown]
        following = str(shown[-1].sequence) if is_more else None
        return json_answer({"items": changes, "next": following}, surrogate_key="changes")

    return deliver(request, answered(("changes", *query.as_key()), compose))


def _surrogate_key(stored: StoredEdition) -> str:
    article = f"article-{stored.key}"
    return f"{article} region-{stored.region}" if stored.region else article


def _change(stored: StoredEdition) -> dict[str, Any]:
    return {
        "sequence": stored.sequence,
        "part": stored.part,
        "key": stored.key,
        "kind": stored.kind,
        "language": stored.language,
        "region": stored.region or None,
        "tombstone": stored.tombstone,
        "change_class": stored.change_class,
        "note": stored.note,
        "valid_from": stored.valid_from,
        "sha256": stored.sha256 or None,
    }
