"""Refusals that need the database or other files: that file alone, with its line."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from content_models.editions.models import CurrentEdition
from content_models.models import ApprovingBody, ArticleKey

from .content import (
    Result,
    article,
    editions,
    live_parts,
    placed,
    published,
    put,
    run,
    supplement,
    write,
)

OTHER = "z-annan"


def refused(folder: Path, **options: object) -> Result:
    """A run of the folder with one good file more, which must come through."""
    write(folder, zzz=article(OTHER))
    result = published(folder, **options)
    assert result.code == 1
    assert f"{OTHER}/sv" in live_parts()
    return result


def line_of(text: str, start: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith(start))


@pytest.mark.usefixtures("codes")
@pytest.mark.parametrize("code", ["Z99.9", "H25.1", "H25-H28"])
def test_a_code_that_is_not_in_the_tree(folder: Path, code: str) -> None:
    text = article(diagnosis_codes=f"[H25, {code}]")
    line, message = refused(write(folder, katarakt=text)).refusal

    assert line == line_of(text, "diagnosis_codes")
    assert code in message
    assert not ArticleKey.objects.filter(key="katarakt").exists()


@pytest.mark.usefixtures("codes")
@pytest.mark.parametrize("written", ["H28.0", "H28.0*"])
def test_an_asterisk_code_never_stands_alone(folder: Path, written: str) -> None:
    text = article(diagnosis_codes=f"['{written}']")
    line, message = refused(write(folder, katarakt=text)).refusal

    assert line == line_of(text, "diagnosis_codes")
    assert "asterisk" in message


@pytest.mark.usefixtures("codes")
@pytest.mark.parametrize("written", ["[E10.3, H28.0]", "['E10.3†', 'H28.0*']"])
def test_an_asterisk_code_with_its_condition_is_accepted(folder: Path, written: str) -> None:
    result = published(write(folder, katarakt=article(diagnosis_codes=written)))

    assert result.raw["rejected"] == []
    document = _document("katarakt/sv")
    assert '"diagnosis_codes":["E10.3","H28.0"]' in document


def _document(part: str) -> str:
    return CurrentEdition.objects.get(part=part).edition.document


def test_two_files_of_one_key_and_language_name_each_other(folder: Path) -> None:
    write(folder, a=article(), b=article(title="Annan"))

    result = refused(folder)

    by_name = {Path(one["path"]).name: one for one in result.raw["rejected"]}
    assert set(by_name) == {"a.md", "b.md"}
    assert str(folder / "b.md") in by_name["a.md"]["message"]
    assert str(folder / "a.md") in by_name["b.md"]["message"]
    assert {one["line"] for one in by_name.values()} == {line_of(article(), "key")}
    assert live_parts() == [f"{OTHER}/sv"]


@pytest.mark.parametrize("second", [article(), article(title="Annan")])
def test_a_file_of_an_earlier_run_is_no_less_a_double(folder: Path, second: str) -> None:
    published(write(folder, a=article()))

    result = refused(write(folder, b=second))

    assert result.done["rejected"] == ["a.md", "b.md"]
    assert "same" not in result.done
    assert {one["line"] for one in result.raw["rejected"]} == {line_of(article(), "key")}
    assert editions() == ["katarakt/sv", f"{OTHER}/sv"]


def test_three_files_of_one_region_and_article_name_the_two_others(folder: Path) -> None:
    write(folder, katarakt=article(), a=supplement(), b=supplement(), c=supplement())

    result = refused(folder)

    assert result.done["rejected"] == ["a.md", "b.md", "c.md"]
    assert all(len(one["message"].split(".md")) == 3 for one in result.raw["rejected"])


def test_a_region_by_code_and_by_slug_is_the_same_region(folder: Path) -> None:
    write(folder, katarakt=article(), a=supplement(), b=supplement(region="vastra-gotaland"))

    assert refused(folder).done["rejected"] == ["a.md", "b.md"]


def test_a_key_that_belongs_to_another_kind(folder: Path) -> None:
    published(write(folder / "a", katarakt=article()))
    text = article(kind="citizen-article", language="en")

    line, message = refused(write(folder / "b", en=text)).refusal

    assert line == line_of(text, "kind")
    assert "knowledge-support" in message


def test_a_key_with_two_kinds_in_one_run(folder: Path) -> None:
    write(folder, sv=article(), en=article(kind="citizen-article", language="en"))

    assert refused(folder).done["rejected"] == ["en.md", "sv.md"]


def test_a_file_that_changes_kind(folder: Path) -> None:
    published(write(folder, katarakt=article()))

    refused(write(folder, katarakt=article(kind="citizen-article")))

    assert editions() == ["katarakt/sv", f"{OTHER}/sv"]


def test_an_article_is_not_its_own_counterpart(folder: Path) -> None:
    text = article(counterpart="katarakt")

    line, _message = refused(write(folder, katarakt=text)).refusal

    assert line == line_of(text, "counterpart")


@pytest.mark.parametrize("key", ["kata--rakt", "katarakt-"])
def test_a_key_that_the_editor_would_refuse_as_well(folder: Path, key: str) -> None:
    text = article(key, title="Katarakt")

    line, _message = refused(write(folder, katarakt=text)).refusal

    assert line == line_of(text, "key")


def test_a_supplement_to_an_article_that_is_not_there(folder: Path) -> None:
    text = supplement(to="saknas")

    line, message = refused(write(folder, vg=text)).refusal

    assert line == line_of(text, "article")
    assert "saknas" in message


def test_a_supplement_to_an_article_that_this_run_refuses(folder: Path) -> None:
    write(folder, katarakt=article(diagnosis_codes="[Z99]"), vg=supplement())

    assert refused(folder).done["rejected"] == ["katarakt.md", "vg.md"]


def test_a_supplement_in_a_section_that_is_not_there(folder: Path) -> None:
    text = supplement(placed(), placed(at="behandling"))
    line, message = refused(write(folder, katarakt=article(), vg=text)).refusal

    assert line == line_of(text, "::: supplement at=behandling")
    assert "utredning" in message
    assert live_parts() == ["katarakt/sv", f"{OTHER}/sv"]


def test_a_supplement_after_a_block_that_is_not_there(folder: Path) -> None:
    text = supplement(placed(after=3))
    line, message = refused(write(folder, katarakt=article(), vg=text)).refusal

    assert line == line_of(text, "::: supplement")
    assert "1 to 2" in message


def test_a_supplement_to_an_article_that_falls_at_the_last_step(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The section that it names exists only in the file that could not be written."""
    published(write(folder, katarakt=article()))
    longer = article(body=f"{article()[-1:]}## Ny {{#ny}}\n\nText.\n", title="Ny")
    write(folder, katarakt=longer, vg=supplement(placed(at="ny")))
    _fail_to_change(monkeypatch)

    result = refused(folder)

    assert result.done["rejected"] == ["katarakt.md", "vg.md"]


