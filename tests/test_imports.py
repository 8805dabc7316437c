"""Imports go one way, and each heavy library has one home."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("bench", "flows", "models", "warehouse", "tests")

# what a room may import of the project, besides itself
ALLOWED = {
    "models": set(),
    "flows.ingest": {"models"},
    "flows.extract": {"models"},
    "flows.link": {"models"},
    "flows.scoring": {"models"},
    # no part of a run: it ties rooms together as flows.steps does, to learn their weights and measure them
    "flows.training": {
        "models",
        "warehouse",
        "flows.ingest",
        "flows.extract",
        "flows.link",
        "flows.scoring",
    },
    "warehouse": {"models"},
    "flows.report": {"models", "warehouse", "flows.numbers"},
    "flows.settings": set(),
    "flows.numbers": set(),
    "flows.progress": set(),
    "flows.lock": set(),
    "flows.standby": {"flows.workers"},  # when it is in a process of its own
    "flows.backup": {"models", "warehouse", "flows.lock"},
    "flows.validate": {"models"},
    "flows.reading": {
        "models",
        "warehouse",
        "flows.ingest",
        "flows.extract",
        "flows.progress",
        "flows.settings",
    },
    "flows.workers": {"models", "warehouse", "flows.standby", "flows.validate"},
}

# the only homes of these libraries
HOMES = {
    "spacy": ("flows.extract", "flows.training"),  # the latter learns from parses
    "duckdb": ("warehouse",),
    "prefect": ("flows.build", "flows.schedule"),
    "dask": ("flows.cluster",),
    "distributed": ("flows.cluster",),
}


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the product with its dotted name."""
    for package in ("flows", "models", "warehouse"):
        for path in sorted((ROOT / package).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            yield ".".join(part for part in parts if part != "__init__"), path


def imported(source: str) -> set[str]:
    """The dotted names that a module imports, anywhere in it; `from a import b` counts as a.b too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def within(name: str, room: str) -> bool:
    """Whether the module ``name`` is ``room`` or lies in it."""
    return name == room or name.startswith(room + ".")


def strangers(name: str, source: str) -> set[str]:
    """What a module of a room imports of the project though its room may not."""
    rooms = [room for room in ALLOWED if within(name, room)]
    if not rooms:
        return set()
    allowed = ALLOWED[rooms[0]] | {rooms[0]}
    ours = {other for other in imported(source) if any(within(other, package) for package in OURS)}
    bare_packages = {"flows"}  # of `from flows import lock` the other half, flows.lock, is looked at
    return {other for other in ours if not any(within(other, room) for room in allowed)} - bare_packages


@pytest.mark.parametrize(("name", "path"), list(modules()), ids=lambda value: str(value))
def test_a_module_imports_only_what_its_room_may(name: str, path: Path) -> None:
    assert strangers(name, path.read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize(("name", "path"), list(modules()), ids=lambda value: str(value))
def test_heavy_libraries_stay_at_home(name: str, path: Path) -> None:
    for library, homes in HOMES.items():
        uses = any(within(other, library) for other in imported(path.read_text(encoding="utf-8")))
        assert not uses or any(within(name, home) for home in homes), f"{name} imports {library}"


def test_nothing_below_the_command_line_imports_it() -> None:
    below = [(name, path) for name, path in modules() if not within(name, "flows.cli")]
    users = [
        name
        for name, path in below
        if any(within(other, "flows.cli") for other in imported(path.read_text()))
    ]
    assert users == []


def test_the_rule_sees_an_import_inside_a_function() -> None:
    source = "def late() -> None:\n    from flows import extract\n    import warehouse.loading\n"
    assert strangers("flows.ingest.reading", source) == {"flows.extract", "warehouse.loading"}
