"""How hard a text is to read, for whom, and where: LIX, long words, long sentences. Pure."""

from content_models.readability.index import Readability, readability_of
from content_models.readability.marking import marked
from content_models.readability.readers import Reader, reader_aged

__all__ = ["Readability", "Reader", "marked", "readability_of", "reader_aged"]
