"""What the page that sends asks and understands, without a browser."""

import json
import random

import pytest


@pytest.fixture(scope="module")
def call(engine):
    return engine("send").call


STREAM = ": hello\r\ndata: one\r\n\r\ndata:two\ndata: lines\n\nevent: x\rdata: 셋\r\rdata: [DONE]\n\n"
EVENTS = ["one", "two\nlines", "셋", "[DONE]"]


@pytest.fixture(scope="module")
def stream(engine, tmp_path_factory):
    """Reads a stream cut into pieces, in Node."""
    file = tmp_path_factory.mktemp("send") / "engine.js"
    file.write_text(
        "const streamEngine = (() => ({ read: (pieces) => {"
        " const events = sendEngine.events();"
        " return [...pieces.flatMap((each) => events.push(each)), ...events.end()]; } }))();",
        "utf-8",
    )
    from tests.labs.conftest import LABS, Engine  # noqa: PLC0415 - only here

    opened = Engine([LABS / "send" / "engine.js", file])
    yield lambda pieces: opened.call("streamEngine.read", pieces)
    opened.close()


def test_a_stream_is_read_alike_wherever_it_is_cut(stream):
    chance = random.Random(4)  # noqa: S311 - the same cuts each time
    assert stream(list(STREAM)) == EVENTS
    for _ in range(50):
        cuts = sorted(chance.sample(range(len(STREAM)), 6))
        pieces = [STREAM[a:b] for a, b in zip([0, *cuts], [*cuts, len(STREAM)], strict=True)]
        assert stream(pieces) == EVENTS


def test_a_last_event_needs_no_empty_line_but_a_cut_one_is_none(stream):
    assert stream(["data: [DONE]"]) == ["[DONE]"]
    assert stream(['data: {"choices": [']) == []


@pytest.mark.parametrize(
    ("event", "text", "ends", "trouble"),
    [
        ({"choices": [{"delta": {"content": "가"}}]}, "가", "", ""),
        ({"choices": [{"delta": {}, "finish_reason": "length"}]}, "", "length", ""),
        ({"choices": [{"message": {"content": "all"}, "finish_reason": "stop"}]}, "all", "stop", ""),
        ({"choices": []}, "", "", ""),
        ({"choices": [{"delta": {"content": ["no", "text"]}}]}, "", "", ""),
        ({"error": {"message": "x"}}, "", "", "server"),
        (None, "", "", "garbled"),
        ("text", "", "", "garbled"),
    ],
)
def test_a_piece_brings_text_an_end_or_a_trouble(call, event, text, ends, trouble):
    found = call("sendEngine.piece", json.dumps(event))

    assert (found["text"], found["ends"], found["trouble"]) == (text, ends, trouble)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7),
        ("Thu, 01 Jan 1970 00:01:00 GMT", 60),
        ("0", 0),
        ("-3", 0),
        ("soon", 0),
        ("", 0),
        (None, 0),
        ("99999999", 0),
    ],
)
def test_retry_after_is_understood_as_a_number_or_a_date(call, header, seconds):
    assert call("sendEngine.patience", header, 0) == seconds


@pytest.mark.parametrize(
    ("protocol", "server", "kind"),
    [
        ("https:", "http://llm.internal/v1", "mixed"),
        ("https:", "http://127.0.0.1:8000/v1", "loopback"),
        ("https:", "http://localhost", "loopback"),
        ("https:", "http://[::1]:8000/v1", "loopback"),
        ("https:", "http://127.0.0.1.example.org/v1", "mixed"),
        ("https:", "http://localhost.example.org/v1", "mixed"),
        ("https:", "https://llm.internal/v1", ""),
        ("https:", "/llm", ""),
        ("http:", "http://llm.internal/v1", ""),
    ],
)
def test_mixed_content_is_told_before_sending(call, protocol, server, kind):
    assert call("sendEngine.mixed", protocol, server) == kind


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (401, "key"),
        (403, "forbidden"),
        (404, "notfound"),
        (429, "busy"),
        (400, "refused"),
        (500, "server"),
        (504, "timeout"),
    ],
)
def test_every_status_has_a_name_and_every_name_has_words(call, course, status, name):
    assert call("sendEngine.trouble", status) == name
    assert f"trouble_{name}" in course.labs["send"].words


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"error": {"message": "no"}}, "no"),
        ({"error": "no"}, "no"),
        ({"detail": [{"msg": "no"}]}, "no"),
        ({"message": "no"}, "no"),
        ({"error": {"message": "n" * 999}}, "n" * 300),
        (None, ""),
        (7, ""),
    ],
)
def test_what_a_server_says_of_its_trouble_is_found(call, body, said):
    assert call("sendEngine.detail", body) == said


def test_only_what_blocks_stops_a_prompt(call):
    found = [{"severity": "block"}, {"severity": "mask"}, {"severity": "look"}]
    assert call("sendEngine.gate", found) == {"block": found[:1], "ask": found[1:]}
