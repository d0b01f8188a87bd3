"""Signs that only look right in their font or raised: without it `10⁹` says 109, and `µg` mg."""

from __future__ import annotations

from content_models.pasting.styles import Style

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()aeox", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓ")
_RAISED_ALREADY = "®™©ªº*†"
_PRIVATE = 0xF000
"""Word writes a symbol font's sign as itself or in this part of the private use area."""
_SYMBOL = dict(
    zip(
        "abgdezhqiklmnxoprstufcyw" "ABGDEZHQIKLMNXOPRSTUFCYW",
        "αβγδεζηθικλμνξοπρστυφχψω" "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
        strict=True,
    )
) | {
    "£": "≤", "³": "≥", "±": "±", "°": "°", "´": "×", "¸": "÷", "¹": "≠", "»": "≈", "º": "≡",
    "®": "→", "¬": "←", "\u00ad": "↑", "¯": "↓", "«": "↔", "¥": "∞", "·": "•", "Ö": "√", "å": "∑",
    "Æ": "∅", "J": "ϑ", "j": "ϕ", "V": "ς",
}  # fmt: skip
_WINGDINGS = {
    "à": "→", "ß": "←", "á": "↑", "â": "↓", "ó": "↔", "è": "→", "ð": "⇨", "ü": "✓", "û": "✗",
    "þ": "☑", "¨": "☐", "§": "▪", "l": "●", "n": "■", "q": "❑", "v": "❖", "J": "☺", "L": "☹",
}  # fmt: skip
FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def font_of(style: Style, face: str, before: str) -> str:
    """The symbol font that the text is set in, empty if it is none."""
    named = style.get("mso-symbol-font-family") or style.get("font-family") or face
    if not named:
        return before
    first = named.split(",")[0].strip(" \"'").lower()
    return first if first in FONTS else ""


def in_unicode(text: str, font: str) -> str:
    """The text with a symbol font's signs as everybody has them; others as they are."""
    known = FONTS.get(font, {})
    return "".join(_sign(letter, known) for letter in text)


def _sign(letter: str, known: dict[str, str]) -> str:
    plain = chr(ord(letter) - _PRIVATE) if _PRIVATE < ord(letter) < _PRIVATE + 256 else letter
    if plain != letter and not known:
        known = _SYMBOL
    return known.get(plain, plain)


def moved(text: str, place: str) -> tuple[str, bool]:
    """Raised (`sup`) or lowered (`sub`) text by signs of its own, and whether it could be."""
    table = _RAISED if place == "sup" else _LOWERED
    core = text.strip()
    if all(ord(letter) in table or letter in _RAISED_ALREADY for letter in core):
        return text.translate(table), True
    return text, False
