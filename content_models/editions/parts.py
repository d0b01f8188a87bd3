"""Names of what is published on its own: `katarakt/sv`, `katarakt/sv/14/utredning`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """An article in a language, or one region's supplement to it."""

    key: str
    language: str
    region: str = ""
    """Two-digit code; empty for national content."""
    supplement: str = ""

    def __str__(self) -> str:
        national = f"{self.key}/{self.language}"
        return f"{national}/{self.region}/{self.supplement}" if self.region else national

    @property
    def is_national(self) -> bool:
        return not self.region
