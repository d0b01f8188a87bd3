"""What differs between two states of a document, for the person who is to approve the later one."""

from content_models.documents.comparison.comparing import compare
from content_models.documents.comparison.result import (
    Block,
    Change,
    Comparison,
    Fact,
    Move,
    Piece,
    Reference,
    Section,
    Side,
    Text,
)
from content_models.documents.comparison.state import NotADocument

__all__ = [
    "Block",
    "Change",
    "Comparison",
    "Fact",
    "Move",
    "NotADocument",
    "Piece",
    "Reference",
    "Section",
    "Side",
    "Text",
    "compare",
]
