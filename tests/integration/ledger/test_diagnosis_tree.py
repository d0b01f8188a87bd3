"""Loading diagnosis codes: one tree, whatever order and in how many goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db.models import ProtectedError

from content_models.editions.head import position
from content_models.models import DiagnosisCode
from content_models.taxonomies.diagnosis_import import Loaded, load_codes, read_codes
from tests.factories.published import article, codes

pytestmark = pytest.mark.django_db


def loaded(*names: str, edition: str | None = None) -> Loaded:
    return load_codes(read_codes(f"{name}\tTitel {name}" for name in names), edition=edition)


def tree() -> dict[str, list[str]]:
    """Code → its ancestors, outermost first."""
    assert DiagnosisCode.find_problems() == ([], [], [], [], [])
    return {
        node.code: [above.code for above in node.get_ancestors()]
        for node in DiagnosisCode.objects.all()
    }


def retired() -> set[str]:
    return set(DiagnosisCode.objects.filter(retired=True).values_list("code", flat=True))


def test_missing_parents_are_made() -> None:
    assert loaded("H25.1").created == 2
    assert tree() == {"H25": [], "H25.1": ["H25"]}
    assert DiagnosisCode.objects.get(code="H25").title == "H25"


def test_codes_move_under_a_range_that_comes_later() -> None:
    loaded("H26.9", "H25.1")
    loaded("H25-H28")
    loaded("H00-H59")
    assert tree()["H25.1"] == ["H00-H59", "H25-H28", "H25"]
    assert len(tree()) == 6


def test_again_changes_nothing() -> None:
    loaded("H25-H28", "H25.1", "H40", edition="2025")
    before = list(DiagnosisCode.objects.order_by("pk").values()), position()
    assert loaded("H40", "H25.1", "H25-H28", edition="2025") == Loaded(0, 0, 0)
    assert (list(DiagnosisCode.objects.order_by("pk").values()), position()) == before


def test_titles_are_updated_and_the_ledger_position_tells() -> None:
    loaded("H25")
    before = position()
    assert load_codes(read_codes(["H25\tNy titel"])) == Loaded(0, 1, 0)
    assert DiagnosisCode.objects.get().folded == "h25 h25 ny titel"
    assert position().reference > before.reference


def test_an_edition_retires_what_it_lacks_and_brings_back_what_it_has() -> None:
    loaded("H25.1", "H26", edition="2024")
    assert loaded("H26", edition="2025").retired == 2
    assert retired() == {"H25", "H25.1"}
    assert loaded("H26", edition="2025") == Loaded(0, 0, 0)
    loaded("H25.1", edition="2026")
    assert retired() == {"H26"}


def test_without_an_edition_nothing_is_retired() -> None:
    loaded("H25", "H26")
    assert loaded("H26") == Loaded(0, 0, 0)
    assert retired() == set()


def test_a_code_in_use_cannot_be_deleted() -> None:
    codes("H25\tStarr")
    article(diagnosis_codes=("H25",))
    with pytest.raises(ProtectedError):
        DiagnosisCode.objects.get().delete()
    assert DiagnosisCode.objects.exists()


def test_the_command_names_file_and_line(tmp_path: Path) -> None:
    file = tmp_path / "koder.tsv"
    file.write_text("H25\tStarr\x0b och mer\nhej\n", encoding="utf-8")
    with pytest.raises(CommandError, match=r"koder\.tsv:1: the title holds a control character"):
        call_command("import_diagnosis_codes", file)
    file.write_bytes(b"H25\t\xe5")
    with pytest.raises(CommandError, match="not UTF-8"):
        call_command("import_diagnosis_codes", file)
    assert not DiagnosisCode.objects.exists()


def test_the_command_loads_a_file_with_a_byte_order_mark_and_windows_lines(tmp_path: Path) -> None:
    file = tmp_path / "koder.tsv"
    file.write_bytes("\ufeffH25\tÅldersstarr\r\nH26\tAnnan\r\n".encode())
    call_command("import_diagnosis_codes", file, edition="2025", verbosity=0)
    assert [node.title for node in DiagnosisCode.objects.all()] == ["Åldersstarr", "Annan"]
