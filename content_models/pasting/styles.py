"""What an element's style and class say of its text, in the ways of the programs it comes from."""

from __future__ import annotations

import re

from bs4 import Tag

from content_models.pasting.pieces import Noted

_LEVEL = re.compile(r"\blevel(\d)\b")
_NOTE_LINK = re.compile(r"\[?[0-9ivxlc*]{1,5}\]?", re.IGNORECASE)
_COMMENTS = {"msocommentreference", "msocomanchor", "msocomoff"}
_NOTES = {
    *("msofootnotereference", "msoendnotereference", "msofootnotetext", "msoendnotetext"),
    *("sdfootnoteanc", "sdfootnotesym", "sdendnoteanc", "sdendnotesym"),
}
_ELEMENTS: dict[str, Noted | None] = {
    "comment-list": None,
    "comment": None,
    "field-begin": None,
    "footnote-list": None,
    "endnote-list": None,
    "footnote": None,
    "endnote": None,
}
"""mso-element → what to tell; notes and comments are told of at their mark in the text."""

Style = dict[str, str]


def style_of(tag: Tag) -> Style:
    """`mso-list:l0 level1 lfo1; margin:0` → names to values, both in lower case."""
    pairs = (part.partition(":") for part in str(tag.get("style") or "").split(";"))
    return {name.strip().lower(): value.strip().lower() for name, _colon, value in pairs}


def classes_of(tag: Tag) -> set[str]:
    found: str | list[str] = tag.get("class") or []
    return {one.lower() for one in ([found] if isinstance(found, str) else found)}


def gone(tag: Tag, style: Style) -> tuple[bool, Noted | None]:
    """Whether the element is not part of the text, and what the editor is told of it."""
    classes = classes_of(tag)
    if tag.name == "img":
        return True, Noted.IMAGE
    if tag.name == "del" or "msodel" in classes:
        return True, Noted.DELETION
    if _is_note(tag, style, classes):
        return True, _told_note(tag)
    if _is_hidden(tag, style):
        return True, Noted.HIDDEN if tag.get_text(strip=True) else None
    return _drawn_by_the_program(style, classes)


def _drawn_by_the_program(style: Style, classes: set[str]) -> tuple[bool, Noted | None]:
    """Comments, the lists of comments and notes at the end, and the signs before items."""
    element = style.get("mso-element", "")
    if element in _ELEMENTS:
        return True, _ELEMENTS[element]
    if classes & _COMMENTS or style.get("mso-special-character") == "comment":
        return True, Noted.COMMENT if "msocommentreference" in classes else None
    return style.get("mso-list") == "ignore", None


def _is_note(tag: Tag, style: Style, classes: set[str]) -> bool:
    if classes & _NOTES or "mso-footnote-id" in style or "mso-endnote-id" in style:
        return True
    if re.fullmatch(r"sd(foot|end)note\d+", str(tag.get("id") or "")):
        return True
    if tag.name != "a" or not str(tag.get("href") or "").startswith("#"):
        return False
    return _NOTE_LINK.fullmatch(tag.get_text(strip=True)) is not None


def _told_note(tag: Tag) -> Noted | None:
    """A note has a mark in the text, which is told of, and words that lead back to it."""
    href = str(tag.get("href") or "").lower()
    leads_back = "ref" in href or href.endswith("anc")
    return Noted.FOOTNOTE if tag.name == "a" and not leads_back else None


def _is_hidden(tag: Tag, style: Style) -> bool:
    return (
        tag.has_attr("hidden")
        or style.get("display") == "none"
        or style.get("visibility") == "hidden"
        or style.get("mso-hide") == "all"
    )


def is_bold(tag: Tag, style: Style, before: bool) -> bool:
    """Google Docs wraps all that is copied in a <b> that is not bold."""
    weight = style.get("font-weight", "")
    if weight:
        return weight in ("bold", "bolder") or (whole(weight) or 0) >= 600
    return before or tag.name in ("b", "strong")


def is_italic(tag: Tag, style: Style, before: bool) -> bool:
    slant = style.get("font-style", "")
    if slant:
        return slant.startswith(("italic", "oblique"))
    return before or tag.name in ("i", "em")


def whole(told: str) -> int | None:
    """A whole number of a size that means something; Python counts more signs as digits."""
    return int(told) if re.fullmatch(r"[0-9]{1,6}", told) else None


def heading_level(tag: Tag, style: Style) -> int | None:
    """1 to 6; None for what is no heading."""
    if re.fullmatch(r"h[1-6]", tag.name):
        return int(tag.name[1])
    if "msotitle" in classes_of(tag):
        return 1
    told = ""
    if tag.get("role") == "heading":
        told = str(tag.get("aria-level") or "2")
    elif tag.name == "p":
        told = style.get("mso-outline-level", "")
    return min(6, whole(told) or 0) or None


def list_level(tag: Tag, style: Style) -> int | None:
    """How deep a paragraph stands in one of Word's lists, 0 the outermost; None outside."""
    found = _LEVEL.search(style.get("mso-list", ""))
    if found:
        return max(0, int(found[1]) - 1)
    told = str(tag.get("data-aria-level") or "")
    level = whole(told[:1])
    return level - 1 if level else None


def is_page_break(style: Style) -> bool:
    return (
        style.get("page-break-before") == "always" or style.get("mso-break-type") == "section-break"
    )
