"""What has changed around a supplement, and the decision that it is still right."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from content_models.documents.comparison import Comparison, compare
from content_models.editions.ledger import publishing
from content_models.editions.models import CurrentEdition, Edition
from content_models.editions.parts import Part
from content_models.editions.reading import StoredEdition
from content_models.vocabulary import ChangeClass
from editorial_workflows import decisions
from editorial_workflows.competence import competent_as
from editorial_workflows.mandates import mandates_of
from editorial_workflows.refusals import NotYours, Refused
from editorial_workflows.submitting import content_of, submit
from region_overlays.anchors import Json, place_of
from region_overlays.models import SupplementPage
from region_overlays.placing import anchor_anew, national_beside
from region_overlays.staleness import NationalPart, Standing, Status, standing_of


@dataclass(frozen=True, slots=True)
class Situation:
    """A live supplement, and the national text as it was then and is now."""

    document: Json
    """The supplement's live edition's."""
    edition: Edition
    before: StoredEdition | Edition | None
    """The national edition that the supplement was last vouched for beside."""
    now: StoredEdition | None
    standing: Standing

    @property
    def sequence(self) -> int:
        """The later of the two editions on the screen: what is published after it is later yet."""
        return max(self.edition.sequence, self.now.sequence if self.now else 0)

    @property
    def may_be_confirmed(self) -> bool:
        """Whether it can be right as it stands: its place is there, and its time is not over."""
        is_there = self.standing.place.name is not None
        return is_there and self.standing.status in (Status.NATIONAL_CHANGED, Status.ANCHOR_LOST)


def situation_of(page: SupplementPage) -> Situation | None:
    """None for what is not published."""
    live = CurrentEdition.objects.filter(page_id=page.pk, tombstone=False)
    pointer = live.select_related("edition").first()
    if pointer is None:
        return None
    document = json.loads(pointer.edition.document)
    now = national_beside(pointer.key, pointer.language)
    national = NationalPart.of(now) if now else None
    return Situation(
        document=document,
        edition=pointer.edition,
        before=_vouched_beside(pointer.edition, document["anchor"], now),
        now=now,
        standing=standing_of(document, pointer.edition_id, national, localdate()),
    )


def _vouched_beside(edition: Edition, anchor: Json, now: StoredEdition | None) -> Edition | None:
    """The latest earlier national edition that says at the anchor what it said then."""
    part = now.part if now else str(Part(edition.key, edition.language))
    earlier = Edition.objects.filter(part=part, tombstone=False).order_by("-sequence")
    for found in earlier.iterator(chunk_size=5):
        document = json.loads(found.document)
        name = place_of(anchor, document).name
        if name is not None and document["anchors"][name] == anchor["hash"]:
            return found
    return earlier.filter(sequence__lt=edition.sequence).first()


def national_change(situation: Situation) -> Comparison | None:
    """The sections that the supplement stood in and stands in, before and after."""
    if situation.now is None or situation.before is None:
        return None
    before, now = json.loads(situation.before.document), situation.now.parsed()
    anchor = situation.document["anchor"]
    sections = {anchor["section"]} | {
        document["sections"][place.section]["id"]
        for document in (before, now)
        if (place := place_of(anchor, document)).section is not None
    }
    return compare(_only(before, sections), _only(now, sections))


def _only(document: Json, sections: set[str]) -> str:
    """The document with these sections alone, and none of the facts about the whole."""
    kept = [section for section in document["sections"] if section["id"] in sections]
    return json.dumps(document | {"sections": kept, "anchors": {}})


def confirm(page: SupplementPage, user: Any, *, seen: int) -> bool:
    """Say that the supplement is right beside the national text as it is now.

    An approver's word is a step of approval; an editor's waits for one. The text is not touched,
    only what it was vouched for beside. `seen` is the situation's `sequence` on the screen. Gives
    whether it is published; raises Refused, and then nothing has changed.
    """
    with publishing():
        current = SupplementPage.objects.get(pk=page.pk)
        situation = situation_of(current)
        _check(current, situation, user, seen)
        _anchor_anew(current)
        submission = submit(
            current, user, ChangeClass.EDITORIAL, _("Still correct"), is_confirmation=True
        )
        if competent_as(mandates_of(user), submission.matter()) is None:
            return False
        approval = decisions.approve(submission.open_task_state(), user)
        return bool(approval.is_final)


def _check(current: SupplementPage, situation: Situation | None, user: Any, seen: int) -> None:
    permissions = current.permissions_for_user(user)
    if not (permissions.can_edit() or permissions.decides()):
        raise NotYours(_("Only the region's editors and approvers confirm its supplements."))
    if situation is None:
        raise Refused(_("It is not published; hand in the draft instead."))
    if current.workflow_in_progress:
        raise Refused(_("It is under review already."))
    if _says_something_else(current, situation):
        raise Refused(
            _("There is a draft with other changes. Hand that in, or go back to what is published.")
        )
    if situation.standing.status is Status.CURRENT:
        raise Refused(_("It has been confirmed already."))
    if situation.sequence != seen:
        raise Refused(_("The national text has changed again since you opened this. Read it anew."))
    if not situation.may_be_confirmed:
        raise Refused(_("It cannot be confirmed where it stands: move it, or change it."))


def _says_something_else(current: SupplementPage, situation: Situation) -> bool:
    """Whether the draft, its pictures and files too, is not what readers have."""
    content = content_of(current.get_latest_revision_as_object())
    draft: Json = json.loads(content.document)
    return draft | {"anchor": None} != dict(situation.document) | {"anchor": None}


def _anchor_anew(current: SupplementPage) -> None:
    draft = current.get_latest_revision_as_object()
    anchor_anew(draft)
    # Nobody's words: who confirms is named by the approval, and has written nothing.
    draft.save_revision(user=None, clean=False)
