"""What only database and other files can say of a file: codes, kinds, anchors, conflicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from content_models.pages.start_page import start_pages_beside
from content_models.vocabulary import Kind, pair_up

from . import lengths
from .codes import bare_codes
from .conflicts import check_conflict
from .planned import Planned
from .regions import check_takes_part
from .report import Report
from .source import ArticleSource, Refused, Source, SupplementsSource, line_of
from .state import State, in_workflow, national_content, outline_of
from .state import markers as markers_of

S = TypeVar("S", ArticleSource, SupplementsSource)
Outlines = dict[tuple[str, str], dict[str, int]]
"""(article, language) → section id → number of national blocks."""


def acceptable(
    items: Sequence[Planned], state: State, report: Report, *, publish: bool
) -> list[Planned]:
    """The files that may be written; the others are refused in the report."""
    articles = [(item, item.source) for item in items if isinstance(item.source, ArticleSource)]
    supplements = [
        (item, item.source) for item in items if isinstance(item.source, SupplementsSource)
    ]
    markers = markers_of(code for _item, source in articles for code in source.diagnosis_codes)
    busy = in_workflow(pk for item in items for pk in item.pages.values())
    kinds: dict[str, set[str]] = defaultdict(set)
    for _item, source in articles:
        kinds[source.key].add(source.kind)

    starts = {
        source.audience: source.key
        for _item, source in reversed(articles)
        if source.kind == Kind.START_PAGE
    }

    def check_article(item: Planned, source: ArticleSource) -> None:
        _check_approved(source, publish=publish)
        lengths.check(source)
        _check_codes(source, markers)
        check_kind(source, kinds[source.key], state)
        _check_counterpart(source, kinds, state)
        _check_start_page(source, starts)
        check_conflict(item, state, busy)

    accepted = _those_that_pass(articles, check_article, report)
    outlines = {
        (item.source.key, item.source.language): {
            section.id: len(section.blocks) for section in item.source.sections
        }
        for item in accepted
        if isinstance(item.source, ArticleSource)
    }

    def check_supplements(item: Planned, source: SupplementsSource) -> None:
        _check_approved(source, publish=publish)
        lengths.check(source)
        of_article = state.kinds_of(source.article) or kinds.get(source.article, set())
        check_takes_part(source, of_article, state.regions[source.region])
        check_anchors(source, _outline(source, outlines, state, publish=publish))
        check_conflict(item, state, busy)

    return accepted + _those_that_pass(supplements, check_supplements, report)


def _those_that_pass(
    items: Sequence[tuple[Planned, S]], check: Callable[[Planned, S], None], report: Report
) -> list[Planned]:
    passed = []
    for item, source in items:
        try:
            check(item, source)
        except Refused as refused:
            report.reject(item.found.shown, line=refused.line, message=refused.message)
        else:
            passed.append(item)
    return passed


def _check_approved(source: Source, *, publish: bool) -> None:
    if publish and source.approved is None:
        raise Refused(
            "“approved” is missing; publishing needs approved: {date: YYYY-MM-DD, by: …}",
            line=line_of(source, "key", "article"),
        )


def _check_codes(source: ArticleSource, markers: dict[str, str]) -> None:
    line = line_of(source, "diagnosis_codes")
    codes = bare_codes(source.diagnosis_codes)
    for code in codes:
        if code not in markers:
            raise Refused(
                f"{code} is not among the diagnosis codes; import_diagnosis_codes adds codes",
                line=line,
            )
    if codes and all(markers[code] == "*" for code in codes):
        raise Refused(
            "a code with an asterisk never stands alone; add the code of the condition", line=line
        )


def check_kind(source: ArticleSource, in_this_run: set[str], state: State) -> None:
    """Raises Refused unless all languages of the key are of one kind."""
    line = line_of(source, "kind")
    if len(in_this_run) > 1:
        raise Refused(
            f"the key “{source.key}” has files of kinds {', '.join(sorted(in_this_run))}; "
            "allowed is one kind for all languages of a key",
            line=line,
        )
    for held in state.keys.get(source.key, {}).values():
        if held.kind != source.kind:
            raise Refused(
                f"the key “{source.key}” belongs to an article of kind {held.kind}", line=line
            )


def _check_counterpart(
    source: ArticleSource, in_this_run: Mapping[str, set[str]], state: State
) -> None:
    """One that no file and no page has yet may come in a later run."""
    key = source.counterpart
    if not key:
        return
    line = line_of(source, "counterpart")
    if key == source.key:
        raise Refused("an article is not its own counterpart", line=line)
    for kind in state.kinds_of(key) or in_this_run.get(key, set()):
        if not pair_up(Kind(source.kind), Kind(kind)):
            raise Refused(
                f"“{key}” is of kind {kind}; the counterpart of a {source.kind} is an article "
                "for the other audience",
                line=line,
            )


def _check_start_page(source: ArticleSource, in_this_run: Mapping[str | None, str]) -> None:
    """An audience has one start page: of several in one run the first is taken."""
    if source.kind != Kind.START_PAGE:
        return
    held = start_pages_beside(source.key, source.audience or "").first()
    key = held.key if held else in_this_run[source.audience]
    if key != source.key:
        raise Refused(
            f"“{key}” is the start page for {source.audience} already; an audience has one",
            line=line_of(source, "audience", "kind"),
        )


def _outline(
    source: SupplementsSource, outlines: Outlines, state: State, *, publish: bool
) -> dict[str, int]:
    place = (source.article, source.language)
    if place not in outlines:
        held = state.keys.get(source.article, {}).get(source.language)
        if held is None:
            raise Refused(
                f"there is no article “{source.article}” in {source.language} to supplement",
                line=line_of(source, "article"),
            )
        outlines[place] = outline_of(national_content(held.page_id, publish=publish))
    return outlines[place]


def check_anchors(source: SupplementsSource, outline: dict[str, int]) -> None:
    """Raises Refused for a supplement whose place the article does not have."""
    for item in source.supplements:
        if item.at not in outline:
            raise Refused(
                f"at={item.at}: “{source.article}” has no such section; "
                f"it has {', '.join(outline) or 'none'}",
                line=item.line,
            )
        blocks = outline[item.at]
        if item.after is not None and item.after > blocks:
            allowed = f"1 to {blocks}" if blocks else "none, the section is empty"
            raise Refused(
                f"after={item.after}: the section “{item.at}” has {blocks} blocks; "
                f"allowed: {allowed}",
                line=item.line,
            )
