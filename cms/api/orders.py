"""The orders of lists, and places in them: a column's value and the article's key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db.models import Q

from cms.api.filters import Articles, after
from cms.api.problems import NothingThere
from content_models.models import ListedArticle


@dataclass(frozen=True, slots=True)
class Order:
    """A column, its direction, and how its values are read from a cursor."""

    column: str
    descending: bool
    read: Callable[[str], object]

    def sorted(self, articles: Articles) -> Articles:
        return articles.order_by(f"{'-' if self.descending else ''}{self.column}", "key")

    def place(self, article: ListedArticle) -> tuple[str, str]:
        value = getattr(article, self.column)
        return (value if isinstance(value, str) else value.isoformat()), article.key

    def beyond(self, place: tuple[str, ...]) -> Q:
        """Raises NothingThere for a place that no answer ever named."""
        try:
            value = self.read(place[0])
        except (ValueError, OverflowError) as error:
            raise NothingThere("this cursor was not given by this list") from error
        return after(self.column, value, place[1], descending=self.descending)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


ORDER_OF: dict[str, Order] = {
    "-modified": Order("modified", True, _moment),
    "modified": Order("modified", False, _moment),
    "title": Order("title_order", False, str),
    "-approved": Order("approved_on", True, date.fromisoformat),
}
