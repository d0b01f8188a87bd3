"""The runner names what is wrong with modules, and which tests ran nowhere."""

from pathlib import Path

from tests.module_rules import LONGEST, modules, too_long, vaguely_named, without_layer
from tests.outcomes import skipped_everywhere

REPORT = """<testsuites><testsuite>
  <testcase classname="a" name="ran"/>
  <testcase classname="a" name="{one}"><skipped type="pytest.skip" message="no server"/></testcase>
  <testcase classname="a" name="{other}"/>
  <testcase classname="a" name="never"><skipped type="pytest.skip" message="no browser"/></testcase>
  <testcase classname="a" name="expected"><skipped type="pytest.xfail" message=""/></testcase>
</testsuite></testsuites>"""


def write(root: Path, path: str, lines: int = 1) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("pass\n" * lines)


def test_migrations_and_hidden_folders_are_no_modules(tmp_path: Path) -> None:
    for path in ("cms/urls.py", "cms/migrations/0001_initial.py", ".venv/lib/thing.py"):
        write(tmp_path, path)

    assert list(modules(tmp_path)) == [Path("cms/urls.py")]


def test_a_module_past_the_limit_is_named_with_its_length(tmp_path: Path) -> None:
    write(tmp_path, "cms/fits.py", LONGEST)
    write(tmp_path, "cms/long.py", LONGEST + 1)

    broken = list(too_long(tmp_path, modules(tmp_path)))

    assert broken == [f"cms/long.py: {LONGEST + 1} lines; past {LONGEST} it is two things"]


def test_a_vague_name_is_refused_for_modules_and_packages() -> None:
    paths = [Path("cms/utils.py"), Path("cms/common/dates.py"), Path("cms/dates.py")]

    broken = [line.partition(":")[0] for line in vaguely_named(paths)]

    assert broken == ["cms/common", "cms/utils"]


def test_a_package_outside_the_layers_is_named(tmp_path: Path) -> None:
    for package in ("cms", "reader", "tests"):
        write(tmp_path, f"{package}/__init__.py")

    assert [line.partition(":")[0] for line in without_layer(tmp_path, ["cms"])] == ["reader"]


def test_only_what_every_run_skipped_ran_nowhere(tmp_path: Path) -> None:
    sqlite, postgres = tmp_path / "sqlite.xml", tmp_path / "postgres.xml"
    sqlite.write_text(REPORT.format(one="on_postgres", other="on_sqlite"))
    postgres.write_text(REPORT.format(one="on_sqlite", other="on_postgres"))

    assert skipped_everywhere([sqlite, postgres]) == {"a::never": "no browser"}
