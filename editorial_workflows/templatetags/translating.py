"""What the templates of translation ask for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def named(names: Mapping[Any, Any], key: Any) -> Any:
    """The name of a standing or of a kind."""
    return names[key]
