"""What the editor is told of a paste, in whole sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content_models.pasting.pieces import Heading, Item, Noted, Paragraph, Piece, Table, TooMuch


def refusal_of(much: TooMuch) -> str:
    """Why nothing was pasted, and what is allowed."""
    if much.what == "columns":
        message = _("Nothing was pasted: a table is wider than %(limit)s columns. Divide it.")
    elif much.what == "cells":
        message = _("Nothing was pasted: a table has more than %(limit)s cells. Divide it.")
    elif much.what == "nesting":
        message = _(
            "Nothing was pasted: the text is nested in too many frames. Paste a smaller part, or "
            "as text only (Ctrl+Shift+V)."
        )
    else:
        message = _("Nothing was pasted: it is too much at once. Paste one chapter at a time.")
    return message % {"limit": much.limit}


def told_of(pieces: Sequence[Piece], noted: Counter[Noted]) -> list[str]:
    """What came in, then what did not come in as it was."""
    return [_what_came(pieces), *_what_was_noted(noted)]


def _what_came(pieces: Sequence[Piece]) -> str:
    headings = sum(isinstance(piece, Heading) for piece in pieces)
    paragraphs = sum(isinstance(piece, Paragraph) for piece in pieces)
    items = sum(isinstance(piece, Item) for piece in pieces)
    tables = sum(isinstance(piece, Table) for piece in pieces)
    counted = [
        (headings, ngettext("%(n)s heading", "%(n)s headings", headings)),
        (paragraphs, ngettext("%(n)s paragraph", "%(n)s paragraphs", paragraphs)),
        (items, ngettext("%(n)s list item", "%(n)s list items", items)),
        (tables, ngettext("%(n)s pasted table", "%(n)s pasted tables", tables)),
    ]
    said = ", ".join(words % {"n": number} for number, words in counted if number)
    return _("Pasted: %(what)s. Read it through.") % {"what": said}


def _what_was_noted(noted: Counter[Noted]) -> Iterator[str]:
    for what in Noted:
        number = noted[what]
        if number:
            yield _sentence(what, number) % {"n": number}


def _sentence(what: Noted, n: int) -> str:
    match what:
        case Noted.IMAGE:
            return ngettext(
                "%(n)s image is left out. Upload it, and add it as an image block.",
                "%(n)s images are left out. Upload them, and add them as image blocks.",
                n,
            )
        case Noted.COMMENT:
            return ngettext("%(n)s comment is left out.", "%(n)s comments are left out.", n)
        case Noted.FOOTNOTE:
            return ngettext(
                "%(n)s footnote is left out. Write it under References, and cite it.",
                "%(n)s footnotes are left out. Write them under References, and cite them.",
                n,
            )
        case Noted.DELETION:
            return ngettext(
                "%(n)s tracked deletion is left out.", "%(n)s tracked deletions are left out.", n
            )
        case Noted.HIDDEN:
            return ngettext("%(n)s hidden text is left out.", "%(n)s hidden texts are left out.", n)
        case _:
            return _sentence_of_form(what, n)


def _sentence_of_form(what: Noted, n: int) -> str:
    """What is there, in another form."""
    match what:
        case Noted.MERGED_CELLS:
            return ngettext(
                "%(n)s table had merged cells: what they say is repeated. Read it through.",
                "%(n)s tables had merged cells: what they say is repeated. Read them through.",
                n,
            )
        case Noted.NO_HEADINGS:
            return ngettext(
                "%(n)s table has no row of headings. Write its headings.",
                "%(n)s tables have no row of headings. Write their headings.",
                n,
            )
        case Noted.RAISED:
            return ngettext(
                "%(n)s raised or lowered text stands on the line. Read it through.",
                "%(n)s raised or lowered texts stand on the line. Read them through.",
                n,
            )
        case _:
            return ngettext(
                "%(n)s heading is too long for one, and stands as a paragraph.",
                "%(n)s headings are too long for headings, and stand as paragraphs.",
                n,
            )
