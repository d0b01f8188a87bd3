"""What may stand in the ledger, told from what people did and were allowed to do.

It keeps books of its own and asks none of the product's checks: who wrote which revision, who had
which mandate when an approval came to be, and what the approved revision said then.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page, Revision

from content_models.approvals import Approval
from content_models.models import ARTICLE_MODELS, CurrentEdition, Edition
from content_models.vocabulary import Kind
from region_overlays.models import SupplementPage

CONTENT = (*ARTICLE_MODELS, SupplementPage)
SHORT = {"national-approval"}
NEEDED = {
    "national": {
        "substantive": {"expert-review", "national-approval"},
        "safety": SHORT,
        "editorial": SHORT,
    },
    "youth": {
        "substantive": {"child-review", "national-approval"},
        "safety": SHORT,
        "editorial": SHORT,
    },
    "regional": {name: {"regional-approval"} for name in ("substantive", "safety", "editorial")},
}


@dataclass(frozen=True)
class Judged:
    """An approval as it was when it was made."""

    mandates: frozenset[str]
    said: str
    tree: str
    area: int | None
    self_allowed: bool


def fingerprint(revision: Revision) -> str:
    return hashlib.sha256(json.dumps(revision.content, sort_keys=True).encode()).hexdigest()


@dataclass
class Oracle:
    mandates: dict[int, set[str]]
    """Person → what they may do by now, as the machine has arranged it."""
    self_allowed: set[str] = field(default_factory=set)
    handed_in: dict[int, int] = field(default_factory=dict)
    """Round → who handed it in."""
    changes: dict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """Page → revision and person, for everything that someone wrote into it."""
    judged: dict[int, Judged] = field(default_factory=dict)
    is_importing: bool = False
    approvals: int = 0
    editions: int = 0

    def start(self) -> None:
        """What is there already is taken as it is."""
        self.is_importing = True
        for approval in Approval.objects.order_by("pk"):
            self._witness(approval)
        self.editions = Edition.objects.latest("pk").pk
        self.is_importing = False

    # --- What people did.

    def wrote(self, page: Any, *people: int) -> None:
        """These people's words are in the page's latest revision."""
        latest = Page.objects.values_list("latest_revision", flat=True).get(pk=page.pk)
        self.changes[page.pk] += [(latest, person) for person in people]

    def copied(self, source: Any, target: Any) -> None:
        """What is not published of the source was written by the same people in its copy."""
        if not source.live:
            self.wrote(target, *self.writers(source.pk, self._last_of_page(source.pk)))

    def reverted(self, page: Any, revision: int) -> None:
        """What the page said in that revision is its writers' again."""
        shown = Edition.objects.filter(page_id=page.pk, tombstone=False, revision_id__lt=revision)
        before = shown.order_by("-revision_id").values_list("revision_id", flat=True).first()
        self.wrote(page, *self.writers(page.pk, before or 0, revision))

    def writers(self, page: int, after: int, until: float = float("inf")) -> set[int]:
        return {person for revision, person in self.changes[page] if after < revision <= until}

    # --- What has come of it.

    def check(self) -> None:
        for approval in Approval.objects.filter(pk__gt=self.approvals).order_by("pk"):
            self._witness(approval)
        for edition in Edition.objects.filter(pk__gt=self.editions).order_by("pk"):
            self.editions = edition.pk
            if not edition.tombstone:
                self._check_edition(edition)
        self._check_live()
        self._check_judged()

    def _witness(self, approval: Approval) -> None:
        self.approvals = approval.pk
        assert (approval.role == "import") == (approval.person_id is None)
        assert approval.role != "import" or self.is_importing, "only imports approve by role"
        draft = Revision.objects.get(pk=approval.revision_id).as_object()
        region = getattr(draft, "region_id", "") or ""
        self.judged[approval.pk] = Judged(
            mandates=frozenset(self.mandates.get(approval.person_id or 0, ())),
            said=fingerprint(Revision.objects.get(pk=approval.revision_id)),
            tree=_tree_of(draft),
            area=getattr(draft, "programme_area_id", None),
            self_allowed=region in self.self_allowed,
        )
        assert approval.sha256 == draft.render().sha256

    def _check_edition(self, edition: Edition) -> None:
        assert hashlib.sha256(edition.document.encode()).hexdigest() == edition.sha256
        rows = list(Approval.objects.filter(pk__in=edition.approvals).order_by("pk"))
        assert [row.pk for row in rows] == sorted(edition.approvals) != []
        assert edition.approval_id == rows[-1].pk, "the last is what lets it be published"
        for row in rows:
            same = ("sha256", "revision_id", "part", "page_id", "change_class")
            assert {name: getattr(row, name) for name in same} == {
                name: getattr(edition, name) for name in same
            }
            assert self.judged[row.pk].said == fingerprint(Revision.objects.get(pk=row.revision_id))
        earlier = Edition.objects.filter(part=edition.part, pk__lt=edition.pk)
        used = [pk for one in earlier for pk in one.approvals]
        assert not set(used) & set(edition.approvals), "an approval counts once"
        if [row.role for row in rows] == ["import"]:
            return
        self._check_people(edition, rows)

    def _check_people(self, edition: Edition, rows: list[Approval]) -> None:
        tree = self.judged[rows[-1].pk].tree
        assert {row.step for row in rows} == NEEDED[tree][edition.change_class]
        assert len({row.person_id for row in rows}) == len(rows), "each step another person"
        if edition.change_class != "substantive":
            assert self._shown_before(edition) is not None, "the first is substantive"
        writers = self.writers(edition.page_id, self._since(edition), edition.revision_id or 0)
        for row in rows:
            assert row.person_id is not None
            judged = self.judged[row.pk]
            assert judged.mandates & _may(row, judged), (row.step, row.person_id)
            is_self = row.person_id in {*writers, self.handed_in.get(row.submission_id or 0)}
            assert not is_self or judged.self_allowed, f"{row.person_id} wrote it: {writers}"
            assert not is_self or (row.is_self and edition.is_self), "it is said to be their own"

    def _since(self, edition: Edition) -> int:
        """The revision that the part showed before; 0 if it was another page's, or none."""
        before = self._shown_before(edition)
        return before.revision_id or 0 if before and before.page_id == edition.page_id else 0

    def _shown_before(self, edition: Edition) -> Edition | None:
        shown = Edition.objects.filter(part=edition.part, tombstone=False, pk__lt=edition.pk)
        return shown.order_by("-pk").first()

    def _last_of_page(self, page: int) -> int:
        shown = Edition.objects.filter(page_id=page, tombstone=False).order_by("-pk")
        return shown.values_list("revision_id", flat=True).first() or 0

    def _check_live(self) -> None:
        live = Page.objects.type(*CONTENT).live()
        shown = CurrentEdition.objects.filter(tombstone=False)
        assert set(live.values_list("pk", "live_revision_id")) == set(
            shown.values_list("page_id", "edition__revision_id")
        ), "what is live is what has an edition"

    def _check_judged(self) -> None:
        """An approved revision goes on saying what was approved."""
        rows = Approval.objects.in_bulk(self.judged)
        revisions = Revision.objects.in_bulk({row.revision_id for row in rows.values()})
        for pk, row in rows.items():
            if row.revision_id in revisions:
                assert fingerprint(revisions[row.revision_id]) == self.judged[pk].said


def _tree_of(draft: Any) -> str:
    if isinstance(draft, SupplementPage):
        return "regional"
    kinds = {getattr(page, "kind", "") for page in draft.get_ancestors().specific()}
    return "youth" if Kind.YOUTH_PAGE in kinds else "national"


def _may(row: Approval, judged: Judged) -> Iterable[str]:
    """The mandates of which one lets someone take this step for this change."""
    match row.step:
        case "expert-review":
            return {"expert"}
        case "regional-approval":
            return {f"approver of region {row.part.split('/')[2]}"}
        case "national-approval":
            anyone = {"approver", f"approver of area {judged.area}"}
            if row.change_class == "substantive":
                return anyone
            every = {one for one in judged.mandates if one.startswith("approver of area")}
            editors = {"editor"} if row.change_class == "editorial" else set()
            return anyone | every | editors
    return set()
