"""Reading the matrix as people do, and articles whose supplements stand in every way."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from bs4 import BeautifulSoup
from django.utils.timezone import localdate

from content_models.vocabulary import ChangeClass
from tests.factories.published import article, revise, section, supplement, text

from .reading import asked

MATRIX = "desk:matrix"
Cells = dict[str, dict[str, str]]


def soup_of(user: Any, **query: Any) -> Any:
    return BeautifulSoup(asked(user, MATRIX, **query).content.decode(), "html.parser")


def columns(user: Any, **query: Any) -> list[str]:
    """The names of the regions that are shown."""
    return [heading.get_text() for heading in soup_of(user, **query).select(".matrix thead th.r")]


def cells(user: Any, **query: Any) -> Cells:
    """Title → region → what its cell says; what is empty is left out."""
    soup = soup_of(user, **query)
    names = [heading.get_text() for heading in soup.select(".matrix thead th.r")]
    return {title_of(row): _said(names, row) for row in soup.select(".matrix tbody tr")}


def _said(names: list[str], row: Any) -> dict[str, str]:
    texts = [cell.get_text() for cell in row("td")[1:]]
    return {name: words for name, words in zip(names, texts, strict=True) if words}


def titles(user: Any, **query: Any) -> list[str]:
    return list(cells(user, **query))


def title_of(row: Any) -> str:
    kind: str = row.th.small.extract().get_text()
    title: str = row.th.get_text()
    assert kind
    return title


def sums(user: Any, **query: Any) -> list[list[int]]:
    """The rows of sums in the head: of everything, then of each region."""
    rows = soup_of(user, **query).select(".matrix thead tr")[1:]
    return [
        [int(row.th.get_text().split(": ")[1]), *(int(cell.get_text()) for cell in row("td")[1:])]
        for row in rows
    ]


def legend(user: Any, **query: Any) -> dict[str, int]:
    """State → how many supplements; those that there are none of left out."""
    signs = soup_of(user, **query).select(".matrix-legend li")
    found = {sign.span.get_text(): int(sign.b.get_text() or 0) for sign in signs}
    return {words: count for words, count in found.items() if count}


def anchored(key: str, title: str, region: str = "14") -> Any:
    """An article with one supplement, after its first block."""
    page = article(key, title=title, sections=_sections("Mät synen.", "Titta på linsen."))
    supplement(page, region, after=1)
    return page


def reword(page: Any, change_class: ChangeClass = ChangeClass.SUBSTANTIVE) -> None:
    """Publish other words in the block that the supplement follows."""
    sections = _sections("Mät trycket.", "Titta på linsen.")
    revise(page, sections=sections, approval={"change_class": change_class})


def cut(page: Any) -> None:
    """Publish the article without that block."""
    revise(page, sections=[section("utredning", _block(1, "Titta på linsen."))])


def _sections(*words: str) -> list[Any]:
    return [section("utredning", *[_block(place, one) for place, one in enumerate(words)])]


def _block(place: int, words: str) -> Any:
    return text(words, id=str(UUID(int=place)))


def in_every_state() -> None:
    """Article by article: one supplement of region 14 in each state, and none."""
    today = localdate()
    supplement(article("a", title="A gäller"))
    supplement(article("b", title="B snart"), review_by=today + timedelta(days=30))
    supplement(article("c", title="C utgånget"), valid_until=today - timedelta(days=1))
    reword(anchored("d", "D ändrat"))
    cut(anchored("e", "E borta"))
    reword(anchored("f", "F inne"), ChangeClass.SAFETY)
    article("g", title="G inget")
