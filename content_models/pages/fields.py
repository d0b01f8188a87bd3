"""Model fields for short lists: of free words, and of the contract's closed words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class CommaSeparatedField(forms.CharField):
    """Words with commas between; cleaned to a list without blanks or repeats."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        text = super().to_python(value) or ""
        return list(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool((initial or []) != self.to_python(data))


class WordsField(models.JSONField):
    """A list of free words, such as keywords."""

    def formfield(self, **kwargs: Any) -> forms.Field:
        return CommaSeparatedField(
            required=not self.blank,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )


class ChosenWordsField(models.JSONField):
    """Some of a closed set of words, such as care levels; empty means all."""

    def __init__(self, *args: Any, words: Sequence[tuple[str, StrOrPromise]] = (), **kwargs: Any):
        self.words = words
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        unknown = set(value) - {word for word, _label in self.words}
        if unknown:
            raise ValidationError(
                _("Not allowed: %(words)s.") % {"words": ", ".join(sorted(unknown))}
            )

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.words,
            required=not self.blank,
            widget=forms.CheckboxSelectMultiple,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
        )