def _fail_to_change(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValidationError("no")

    monkeypatch.setattr(importlib.import_module("import.apply"), "change_page", fail)


@pytest.mark.parametrize("text", [article(approved=None), supplement(approved=None)])
def test_publishing_needs_an_approval(folder: Path, text: str) -> None:
    result = refused(write(folder, fil=text))

    assert "approved" in result.refusal[1]


def test_drafting_needs_no_approval(folder: Path) -> None:
    write(folder, katarakt=article(approved=None), vg=supplement(approved=None))

    assert run(folder).code == 0
    assert not ApprovingBody.objects.exists()


def test_lengths_beyond_what_the_database_holds(folder: Path) -> None:
    write(
        folder,
        title=article("a", title="x" * 300),
        summary=article("b", summary="x" * 2001),
        body=article("c", approved=f"{{date: 2022-01-10, by: {'x' * 300}}}"),
        area=article("d", programme_area="x" * 300),
        note=article("e", change_note="x" * 4000),
        alt=article("f", body=f"![{'x' * 501}](bild.png)"),
        box=article("g", body=f'::: facts title="{"x" * 201}"\nText.\n:::\n'),
        longest=article("h" * 100, body=f"## T {{#{'t' * 80}}}\n\nText.\n"),
        longest_vg=supplement(placed(at="t" * 80, id="i" * 80), to="h" * 100),
    )

    result = refused(folder)

    assert set(result.done["rejected"]) == {
        *("title.md", "summary.md", "body.md", "area.md", "alt.md", "box.md"),
    }
    assert all(one["line"] for one in result.raw["rejected"])


def test_two_supplements_whose_addresses_would_be_the_same(folder: Path) -> None:
    """`a-b` + `c` and `a` + `b-c` both want the slug `a-b-c`."""
    write(folder, one=article("a-b"), two=article("a"))
    write(
        folder,
        vg_one=supplement(placed(id="c"), to="a-b"),
        vg_two=supplement(placed(id="b-c"), to="a"),
    )

    assert published(folder).code == 0


def test_a_file_that_cannot_be_read_is_refused(folder: Path) -> None:
    (folder / "trasig.md").symlink_to(folder / "trasig.md")
    put(folder / "utf16.md", article().encode("utf-16"))
    put(folder / "stor.md", b"x" * (2 << 20))
    (folder / "mapp.md").mkdir()

    result = refused(folder)

    assert {"stor.md", "utf16.md"} <= set(result.done["rejected"])


def test_a_file_name_that_is_not_utf8_is_refused(folder: Path) -> None:
    put(folder / os.fsdecode(b"gr\xe5.md"), article())

    result = refused(folder)

    assert "UTF-8" in result.refusal[1]


def test_a_path_longer_than_the_record_holds_is_refused(folder: Path) -> None:
    deep = folder.joinpath(*("mapp" * 50 for _ in range(6)))
    put(deep / "katarakt.md", article())

    assert refused(folder).done["rejected"] == ["katarakt.md"]
