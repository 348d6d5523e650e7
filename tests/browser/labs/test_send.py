"""The page that sends, against a small double of an OpenAI-compatible server that misbehaves on demand.

The model's name says how the double answers. What it was asked is kept.
"""

import json
import os
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from scripts.site.build import build_site
from scripts.site.policy import POLICY
from scripts.site.serving import served
from tests.browser.conftest import EDITIONS, Visit
from tests.browser.test_access import axe, violations  # noqa: F401 - a fixture

SEND = "send/index.html"
ANSWER = "하늘시의 답변입니다. “quoted” 🙂\r\n끝."
STATUSES = {
    "401": "key",
    "403": "forbidden",
    "404": "notfound",
    "413": "toolong",
    "422": "refused",
    "503": "server",
}
WRONG = {
    "broken": "trouble_broken",
    "html": "trouble_garbled",
    "reset": "trouble_broken",
    "garbled": "trouble_garbled",
    "error": "trouble_server",
    "nothing": "trouble_nothing",
    "redirect": "trouble_unreachable",
    "length": "length",
}


def chunk(text, ends=None):
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": ends}
    return f"data: {json.dumps({'choices': [choice]}, ensure_ascii=False)}\r\n\r\n"


def events(ends="stop"):
    pieces = [ANSWER[n : n + 3] for n in range(0, len(ANSWER), 3)]
    return (
        ": a comment\r\n\r\n" + "".join(map(chunk, pieces)) + chunk("", ends) + "data: [DONE]\n\n"
    ).encode()


class Double(BaseHTTPRequestHandler):
    """One answer a connection: closing it ends the answer."""

    def do_OPTIONS(self):
        self.send_response(204 if self.server.allows else 405)
        self.cors()
        self.end_headers()

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((self.path, dict(self.headers), asked))
        how = asked["model"]
        act = getattr(self, f"answer_{how.replace('-', '_')}", None)
        if act:
            act()
        else:
            self.refuse(int(how))

    def cors(self):
        if self.server.allows:
            self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin", "*"))
            self.send_header("Access-Control-Allow-Headers", "content-type, authorization")
            self.send_header("Access-Control-Expose-Headers", "Retry-After")

    def begin(self, status=200, kind="text/event-stream; charset=utf-8", **more):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in more.items():
            self.send_header(name.replace("_", "-"), value)
        self.cors()
        self.end_headers()

    def refuse(self, status):
        more = {"Retry_After": "7"} if status == 429 else {}
        self.begin(status, "application/json", **more)
        self.wfile.write(json.dumps({"error": {"message": "<b>no</b> such luck"}}).encode())

    def answer_odd(self):
        self.begin()
        body = events()
        for n in range(0, len(body), 7):  # cuts syllables, line ends and JSON anywhere
            self.wfile.write(body[n : n + 7])
            self.wfile.flush()

    def answer_whole(self):
        self.begin(kind="application/json")
        self.wfile.write(json.dumps({"choices": [{"message": {"content": ANSWER}}]}).encode())

    def answer_length(self):
        self.begin()
        self.wfile.write(events("length"))

    def answer_broken(self):
        self.begin()
        self.wfile.write(events()[:400])

    def answer_reset(self):
        self.begin(Content_Length="100000")
        self.wfile.write(events()[:400])

    def answer_html(self):
        self.begin(kind="text/html")
        self.wfile.write(b"<html><script>alert(1)</script>Please log in")

    def answer_garbled(self):
        self.begin()
        self.wfile.write(b"data: not json\n\n")

    def answer_error(self):
        self.begin()
        self.wfile.write((chunk("half") + 'data: {"error": {"message": "out of memory"}}\n\n').encode())

    def answer_nothing(self):
        self.begin()
        self.wfile.write(b"data: [DONE]\n\n")

    def answer_redirect(self):
        self.begin(307, Location="http://127.0.0.1:9/")

    def answer_slow(self):
        self.begin()
        try:
            for _ in range(200):
                self.wfile.write(chunk("word ").encode())
                self.wfile.flush()
                self.server.pause.wait(0.05)
        except OSError:
            self.server.left.set()

    def answer_silent(self):
        self.server.pause.wait(20)

    def log_message(self, *_):
        pass


