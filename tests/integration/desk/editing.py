"""Whatever happens to pages, by every way in which the project writes to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import Random
from typing import Any

from wagtail.models import Page

from content_models.languages import locale_of
from content_models.models import ProgrammeArea
from content_models.setup import folder_for
from content_models.vocabulary import Kind
from tests.factories.published import draft_article, draft_supplement, publish
from tests.factories.reviewing import latest

TITLES = ("Ögat", "Ärr", "=1", "Zink", "I\u0307stanbul", "Ny titel " * 20, "Åderbråck")
KINDS = (Kind.KNOWLEDGE_SUPPORT, Kind.CITIZEN_ARTICLE, Kind.YOUTH_PAGE, Kind.NEWS)


def made(random: Random) -> None:
    draft_article(
        f"artikel-{random.randrange(10**12)}", kind=random.choice(KINDS), title=_title(random)
    )


def supplemented(random: Random) -> None:
    national = _some(random, "KnowledgeSupportPage")
    if national:
        draft_supplement(national, random.choice(["14", "12"]), id=f"id-{random.randrange(10**12)}")


def drafted(random: Random) -> None:
    """A new draft; what is published stays as it is."""
    page = _some(random)
    draft = page.get_latest_revision_as_object()
    draft.title, draft.review_by = _title(random), date(2030, 1, random.randrange(1, 28))
    if hasattr(draft, "programme_area"):
        draft.programme_area = _area(random)
        draft.counterpart_key = random.choice(["", "motpart"])
    draft.save_revision()


def released(random: Random) -> None:
    publish(_some(random))


def withdrawn(random: Random) -> None:
    page = _some(random)
    if page.live:
        page.withdrawal_note = "Gammal."
        page.unpublish()


def moved(random: Random) -> None:
    page = _some(random, "NewsPage")
    if page:
        page.move(folder_for(Kind.NEWS, "sv"), pos="first-child")


def deleted(random: Random) -> None:
    page = _some(random)
    if not page.live:
        page.delete()


def renamed(random: Random) -> None:
    """Saved as the mere page that it also is, a field alone."""
    page = Page.objects.get(pk=_some(random).pk)
    page.title = page.draft_title = _title(random)
    if not page.live:
        page.save(update_fields=["title", "draft_title"])


def translated(random: Random) -> None:
    page = _some(random, "KnowledgeSupportPage")
    if page and not page.has_translation(locale_of("en")):
        folder_for(Kind.KNOWLEDGE_SUPPORT, "en")
        page.copy_for_translation(locale_of("en"), copy_parents=True)


def copied(random: Random) -> None:
    page = _some(random, "CitizenArticlePage")
    if page:
        page.copy(update_attrs={"slug": f"kopia-{random.randrange(10**12)}"})


WAYS: tuple[Callable[[Random], None], ...] = (
    *(made, supplemented, drafted, drafted, released, withdrawn, moved, deleted, renamed),
    *(translated, copied),
)


def _area(random: Random) -> ProgrammeArea:
    return random.choice(list(ProgrammeArea.objects.order_by("pk")))


def _title(random: Random) -> str:
    return random.choice(TITLES)


def _some(random: Random, kind: str = "") -> Any:
    """An article or a supplement; of a kind that there is none of, None."""
    found = Page.objects.filter(desk_row__isnull=False).order_by("pk")
    if kind:
        found = found.filter(content_type__model=kind.lower())
    ids = list(found.values_list("pk", flat=True))
    return latest(Page.objects.get(pk=random.choice(ids))) if ids else None
