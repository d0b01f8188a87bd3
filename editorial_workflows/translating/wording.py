"""What a translator writes ↔ what wagtail-localize stores. Pure.

It stores fragments of HTML: plain texts escaped, rich ones with inline tags whose attributes are
put back from the source when the draft is made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS, StringValue

from content_models.documents.citations import cited_labels
from content_models.documents.unseen import UNSEEN

LONGEST = 20_000
"""Of one text that has no limit of its own; a paragraph is a tenth of it."""
A_TAG = re.compile(rf"</?(?:{'|'.join(INLINE_TAGS)})(?:\s[^<>]*)?/?>", re.IGNORECASE)
LOOKS_LIKE_TAG = re.compile(r"</?([a-zA-Z][\w-]*)[^<>]*>")


class Unfit(ValueError):
    """A text that cannot stand for its source; says in the translator's words why."""


@dataclass(frozen=True, slots=True)
class Mould:
    """What a translation must fit: the source's stored text and where it stands."""

    source: str
    is_rich: bool = False
    longest: int | None = None
    has_lines: bool = False
    """Whether line breaks are kept."""


def shown(data: str, *, is_rich: bool) -> str:
    """A stored text as it is read and written in a form."""
    if not is_rich:
        return str(StringValue(data).render_text())
    # In rich text a new line is a space, and shows as one.
    text = re.sub(r"\s*\n\s*", " ", data)
    text = re.sub(r"&lt;(?![a-zA-Z/])", "<", text).replace("&gt;", ">").replace("&quot;", '"')
    return re.sub(r"&amp;(?![a-zA-Z#]+;)", "&", text)


def stored(written: str, mould: Mould) -> str:
    """What is stored for what was written; empty for nothing. Raises Unfit."""
    text = written.replace("\r\n", "\n").replace("\r", "\n").strip()
    if UNSEEN.search(text):
        raise Unfit(_("It holds a character that cannot be seen. Write or paste it again."))
    if not mould.has_lines or mould.is_rich:
        text = re.sub(r"\s*\n\s*", " ", text)
    longest = mould.longest or LONGEST
    if len(text) > longest:
        raise Unfit(
            _("It is %(length)d characters long; at most %(longest)d fit here.")
            % {"length": len(text), "longest": longest}
        )
    if not text:
        return ""
    data = _rich(text) if mould.is_rich else StringValue.from_plaintext(text).data
    if mould.is_rich:
        _check_links(data, mould.source)
    _check_citations(data, mould.source)
    return data


def _rich(text: str) -> str:
    unknown = {name.lower() for name in LOOKS_LIKE_TAG.findall(A_TAG.sub("", text))}
    if unknown:
        raise Unfit(
            _("<%(tag)s> is not allowed here; allowed: %(allowed)s.")
            % {"tag": min(unknown), "allowed": ", ".join(f"<{tag}>" for tag in INLINE_TAGS)}
        )
    data = str(BeautifulSoup(_escaped(text), "html.parser"))
    try:
        return str(StringValue.from_translated_html(data).data)
    except ValueError as refused:
        raise Unfit(_("A tag keeps only what it has in the source.")) from refused


def _escaped(text: str) -> str:
    """Everything that is no inline tag is text: “<5 mg” and “R&D” need no knowledge of HTML."""
    between = A_TAG.split(text)
    tags = A_TAG.findall(text)
    safe = [
        re.sub(r"&(?![a-zA-Z]+;|#\d+;|#x[\da-fA-F]+;)", "&amp;", part)
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        for part in between
    ]
    return "".join(part + tag for part, tag in zip(safe, [*tags, ""], strict=True))


def _links(data: str) -> list[str]:
    found = BeautifulSoup(data, "html.parser").find_all("a")
    return sorted(str(tag["id"]) for tag in found if isinstance(tag, Tag) and "id" in tag.attrs)


def _check_links(data: str, source: str) -> None:
    kept, wanted = _links(data), _links(source)
    if kept != wanted:
        links = ", ".join(f'<a id="{link}">…</a>' for link in wanted)
        raise Unfit(
            _("Keep each link of the source, once: %(links)s.")
            % {"links": links or _("there are none")}
        )


def _check_citations(data: str, source: str) -> None:
    kept, wanted = set(cited_labels(data)), set(cited_labels(source))
    if kept != wanted:
        labels = ", ".join(f"[^{label}]" for label in sorted(wanted))
        raise Unfit(
            _("Keep the citations of the source: %(citations)s.")
            % {"citations": labels or _("there are none")}
        )
