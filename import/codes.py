"""Diagnosis codes as files write them: with or without the marker that the tree keeps apart."""

from __future__ import annotations

from collections.abc import Iterable

from content_models.taxonomies.diagnosis import normalise_code


def bare_codes(codes: Iterable[str]) -> list[str]:
    """The codes as the tree names them, each once: `H28.0*` → `H28.0`."""
    found = ((normalise_code(code) or (code, ""))[0] for code in codes)
    return list(dict.fromkeys(found))
