"""An earlier state of the course is read with the same eyes as the one on disk."""

import subprocess
import tarfile

import pytest

from scripts.content.load import load_course
from scripts.content.revisions import UnknownRevision, _is_plain, changed_files, course_at


def test_the_course_is_read_as_it_was_committed(good, commit):
    before = load_course(good)
    commit(good)
    (good / "modules/course.yml").write_text("id: another\n", "utf-8")

    course = course_at(good, "HEAD")

    assert course.id == "tiny-course"
    assert course.modules["first-letter"].banks == before.modules["first-letter"].banks
    assert course.problems == ()


def test_a_course_may_stand_below_the_repository_s_folder(good, commit):
    (good.parent / "docs").mkdir()
    (good.parent / "docs/index.md").write_text("Of something else.\n", "utf-8")
    commit(good.parent)

    course = course_at(good, "HEAD")

    assert list(course.modules) == ["first-letter"]
    assert course.pages["docs/index.md"].title == "Home"


def test_a_room_that_was_not_there_yet_is_no_obstacle(good, commit):
    commit(good, "docs", "modules")

    assert [bank for _, bank in course_at(good, "HEAD").banks()] == []


@pytest.mark.parametrize("target", ["/etc", "../../..", "about.md", "."])
def test_links_of_an_earlier_state_are_not_followed(good, commit, target):
    (good / "docs/link.md").symlink_to(target)
    (good / "modules/desk/other").symlink_to(target)
    commit(good)

    course = course_at(good, "HEAD")

    assert list(course.modules) == ["first-letter"]
    assert "docs/link.md" not in course.pages


def test_a_repository_within_is_an_empty_folder(good, commit):
    inner = good / "docs/inner"
    inner.mkdir()
    (inner / "page.md").write_text("---\nsummary: x\n---\n# X\n", "utf-8")
    commit(inner)
    words = ["git", "-C", str(good), "-c", "advice.addEmbeddedRepo=false"]
    subprocess.run([*words, "init"], check=True, capture_output=True)
    subprocess.run([*words, "add", "."], check=True, capture_output=True)
    subprocess.run([*words, "commit", "-m", "With another inside"], check=True, capture_output=True)

    assert "docs/inner/page.md" not in course_at(good, "HEAD").pages


@pytest.mark.parametrize("name", ["../out", "docs/../../out", "/docs/out", "other/page.md", "docs/x/.."])
def test_what_would_be_unpacked_elsewhere_is_left_out(name):
    assert not _is_plain(tarfile.TarInfo(name))
    assert _is_plain(tarfile.TarInfo("docs/page.md"))


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_only_files_and_folders_are_unpacked(kind):
    member = tarfile.TarInfo("docs/page.md")
    member.type = kind

    assert not _is_plain(member)


@pytest.mark.parametrize("revision", ["nowhere", "", "-x", "--output=x", "HEAD~9", "HEAD:docs", "a b", "\n"])
def test_a_revision_that_git_does_not_know_is_told(good, commit, revision):
    commit(good)

    with pytest.raises(UnknownRevision):
        course_at(good, revision)

    assert not list(good.rglob("x*"))


def test_a_folder_without_git_is_told(good):
    with pytest.raises(UnknownRevision):
        course_at(good, "HEAD")


def test_a_machine_without_git_is_told(good, monkeypatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(UnknownRevision):
        course_at(good, "HEAD")


def test_files_that_differ_are_named_as_git_sees_them(good, commit):
    for name in ("gone.svg", "kept.svg", "other.svg"):
        (good / "modules" / name).write_text("<svg/>", "utf-8")
    (good / "elsewhere.txt").write_text("x", "utf-8")
    commit(good)
    (good / "modules/gone.svg").unlink()
    (good / "modules/other.svg").write_text("<svg />", "utf-8")
    (good / "modules/새 그림.svg").write_text("<svg/>", "utf-8")
    (good / "elsewhere.txt").write_text("y", "utf-8")

    assert sorted(changed_files(good, "HEAD")) == [
        ("A", "modules/새 그림.svg"),
        ("D", "modules/gone.svg"),
        ("M", "modules/other.svg"),
    ]


def test_files_of_an_unknown_revision_are_asked_in_vain(good):
    with pytest.raises(UnknownRevision):
        changed_files(good, "nowhere")
