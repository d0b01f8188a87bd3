"""What pytest's JUnit reports say about tests that ran nowhere."""

from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree as ET


def skipped_everywhere(reports: Iterable[Path]) -> dict[str, str]:
    """Tests that no run executed, with the last reason given; a test must be in every report."""
    runs = [_reasons(report) for report in reports if report.exists()]
    if not runs:
        return {}
    everywhere = set.intersection(
        *({name for name, reason in run.items() if reason is not None} for run in runs)
    )
    return {name: runs[-1][name] or "" for name in sorted(everywhere)}


def _reasons(report: Path) -> dict[str, str | None]:
    """Test → why it was skipped; None where it ran, an expected failure included."""
    return {
        f"{case.get('classname')}::{case.get('name')}": _reason(case)
        for case in ET.parse(report).iter("testcase")
    }


def _reason(case: ET.Element) -> str | None:
    skipped = case.find("skipped")
    if skipped is None or skipped.get("type") == "pytest.xfail":
        return None
    return skipped.get("message") or ""
