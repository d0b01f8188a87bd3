"""The form of a translation: what was written, what was kept of it, what is wrong where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.forms import Media
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from editorial_workflows.translating import others, texts, writing
from editorial_workflows.translating.others import Other
from editorial_workflows.translating.texts import Group, Text
from editorial_workflows.translating.wording import Unfit

A_TEXT = re.compile(r"text-[0-9]+")


@dataclass
class TranslationForm:
    """All texts of a translation; with what was written, if something was posted."""

    translation: Translation
    user: Any
    written: Mapping[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    """By the field's name."""

    @cached_property
    def model(self) -> Any:
        return self.translation.source.specific_content_type.model_class()

    @cached_property
    def texts(self) -> list[Text]:
        return texts.texts_of(self.translation)

    @cached_property
    def others(self) -> list[Other]:
        return others.others_of(self.translation)

    def save(self) -> bool:
        """Store every text that fits; whether all did. What does not is told, and kept as written.

        A field that is not in what was posted is left alone.
        """
        for text in self.texts:
            name = f"text-{text.id}"
            if name in self.written:
                self._keep(name, text)
        for other in self.others:
            name = f"other-{other.id}"
            if name in self.written:
                self._choose(name, other)
        self.forget()
        return not self.errors

    def put(self, segment_id: int) -> tuple[Text, str]:
        """Store one text, posted alone; gives it and what is stored. Raises Unfit."""
        text = next((one for one in self.texts if one.id == segment_id), None)
        if text is None:
            raise Unfit(_("The source has changed meanwhile. Load the page again."))
        written, was = self.written.get("text", ""), self.written.get("was", "")
        data = writing.put(self.translation, text, written, was, self.user)
        self.forget()
        return text, data

    @property
    def stray(self) -> list[str]:
        """What was written for texts that the source has no longer: to be read and copied."""
        there = {f"text-{text.id}" for text in self.texts}
        return [
            words
            for name, words in self.written.items()
            if A_TEXT.fullmatch(name) and name not in there and words.strip()
        ]

    def forget(self) -> None:
        """Read again what is stored."""
        for name in ("texts", "others"):
            self.__dict__.pop(name, None)

    def _keep(self, name: str, text: Text) -> None:
        was = self.written.get(f"was-{text.id}", "")
        try:
            writing.put(self.translation, text, self.written[name], was, self.user)
        except Unfit as unfit:
            self.errors[name] = str(unfit)

    def _choose(self, name: str, other: Other) -> None:
        try:
            others.choose(self.translation, other, self.written[name], self.user)
        except Unfit as unfit:
            self.errors[name] = str(unfit)

    @cached_property
    def media(self) -> Media:
        """What the choosers of pictures and files need."""
        return sum((other.widget.media for other in self.others), Media())

    @property
    def missing(self) -> int:
        return texts.missing_in(self.texts)

    @property
    def required(self) -> int:
        return sum(not text.is_optional for text in self.texts)

    @property
    def done(self) -> int:
        return self.required - self.missing

    @property
    def groups(self) -> list[ShownGroup]:
        by_group: dict[str, list[ShownOther]] = {}
        for other in self.others:
            by_group.setdefault(other.group, []).append(self._shown_other(other))
        shown = [
            ShownGroup(
                group, [self._shown(text) for text in group.texts], by_group.pop(group.name, [])
            )
            for group in texts.grouped(self.texts, self.model)
        ]
        rest = [other for found in by_group.values() for other in found]
        return [*shown, ShownGroup(None, [], rest)] if rest else shown

    def _shown(self, text: Text) -> ShownText:
        name = f"text-{text.id}"
        error = self.errors.get(name, "") or text.error
        words = self.written[name] if name in self.errors else text.words
        return ShownText(text, name, words, writing.version_of(text.data), error)

    def _shown_other(self, other: Other) -> ShownOther:
        name = f"other-{other.id}"
        error = self.errors.get(name, "")
        return ShownOther(other, name, other.field(self.written[name] if error else None), error)


@dataclass(frozen=True, slots=True)
class ShownText:
    text: Text
    name: str
    words: str
    version: str
    """Of what is stored; comes back with what is written."""
    error: str


@dataclass(frozen=True, slots=True)
class ShownOther:
    other: Other
    name: str
    field: str
    error: str


@dataclass(frozen=True, slots=True)
class ShownGroup:
    group: Group | None
    """None for what stands outside the texts."""
    texts: list[ShownText]
    others: list[ShownOther]
