"""Nothing is sent anywhere unless the installer named a server, and then only from one page."""

import pytest
from mkdocs.exceptions import PluginError

from scripts.site import approved
from scripts.site.policy import POLICY


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("", ()),
        (" , ", ()),
        ("https://llm.example.go.kr/v1", ("https://llm.example.go.kr/v1",)),
        ("https://llm.example.go.kr/v1/, /llm/", ("https://llm.example.go.kr/v1", "/llm")),
        ("http://127.0.0.1:8000/v1", ("http://127.0.0.1:8000/v1",)),
        ("http://[::1]:8000/v1", ("http://[::1]:8000/v1",)),
        ("http://localhost/v1,http://localhost/v1", ("http://localhost/v1",)),
    ],
)
def test_a_server_is_named_by_its_address(setting, found):
    assert approved.servers({"COURSE_LLM": setting}) == found


@pytest.mark.parametrize(
    "setting",
    [
        "http://llm.example.go.kr/v1",
        "http://127.0.0.1.example.org/v1",
        "https://user:secret@llm.example.go.kr/v1",
        "https://llm.example.go.kr/v1?key=secret",
        "https://llm.example.go.kr/v1; script-src *",
        "https://*.example.go.kr",
        "https:",
        "https:///v1",
        "https://llm:port/v1",
        "ftp://llm.example.go.kr",
        "javascript:alert(1)",
        "//llm.example.go.kr/v1",
        "/llm/../admin",
        "llm.example.go.kr",
        "'self'",
        "https://[bad/v1",
    ],
)
def test_an_address_that_could_open_more_than_a_server_stops_the_build(setting):
    with pytest.raises(PluginError, match="COURSE_LLM"):
        approved.servers({"COURSE_LLM": setting})


def test_a_model_is_named_by_plain_signs():
    assert approved.model({"COURSE_LLM_MODEL": "org/model-7b:q4"}) == "org/model-7b:q4"
    assert approved.model({}) == ""
    with pytest.raises(PluginError):
        approved.model({"COURSE_LLM_MODEL": 'x"><script>'})


def test_only_the_page_that_sends_gets_another_policy(monkeypatch):
    monkeypatch.setenv("COURSE_LLM", "https://llm.example.go.kr/v1,/llm/")

    assert approved.frame_of("docs/labs/prompt.md") == {}
    assert (
        approved.frame_of(approved.PAGE)["policy"]
        == f"{POLICY}; connect-src https://llm.example.go.kr 'self'"
    )
    assert f"{POLICY}; connect-src 'self' https://llm.example.go.kr; frame-ancestors" in approved.headers()


def test_without_a_server_the_site_has_no_such_page_script_or_address(site):
    assert approved.host_policy() == POLICY
    names = [file.relative_to(site).as_posix() for file in site.rglob("*.*")]
    assert not [name for name in names if "send" in name.lower()]
    for file in site.rglob("*.*"):
        if file.suffix in (".html", ".js", ".xml", "") or file.name == "_headers":
            text = file.read_text("utf-8")
            assert "connect-src" not in text, file
            assert "course-llm" not in text, file
            assert "chat/completions" not in text, file