@contextmanager
def double(*, allows):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Double)
    server.allows, server.asked = allows, []
    server.pause, server.left = threading.Event(), threading.Event()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.pause.set()
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def open_server():
    with double(allows=True) as server:
        yield server


@pytest.fixture(scope="module")
def shut_server():
    with double(allows=False) as server:
        yield server


@pytest.fixture(scope="module")
def sending_site(root, course, tmp_path_factory, open_server, shut_server):
    """A site whose installer named two servers, a browser's page away."""
    addresses = [f"http://127.0.0.1:{server.server_port}/v1" for server in (open_server, shut_server)]
    folder = tmp_path_factory.mktemp("sending") / "site"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "COURSE_LLM", ",".join(addresses))
        patch.setitem(os.environ, "COURSE_LLM_MODEL", "odd")
        assert build_site(root, course, folder)
        with served(folder) as address:
            yield folder, address


@pytest.fixture
def tab(chromium, sending_site):
    context = chromium.new_context()
    context.set_default_timeout(5000)
    yield Visit(context.new_page(), sending_site[1])
    context.close()


@pytest.fixture(scope="module")
def words(course):
    return lambda key, language="en", **values: course.labs["send"].words[key][language].format(**values)


def room(page):
    return page.locator("#lab-send")


def send(page, model, prompt="Write a reply."):
    box = room(page)
    box.locator("input[type=text]").fill(model)
    box.locator("textarea").fill(prompt)
    box.locator(".md-button--primary:visible").click()
    return box


def said(words, key, **values):
    return (
        words(key, **{"host": "{host}", "model": "{model}", "status": "{status}", **values})
        .split("{")[0]
        .strip()[:60]
    )


@EDITIONS
def test_an_answer_streams_in_with_the_keyboard_alone_whatever_the_chunks(tab, open_server, words, edition):
    language = "ko" if edition else "en"
    page = tab.open(edition + SEND)
    box = room(page)
    box.locator("input[type=password]").fill("sk-secret-x")
    box.locator("textarea").focus()
    page.keyboard.type("민원 답변 초안")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    box.get_by_text(words("done", language, count=len(ANSWER))).wait_for()

    assert box.locator("[data-send-answer]").evaluate("e => e.textContent") == ANSWER
    assert page.evaluate("document.activeElement.textContent") == words("answer", language)
    path, headers, asked = open_server.asked[-1]
    assert path == "/v1/chat/completions"
    assert asked == {
        "model": "odd",
        "stream": True,
        "messages": [{"role": "user", "content": "민원 답변 초안"}],
    }
    assert headers["Authorization"] == "Bearer sk-secret-x"
    assert not {"Cookie", "Referer"} & set(headers)
    assert tab.errors == []


def test_the_key_is_kept_nowhere(tab):
    page = tab.open(SEND)
    room(page).locator("input[type=password]").fill("sk-secret")
    send(page, "whole").get_by_text("The answer is complete").wait_for()

    kept = page.evaluate(
        "JSON.stringify([{...localStorage}, {...sessionStorage}, location.href, document.cookie])"
    )
    assert "sk-secret" not in kept
    assert "Write a reply" not in kept
    page.reload()
    assert room(page).locator("input[type=password]").input_value() == ""


def test_a_refusal_says_what_to_do(tab, words):
    page = tab.open(SEND)
    for status, name in STATUSES.items():
        box = send(page, status)
        box.get_by_text(said(words, f"trouble_{name}", status=status)).wait_for()
        assert "<b>no</b> such luck" in box.inner_text()  # as text, not as mark-up
    send(page, "429").get_by_text(words("trouble_busy_wait", seconds=7)).wait_for()


