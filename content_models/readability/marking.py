"""HTML → the same HTML with long words and long sentences marked."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from content_models.readability.index import WORD, is_long, sentences_in

BLOCKS = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "caption")
LONG_WORD, LONG_SENTENCE = "long-word", "long-sentence"


def marked(html: str, *, longest_sentence: int) -> str:
    """Only elements are added: the words stay as they are."""
    soup = BeautifulSoup(html, "html.parser")
    for texts in list(_paragraphs(soup)):
        _mark(soup, texts, longest_sentence)
    return str(soup)


def paragraphs_of(html: str) -> list[str]:
    """The plain text of each paragraph, list item, cell."""
    soup = BeautifulSoup(html, "html.parser")
    return ["".join(texts) for texts in _paragraphs(soup)]


def _paragraphs(soup: BeautifulSoup) -> Iterator[list[NavigableString]]:
    """The texts that stand directly in each block, not in a block inside it."""
    owners: dict[int, list[NavigableString]] = {}
    for text in soup.find_all(string=True):
        owner = text.find_parent(BLOCKS) or soup
        owners.setdefault(id(owner), []).append(text)
    yield from owners.values()


def _mark(soup: BeautifulSoup, texts: list[NavigableString], longest_sentence: int) -> None:
    whole = "".join(texts)
    long_ones = [
        span for span in sentences_in(whole) if len(WORD.findall(whole, *span)) > longest_sentence
    ]
    offset = 0
    for text in texts:
        pieces = list(_pieces(soup, str(text), offset, long_ones))
        offset += len(text)
        text.replace_with(*pieces)


def _pieces(
    soup: BeautifulSoup, text: str, offset: int, long_ones: list[tuple[int, int]]
) -> Iterator[Tag | NavigableString]:
    """The text cut at the ends of sentences; those that are long in an element of their own."""
    place = 0
    for start, end in long_ones:
        first, last = max(start - offset, place), min(end - offset, len(text))
        if first >= last:
            continue
        yield from _words(soup, text[place:first])
        sentence = soup.new_tag("span", attrs={"class": LONG_SENTENCE})
        sentence.extend(list(_words(soup, text[first:last])))
        yield sentence
        place = last
    yield from _words(soup, text[place:])


def _words(soup: BeautifulSoup, text: str) -> Iterator[Tag | NavigableString]:
    place = 0
    for word in WORD.finditer(text):
        if is_long(word[0]):
            if word.start() > place:
                yield NavigableString(text[place : word.start()])
            mark = soup.new_tag("mark", attrs={"class": LONG_WORD})
            mark.string = word[0]
            yield mark
            place = word.end()
    if text[place:]:
        yield NavigableString(text[place:])
