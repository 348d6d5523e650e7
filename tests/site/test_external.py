"""Other sites are asked politely and seldom, and what they answer is told at the lines that name them."""

import datetime
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scripts.cli import main
from scripts.content.load import load_course
from scripts.content.model import Place
from scripts.site.external.memory import KEPT_DAYS
from scripts.site.external.rounds import Manners, check_addresses
from scripts.site.external.telling import as_markdown, problems

DAY = datetime.date(2026, 11, 24)
QUICK = Manners(pause=0.05, timeout=1.0)
SILENT = 2.0
"""Seconds that the server keeps silent where it is asked to: longer than anybody waits."""


class Host(ThreadingHTTPServer):
    """A web site on this machine: counts who asks for what, and what is asked at the same time."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked, self.times, self.agents = Counter(), [], set()
        self.now = self.most = 0

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        host, path = self.server, self.path
        host.now += 1
        host.most = max(host.most, host.now)
        host.asked[f"{self.command} {path}"] += 1
        host.times.append(time.monotonic())
        host.agents.add(self.headers["User-Agent"])
        code, headers = self.answer(path, sum(host.asked[f"{m} {path}"] for m in ("HEAD", "GET")))
        if path == "/silent":
            time.sleep(SILENT)
        host.now -= 1
        self.send_response(code)
        for name, value in {"Content-Length": "0", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def do_HEAD(self):
        self.do_GET()

    def answer(self, path, times):
        if path == "/no-head":
            return (405 if self.command == "HEAD" else 200), {}
        if path == "/busy-first":
            return (429 if times == 1 else 200), {"Retry-After": "0"}
        moved = {
            "/moved": (301, "/new"),
            "/moved-twice": (308, "/moved"),
            "/seen": (302, "/new"),
            "/lost": (301, "/"),
        }
        if path in moved:
            return moved[path][0], {"Location": moved[path][1]}
        return {"/gone": 410, "/missing": 404, "/forbidden": 403, "/busy": 503, "/broken": 500}.get(
            path, 200
        ), {}

    def log_message(self, *_):
        pass


@pytest.fixture
def host():
    with Host() as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def naming(good, host):
    """The good course with links to these paths of the host, each on a line of its own below the last."""
    sources = good / "modules/sources.yml"
    sources.write_text(
        sources.read_text("utf-8").replace("https://example.org/act", f"{host.address}/act"), "utf-8"
    )

    def named(*paths):
        page = good / "docs/about.md"
        links = "".join(f"\n[A link]({host.address + path if path[0] == '/' else path}).\n" for path in paths)
        page.write_text(page.read_text("utf-8") + links, "utf-8")
        return load_course(good)

    return named


def allow(course, **reasons):
    lines = [f"{begins}: {reason}\n" for begins, reason in reasons.items()]
    (course.root / "modules/links.allow.yml").write_text("".join(lines), "utf-8")
    return load_course(course.root)


def states(outcomes, host):
    return {each.address.removeprefix(host.address): each.answer.state for each in outcomes}


def ask(course, day=DAY):
    return check_addresses(course, course.root, day, QUICK)


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("/act", "ok"),
        ("/no-head", "ok"),
        ("/busy-first", "ok"),
        ("/seen", "ok"),
        ("/moved", "moved"),
        ("/moved-twice", "moved"),
        ("/gone", "gone"),
        ("/missing", "gone"),
        ("/forbidden", "unsure"),
        ("/busy", "unsure"),
        ("/broken", "unsure"),
        ("/lost", "unsure"),
        ("/silent", "unsure"),
    ],
)
def test_only_what_is_gone_is_called_broken(naming, host, path, state):
    assert states(ask(naming(path)), host)[path] == state


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/nobody", "https://127.0.0.1:{port}/x"])
def test_what_cannot_be_reached_is_unsure(naming, host, address):
    address = address.replace("{port}", str(host.server_port))

    assert states(ask(naming(address)), host)[address] == "unsure"


@pytest.mark.parametrize("address", ["http://[::bad/x", "http://", "https://#x", "mailto:a@example.org"])
def test_what_is_no_web_address_is_not_asked(naming, host, address):
    assert states(ask(naming(address)), host) == {"/act": "ok"}


def test_every_line_that_names_an_address_is_told_with_its_file(naming, host, good):
    naming("/gone", "/moved")
    (good / "modules/sources.yml").write_text(
        (good / "modules/sources.yml").read_text("utf-8").replace("/act", "/missing"), "utf-8"
    )
    bank = good / "quizzes/desk/first-letter.ko.md"
    lines = bank.read_text("utf-8").split("\n")
    number = next(number for number, line in enumerate(lines) if line.startswith("> "))
    lines[number] += f" [링크]({host.address}/gone#part)"
    bank.write_text("\n".join(lines), "utf-8")
    course = load_course(good)
    page = (good / "docs/about.md").read_text("utf-8").split("\n")
    below = {
        path: next(n for n, line in enumerate(page, start=1) if path in line) for path in ("/gone", "/moved")
    }
    entry = (good / "modules/sources.yml").read_text("utf-8").split("\n")
    source = next(n for n, line in enumerate(entry, start=1) if line.startswith("  address:"))

    told = problems(course, ask(course))

    assert [(each.place, each.severity, each.rule) for each in told] == [
        (Place("docs/about.md", below["/gone"]), "error", "addresses-answer"),
        (Place("docs/about.md", below["/moved"]), "warning", "addresses-are-current"),
        (Place("modules/sources.yml", source), "error", "addresses-answer"),
        (Place("quizzes/desk/first-letter.ko.md", number + 1), "error", "addresses-answer"),
    ]
    assert f"{host.address}/new" in told[1].message


def test_an_address_is_asked_once_however_often_it_is_named(naming, host):
    ask(naming("/act", "/act#part", "/act"))

    assert host.asked == {"HEAD /act": 1}


def test_what_answered_well_is_asked_again_after_a_month_and_the_rest_each_time(naming, host):
    course = naming("/moved", "/gone", "/forbidden")

    for days in (0, 1, KEPT_DAYS - 1):
        ask(course, DAY + datetime.timedelta(days))
    seldom = dict(host.asked)
    ask(course, DAY + datetime.timedelta(KEPT_DAYS))

    assert [seldom[f"HEAD {path}"] for path in ("/act", "/moved", "/gone", "/forbidden")] == [1, 1, 3, 3]
    assert [host.asked[f"HEAD {path}"] for path in ("/act", "/moved", "/gone", "/forbidden")] == [2, 2, 4, 4]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"x": 1}', '{"x": {"day": "never"}}', "\udcff"])
def test_a_broken_memory_is_an_empty_one(naming, host, text):
    course = naming()
    file = course.root / ".cache/links/answers.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode("utf-8", "surrogateescape"))

    assert states(ask(course), host) == {"/act": "ok"}


def test_a_busy_host_is_asked_again_after_ever_longer_pauses_and_then_left_alone(naming, host):
    ask(naming("/busy"))

    assert host.asked == {"HEAD /act": 1, "HEAD /busy": 1, "GET /busy": 3}
    pauses = [later - earlier for earlier, later in zip(host.times, host.times[1:], strict=False)][:3]
    assert [pause >= least for pause, least in zip(pauses, (0.05, 0.1, 0.2), strict=True)] == [True] * 3


def test_a_host_that_stays_silent_is_soon_left_alone(naming, host):
    unheard = [f"http://127.0.0.1:1/{number}" for number in range(5)]

    outcomes = ask(naming(*unheard))

    said = [each.answer.said for each in outcomes if each.address in unheard]
    assert ["no connection" in words for words in said] == [True, True, False, False, False]
    assert said[-1] == "not asked, as the host answered nothing before"
    assert states(outcomes, host)["/act"] == "ok"


def test_what_is_refused_or_gone_is_not_asked_again(naming, host):
    ask(naming("/forbidden", "/gone"))

    assert host.asked == {
        f"{method} {path}": 1 for method in ("HEAD", "GET") for path in ("/forbidden", "/gone")
    } | {"HEAD /act": 1}


def test_a_host_gets_one_request_at_a_time_with_a_pause_before_the_next(naming, host):
    course = naming(*(f"/page-{number}" for number in range(6)))
    ask(course)

    gaps = [later - earlier for earlier, later in zip(host.times, host.times[1:], strict=False)]
    assert host.most == 1
    assert len(gaps) == 6
    assert min(gaps) >= QUICK.pause
    assert host.agents == {f"{course.id}-links/1.0 (checks the course's own references)"}


def test_an_excused_address_is_not_told_and_a_needless_excuse_is(naming, host):
    course = naming("/forbidden", "/gone", "/fine")
    reasons = {
        f"{host.address}/for": "It refuses.",
        f"{host.address}/fi": "It was down.",
        "https://x.org/": "Old.",
    }
    course = allow(course, **reasons)

    told = problems(course, ask(course))

    assert [(each.place.path, each.place.line, each.rule) for each in told[1:]] == [
        ("modules/links.allow.yml", 2, "excuses-are-needed"),
        ("modules/links.allow.yml", 3, "excuses-are-needed"),
    ]
    assert "/gone" in told[0].message


def test_an_excused_address_is_asked_no_more_often_than_a_good_one(naming, host):
    course = allow(naming("/forbidden"), **{f"{host.address}/for": "It refuses."})

    for days in range(3):
        ask(course, DAY + datetime.timedelta(days))

    assert host.asked["HEAD /forbidden"] == 1


def test_the_report_names_file_line_and_reason(naming, host):
    course = allow(naming("/gone", "/moved", "/forbidden"), **{f"{host.address}/for": "It refuses."})

    report = as_markdown(course, ask(course), DAY)

    assert report.startswith(
        "# Addresses of other sites, 2026-11-24\n\n4 addresses: 1 ok, 1 moved, 1 gone, 1 unsure"
    )
    assert "## To mend (1)\n\n- `docs/about.md:" in report
    assert f"`{host.address}/gone` is gone: 410 Gone. Find where" in report
    assert f"`{host.address}/moved` has moved to `{host.address}/new`" in report
    assert f"## Excused (1)\n\n- `{host.address}/forbidden`: 403 Forbidden. It refuses." in report


def test_the_command_ends_well_whatever_others_answer(naming, host, capsys, tmp_path):
    root = naming("/gone").root
    report = tmp_path / "report.md"

    assert main(["--root", str(root), "links", "--external", "--report", str(report)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("/gone” is gone: 410 Gone [addresses-answer]")
    assert lines[-1] == "2 addresses: 1 ok, 0 moved, 1 gone, 0 unsure (0 of these answers from earlier days)"
    assert "To mend (1)" in report.read_text("utf-8")


def test_a_report_without_external_is_a_wrong_call(good, tmp_path):
    assert main(["--root", str(good), "links", "--report", str(tmp_path / "x.md")]) == 2
