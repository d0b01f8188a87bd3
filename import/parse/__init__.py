"""A Markdown file's bytes → what it says, as values; pure."""

from __future__ import annotations

from ..source import ArticleSource, Refused, Source, SupplementsSource
from . import document, front_matter, front_yaml
from .faults import Faults
from .front_matter import ArticleMatter, NewsMatter, StartMatter, SupplementMatter, YouthMatter
from .limits import MAX_BYTES
from .markdown import Text, read_text
from .references import read_references
from .sections import read_sections
from .supplements import read_supplements

__all__ = ["MAX_BYTES", "Refused", "parse"]


def parse(content: bytes, *, path: str) -> Source:
    """Read one file; `path` is only carried along.

    Raises `Refused` at the first fault by line, and nothing else, whatever the bytes; its message
    is one line of printable text.
    """
    try:
        return _parse(content, path)
    except Refused as refused:
        message = "".join(c if c.isprintable() else " " for c in refused.message)
        raise Refused(message, line=refused.line) from None


def _parse(content: bytes, path: str) -> Source:
    file = document.read(content)
    found = front_yaml.read(file.front_matter, first_line=file.front_matter_line)
    matter = front_matter.read(found)
    lines = {name: found.lines[(name,)] for name in found.members}
    faults = Faults()
    text = read_text(file, faults)
    source: Source
    if isinstance(matter, SupplementMatter):
        source = _supplements(matter, text, path, lines)
    else:
        source = _article(matter, text, path, lines)
    faults.raise_first()
    return source


def _article(matter: ArticleMatter, text: Text, path: str, lines: dict[str, int]) -> ArticleSource:
    references = read_references(text)
    youth = matter if isinstance(matter, YouthMatter) else None
    news = matter if isinstance(matter, NewsMatter) else None
    start = matter if isinstance(matter, StartMatter) else None
    chosen = news or start
    return ArticleSource(
        path=path,
        kind=matter.kind,
        key=matter.key,
        language=matter.language.value,
        title=matter.title,
        summary=matter.summary,
        diagnosis_codes=matter.diagnosis_codes,
        programme_area=matter.programme_area,
        care_levels=tuple(level.value for level in matter.care_levels),
        approved=matter.approved.value() if matter.approved else None,
        review_by=matter.review_by,
        counterpart=matter.counterpart,
        keywords=matter.keywords,
        change_class=matter.change_class.value,
        change_note=matter.change_note,
        ages=youth.ages.value() if youth and youth.ages else None,
        reading=youth.reading.value if youth and youth.reading else None,
        perspective=youth.perspective.value if youth and youth.perspective else None,
        adaptations=youth.adaptations if youth else (),
        sections=read_sections(text),
        references=tuple(references.values()),
        audience=chosen.audience.value if chosen else None,
        show_from=news.show_from if news else None,
        show_until=news.show_until if news else None,
        search_prompt=(start.search_prompt or "") if start else "",
        quick_links=tuple(link.value() for link in start.quick_links) if start else (),
        cards=tuple(card.value() for card in start.cards) if start else (),
        lines=lines,
    )


def _supplements(
    matter: SupplementMatter, text: Text, path: str, lines: dict[str, int]
) -> SupplementsSource:
    return SupplementsSource(
        path=path,
        article=matter.article,
        language=matter.language.value,
        region=matter.region,
        approved=matter.approved.value() if matter.approved else None,
        review_by=matter.review_by,
        valid_until=matter.valid_until,
        change_class=matter.change_class.value,
        change_note=matter.change_note,
        supplements=read_supplements(text, read_references(text)),
        lines=lines,
    )