def test_an_answer_that_goes_wrong_is_told_apart(tab, words):
    page = tab.open(SEND)
    for model, key in WRONG.items():
        send(page, model).get_by_text(said(words, key)).wait_for()


def test_a_server_that_allows_no_pages_is_explained_by_its_likely_causes(tab, words):
    page = tab.open(SEND)
    room(page).locator("select").select_option(index=1)
    notice = send(page, "whole")
    notice.get_by_text(said(words, "trouble_unreachable")).wait_for()

    assert "CORS" in notice.inner_text()
    assert tab.base.split("/")[2] in notice.inner_text()


def test_stopping_ends_the_connection_and_keeps_what_came(tab, open_server, words):
    page = tab.open(SEND)
    notice = send(page, "slow")
    page.get_by_text("word word").wait_for()
    page.keyboard.press("Enter")  # the focus is on Stop
    notice.get_by_text(words("stopped")).wait_for()

    assert open_server.left.wait(5)
    assert "word" in room(page).locator("[data-send-answer]").inner_text()


def test_a_server_that_says_nothing_is_given_up(tab, words):
    tab.page.clock.install()
    page = tab.open(SEND)
    notice = send(page, "silent")
    page.clock.fast_forward(61_000)
    notice.get_by_text(words("trouble_timeout")).wait_for()


def test_personal_data_do_not_leave_unseen(tab, open_server, words):
    page = tab.open(SEND)
    before = len(open_server.asked)
    notice = send(page, "whole", "주민등록번호 850101-1234560")
    notice.get_by_text(words("blocked")).wait_for()
    assert notice.locator("[type=checkbox]").count() == 0  # cannot be ticked away

    notice = send(page, "whole", "Call Mr Lee on 010-0000-1234.")
    notice.get_by_text(words("ask")).wait_for()
    assert len(open_server.asked) == before
    for box in notice.locator("[type=checkbox]").all():
        box.check()
    room(page).locator(".md-button--primary:visible").click()
    notice.get_by_text("The answer is complete").wait_for()
    assert len(open_server.asked) == before + 1

    notice = send(page, "whole", "Call 010-0000-1234.").locator(".lab-send__notice")
    notice.get_by_role("button").click()
    assert "010-0000-1234" not in room(page).locator("textarea").input_value()


def test_the_prompt_is_taken_from_the_workbench(tab):
    page = tab.open(SEND)
    bench = page.locator("#lab-prompt-rules")
    bench.locator("textarea").first.fill("Write a notice.")
    room(page).locator("button").filter(has_text="workbench").click()

    assert room(page).locator("textarea").input_value() == "[Task]\nWrite a notice."


def test_no_other_page_reaches_the_server(tab, sending_site, open_server):
    folder, _ = sending_site
    page = tab.open("labs/prompt/index.html")
    address = f"http://127.0.0.1:{open_server.server_port}/v1"
    reached = page.evaluate(f"fetch('{address}').then(() => true, () => false)")

    assert not reached
    for file in folder.rglob("*.html"):
        is_send = file.parent.name == "send"
        assert (str(open_server.server_port) in file.read_text("utf-8")) is is_send
        assert (f"{POLICY}; connect-src" in file.read_text("utf-8").replace("&#39;", "'")) is is_send


def test_from_a_folder_nothing_is_sent(chromium, sending_site, words):
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.goto(f"{sending_site[0].as_uri()}/{SEND}")
    text = room(page).inner_text()
    context.close()

    assert words("folder") in text


def test_the_page_has_no_violation(tab, axe):  # noqa: F811
    page = tab.open(SEND)
    send(page, "whole", "Call Mr Lee on 010-0000-1234.").locator("[type=checkbox]").first.wait_for()

    assert violations(page, axe) == []
