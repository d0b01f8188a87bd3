"""The texts of a translation, side by side with their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from django.utils.text import capfirst
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from editorial_workflows.translating.places import Place, group_of, place_of
from editorial_workflows.translating.wording import Mould, shown

IN_ITS_OWN_LANGUAGE = "references"
"""A reference names a work, mostly in the work's own language: its words may stand."""
ALIKE = 0.5
"""From here on, a text that has gone is taken for an earlier wording of a new one."""


@dataclass(frozen=True)
class Earlier:
    """What the source said before, and how that was translated."""

    source: str
    text: str


@dataclass(frozen=True)
class Text:
    """A text of the source and what it is in the other language."""

    segment: StringSegment
    place: Place
    translation: StringTranslation | None
    earlier: Earlier | None = None

    @property
    def id(self) -> int:
        pk: int = self.segment.pk
        return pk

    @cached_property
    def mould(self) -> Mould:
        place = self.place
        source = self.segment.string.data
        return Mould(source, place.is_rich, place.longest, place.has_lines)

    @property
    def source(self) -> str:
        return shown(self.mould.source, is_rich=self.place.is_rich)

    @property
    def data(self) -> str:
        """As stored; empty if there is none."""
        return self.translation.data if self.translation else ""

    @property
    def words(self) -> str:
        return shown(self.data, is_rich=self.place.is_rich)

    @property
    def error(self) -> str:
        return (self.translation.get_error() or "") if self.translation else ""

    @property
    def is_optional(self) -> bool:
        return group_of(self.segment.context.path) == IN_ITS_OWN_LANGUAGE

    @property
    def is_missing(self) -> bool:
        return not self.is_optional and (
            self.translation is None or bool(self.translation.has_error)
        )

    @property
    def lines(self) -> int:
        """How high its field is."""
        return max(1 + len(self.source) // 60, 2 if self.place.has_lines else 1)


@dataclass(frozen=True)
class Group:
    """The texts of one section, or of one field."""

    name: str
    heading: str
    texts: list[Text]


def texts_of(translation: Translation) -> list[Text]:
    """Every text that editors see, in the order of the page; two statements."""
    model = translation.source.specific_content_type.model_class()
    in_form = _fields_in_form(model)
    segments = [
        segment
        for segment in translation.source.stringsegment_set.select_related(
            "string", "context"
        ).order_by("order")
        if segment.context.path.split(".")[0] in in_form
    ]
    kept = _kept(translation)
    earlier = _earlier(segments, kept)
    return [
        Text(
            segment,
            place_of(model, segment.context.path, segment.context.field_path),
            kept.get((segment.string_id, segment.context_id)),
            earlier.get(segment.pk),
        )
        for segment in segments
    ]


def grouped(texts: Iterable[Text], model: type[Any]) -> list[Group]:
    """The same by section and field, under the source's headings."""
    groups: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        groups[group_of(text.segment.context.path)].append(text)
    return [Group(name, _heading(name, held, model), held) for name, held in groups.items()]


def missing_in(texts: Iterable[Text]) -> int:
    return sum(text.is_missing for text in texts)


def _fields_in_form(model: type[Any]) -> frozenset[str]:
    return frozenset(model.get_edit_handler().get_form_options().get("fields", ()))


def _kept(translation: Translation) -> dict[tuple[int, int], StringTranslation]:
    rows = StringTranslation.objects.filter(
        locale_id=translation.target_locale_id, context__object_id=translation.source.object_id
    )
    return {
        (row.translation_of_id, row.context_id): row
        for row in rows.select_related("translation_of", "last_translated_by").order_by(
            "updated_at"
        )
    }


def _earlier(
    segments: Iterable[StringSegment], kept: dict[tuple[int, int], StringTranslation]
) -> dict[int, Earlier]:
    """Segment → what stood in its place before, for those that have no translation yet."""
    current = {(segment.string_id, segment.context_id) for segment in segments}
    gone: dict[int, list[StringTranslation]] = defaultdict(list)
    for pair, row in kept.items():
        if pair not in current and not row.has_error:
            gone[row.context_id].append(row)
    new = [one for one in segments if (one.string_id, one.context_id) not in kept]
    return dict(_paired(new, gone))


def _paired(
    new: Iterable[StringSegment], gone: dict[int, list[StringTranslation]]
) -> Iterator[tuple[int, Earlier]]:
    for segment in new:
        likeness = [
            (SequenceMatcher(None, row.translation_of.data, segment.string.data).ratio(), row)
            for row in gone[segment.context_id]
        ]
        best = max(likeness, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] >= ALIKE:
            source, words = best[1].translation_of.data, best[1].data
            yield segment.pk, Earlier(shown(source, is_rich=True), shown(words, is_rich=True))


def _heading(name: str, texts: list[Text], model: type[Any]) -> str:
    titles = (text.source for text in texts if text.segment.context.path == f"{name}.title")
    field = name.split(".", maxsplit=1)[0]
    return next(titles, capfirst(str(model._meta.get_field(field).verbose_name)))
