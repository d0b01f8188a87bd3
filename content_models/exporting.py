"""Lists as files that a spreadsheet shows and never runs."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import Any

NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_text(text: str) -> str:
    """For CSV: an apostrophe before what a spreadsheet would calculate."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text


def as_cell(text: str) -> str:
    """For XLSX, where cells say themselves that they are text, but control characters are not."""
    return NOT_IN_XML.sub("", text)


class HarmlessExport:
    """Mixin for Wagtail's lists with an export, before the view."""

    FORMAT_CSV: str

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """Begins with the mark by which spreadsheet programs know that å, ä and ö are UTF-8."""
        yield BOM_UTF8
        yield from super().stream_csv(queryset)  # type: ignore[misc]

    def get_preprocess_function(self, field: str, value: Any, export_format: str) -> Any:
        if isinstance(value, str):
            return as_text if export_format == self.FORMAT_CSV else as_cell
        return super().get_preprocess_function(field, value, export_format)  # type: ignore[misc]
