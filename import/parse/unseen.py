"""What is said of characters that nobody sees."""

from __future__ import annotations

from content_models.documents.unseen import unseen_in


def unseen_fault(text: str) -> str | None:
    """A refusal that names the first of them; None if there is none."""
    character = unseen_in(text)
    if character is None:
        return None
    return f"a character that cannot be seen, {character}; delete it or write it anew"
