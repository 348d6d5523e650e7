"""A room imports from itself and from the floors below, never from a neighbour."""

import ast
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"
BELOW = {
    "content": {"content"},
    "checks": {"checks", "content"},
    "site": {"site", "content"},
    "editing": {"editing", "content"},
    "reports": {"reports", "checks", "content"},
    "city": {"city", "content"},
    "bench": {"bench", "site", "checks", "editing", "content"},
    "commands": {"commands", "reports", "bench", "editing", "site", "checks", "content", "city"},
    "cli": {"cli", "commands"},
    "__main__": {"cli"},
    "__init__": set(),
}
FILES = sorted(file.relative_to(SCRIPTS).as_posix() for file in SCRIPTS.rglob("*.py"))
PURE = [file for file in FILES if file.startswith(("content/", "checks/"))]
ROOMS_OF_OTHERS = {
    "mkdocs",
    "mkdocs_quiz",
    "material",
    "playwright",
    "jinja2",
    "markdown",
    "linkcheck",
    "watchdog",
}
NETWORK = {
    "asyncio",
    "ftplib",
    "http",
    "requests",
    "select",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib3",
}
CLOCK = {"calendar", "sched", "time", "zoneinfo"}
ALLOWED = {("content/revisions.py", "subprocess")}  # it asks git, which is no network
NOW = {"now", "today", "utcnow", "localtime", "getmtime", "st_mtime", "random", "environ", "getenv"}


def tree(file):
    return ast.parse((SCRIPTS / file).read_text("utf-8"))


def imports(file):
    """Every module that a file names in an import, wherever the import stands."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: name the room in full"
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def room(file):
    return Path(file).parts[0].removesuffix(".py")


@pytest.mark.parametrize("file", FILES)
def test_a_room_imports_from_the_floors_below(file):
    ours = {name.split(".")[1] for name in imports(file) if name.startswith("scripts.")}

    assert ours <= BELOW[room(file)]


@pytest.mark.parametrize("file", PURE)
def test_reading_and_judging_need_no_site_no_network_and_no_clock(file):
    names = set(imports(file))
    tops = {name.partition(".")[0] for name in names}

    assert not tops & (ROOMS_OF_OTHERS | NETWORK | CLOCK)
    assert not {"urllib.request", "urllib.robotparser", "email.utils"} & names
    assert "subprocess" not in tops or (file, "subprocess") in ALLOWED


@pytest.mark.parametrize("file", PURE)
def test_reading_and_judging_ask_neither_the_day_nor_the_machine(file):
    asked = {node.attr for node in ast.walk(tree(file)) if isinstance(node, ast.Attribute)}

    assert not asked & NOW


@pytest.mark.parametrize("file", PURE)
def test_reading_and_judging_print_nothing(file):
    called = {
        node.func.id
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and hasattr(node.func, "id")
    }

    assert not called & {"print", "input", "open", "exec", "eval"}


def test_mkdocs_is_imported_in_one_room_only():
    rooms = {room(file) for file in FILES if any(name.split(".")[0] == "mkdocs" for name in imports(file))}

    assert rooms == {"site"}
