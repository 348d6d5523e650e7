"""The commands: what they print, where, and the exit code that other programs go by."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.checks import every_rule, name
from scripts.cli import main
from scripts.commands.showing import is_sound
from scripts.content.load import load_course

LESSON = "modules/desk/first-letter/index.md"
BANK = "quizzes/desk/first-letter.md"
LINE = re.compile(r"(?P<path>[\w./-]+):(?P<line>[1-9]\d*): (error|warning): .+ \[[a-z-]+\]")


@pytest.fixture
def course(capsys):
    """Runs a command in a course's folder: its exit code, and the lines that it printed."""

    def run(root, *words):
        code = main(["--root", str(root), *words])
        return code, capsys.readouterr().out.splitlines()

    return run


def replace(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def accept_all(course, root):
    course(root, "translation", "accept", *course(root, "translation", "list")[1])


def test_a_good_course_passes(good, course):
    assert course(good, "check") == (0, ["1 modules, 8 questions in all languages: 0 errors, 0 warnings"])


def test_every_problem_is_told_at_once_with_its_line_and_the_way_to_mend_it(lay, course):
    code, lines = course(lay("questions-are-well-formed"), "check")

    problems, hints = lines[:-1:2], lines[1:-1:2]
    assert code == 1
    assert len(problems) > 15
    assert all(LINE.fullmatch(line) for line in problems)
    assert all(line.startswith("    hint: ") for line in hints)


@pytest.mark.parametrize("case", ["heads-are-complete", "links-lead-somewhere", "every-option-says-why"])
def test_problems_come_in_the_order_of_files_and_lines(lay, course, case):
    _, lines = course(lay(case), "check")

    places = [(found["path"], int(found["line"])) for found in map(LINE.match, lines) if found]
    assert len(places) > 2
    assert places == sorted(places)


def test_a_problem_looks_as_editors_know_it(lay, course):
    _, lines = course(lay("needs-come-first"), "check")

    assert lines == [
        f"{LESSON}:1: error: needs itself by a detour [needs-come-first]",
        "    hint: take one of the modules out of “needs”",
        f"{LESSON}:1: error: needs “last-letter”, which is no module [needs-come-first]",
        "    hint: name a module, or take it out",
        "1 modules, 8 questions in all languages: 2 errors, 0 warnings",
    ]


def test_warnings_alone_do_not_fail(lay, course):
    code, lines = course(lay("translations-are-fresh"), "check")

    assert code == 0
    assert lines[-1].endswith("0 errors, 2 warnings")


def test_an_empty_folder_is_no_course(tmp_path, course):
    code, lines = course(tmp_path, "check")

    assert code == 1
    assert lines[0] == "modules/course.yml:1: error: no course here [files-can-be-read]"


def test_a_course_in_ruins_is_told_without_a_traceback(good):
    for file in good.rglob("*.md"):
        file.write_bytes(file.read_bytes()[::-1])
    command = [sys.executable, "-m", "scripts", "--root", str(good), "check"]

    done = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, check=False)

    assert done.returncode == 1
    assert done.stderr == b""
    assert done.stdout.decode().count("error:") > 10


def test_whoever_reads_only_the_first_line_gets_no_traceback(lay):
    command = [sys.executable, "-m", "scripts", "--root", str(lay("questions-are-well-formed")), "check"]
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as told:
        told.stdout.readline()
        told.stdout.close()

        assert told.stderr.read() == b""


def test_the_rules_are_listed_as_sentences(good, course):
    code, lines = course(good, "rules")

    assert code == 0
    assert [line.partition(": ")[0] for line in lines] == [name(rule) for rule in every_rule()]
    assert all(line.endswith(".") for line in lines)


def test_an_unknown_command_is_a_wrong_call(good, course):
    with pytest.raises(SystemExit) as error:
        course(good, "chekc")

    assert error.value.code == 2


@pytest.mark.parametrize("revision", ["nowhere", "-x", "HEAD~1"])
def test_a_revision_that_git_does_not_know_is_a_wrong_call(good, commit, capsys, revision):
    commit(good)

    assert main(["--root", str(good), "check", f"--base={revision}"]) == 2
    assert capsys.readouterr() == ("", f"git knows no revision “{revision}” here\n")


def change_the_key(root):
    for file, right, wrong in ((BANK, "Look", "Send"), ("quizzes/desk/first-letter.ko.md", "대장", "오늘")):
        replace(root / file, f"- [x] {right}", f"- [ ] {right}")
        replace(root / file, f"- [ ] {wrong}", f"- [x] {wrong}")


def test_a_changed_key_without_an_edition_fails(good, commit, course):
    commit(good)
    change_the_key(good)
    accept_all(course, good)

    code, lines = course(good, "check", "--base", "HEAD")

    assert code == 1
    assert lines[0].startswith(f"{BANK}:7: error: unknown-by-law: the key changed, the edition is still 1 [")
    assert lines[1] == "    hint: write data-edition=2 in its heading, in every language"


def test_a_changed_key_with_an_edition_passes(good, commit, course):
    commit(good)
    change_the_key(good)
    for file in (BANK, "quizzes/desk/first-letter.ko.md"):
        replace(good / file, "#unknown-by-law", "#unknown-by-law data-edition=2")
    accept_all(course, good)

    assert course(good, "check", "--base", "HEAD")[0] == 0


def test_a_mended_typo_and_options_in_another_order_pass(good, commit, course):
    commit(good)
    office = "- [x] The office that sent it. { #office }\n> The office signed it.\n"
    replace(good / BANK, office, "")
    replace(good / BANK, "> The resident only read it.\n", f"> The resident has only read it.\n{office}")
    korean = "- [x] 보낸 기관입니다. { #office }\n> 기관이 서명했습니다.\n"
    replace(good / "quizzes/desk/first-letter.ko.md", korean, "")
    replace(
        good / "quizzes/desk/first-letter.ko.md",
        "> 주민은 읽었을 뿐입니다.\n",
        f"> 주민은 읽었을 뿐입니다.\n{korean}",
    )
    accept_all(course, good)

    assert course(good, "check", "--base", "HEAD")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ["module", "desk", "second-letter", "--title", "The second letter", "--title-ko", "둘째 편지"],
        ["question", "first-letter", "second-look", "--objective", "o1", "--section", "idea-guess"],
        ["source", "kor-a-100"],
        ["strand-page", "post", "--title", "The post"],
    ],
    ids=lambda words: words[0],
)
def test_what_is_new_has_its_parts_and_the_check_names_what_is_to_fill(lectured, course, words):
    good = lectured
    code, lines = course(good, "new", *words)
    files = [line for line in lines if line.endswith((".md", ".yml"))]
    assert code == 0
    assert files
    assert all((good / line).is_file() for line in files)
    assert lines[-1].endswith("“course check” names every place to fill (✎)")

    code, told = course(good, "check")

    assert code == 1
    assert {line.split(":")[0] for line in told if " error: " in line} <= set(files)
    assert all(line.endswith("[nothing-is-left-to-fill]") for line in told if " error: " in line)


def test_what_is_unfinished_can_be_served_but_not_built(good, course):
    course(good, "new", "source", "kor-a-100")

    assert not is_sound(load_course(good))
    assert is_sound(load_course(good), but="nothing-is-left-to-fill")


def test_a_module_that_exists_is_not_overwritten(good, course):
    before = (good / LESSON).read_bytes()

    assert course(good, "new", "module", "desk", "first-letter")[0] == 2
    assert (good / LESSON).read_bytes() == before


def test_stale_translations_are_listed_and_accepted_one_by_one(good, course):
    assert course(good, "translation", "list") == (0, [])
    for file in (LESSON, "docs/about.md"):
        replace(good / file, "\n# ", "\n# New: ")
    stale = ["docs/about.ko.md", "modules/desk/first-letter/index.ko.md"]
    assert course(good, "translation", "list") == (0, stale)

    assert course(good, "translation", "accept", stale[0])[0] == 0

    assert course(good, "translation", "list") == (0, stale[1:])


def test_what_is_no_translation_is_told_and_the_others_are_accepted(good, capsys):
    replace(good / "docs/about.md", "# About", "# About us")

    assert main(["--root", str(good), "translation", "accept", "docs/about.md", "docs/about.ko.md"]) == 2

    assert capsys.readouterr().err == "docs/about.md is no translation of the course\n"
    assert main(["--root", str(good), "check"]) == 0
    assert capsys.readouterr().out.endswith("0 errors, 0 warnings\n")


@pytest.mark.parametrize(
    ("strand", "module"), [("desk", "../away"), ("desk", "Two Words"), ("nowhere", "good-name")]
)
def test_new_module_refuses_what_is_no_id_and_no_strand(good, capsys, strand, module):
    before = sorted(good.rglob("*"))

    assert main(["--root", str(good), "new", "module", strand, module]) == 2
    assert sorted(good.rglob("*")) == before
    assert "“" in capsys.readouterr().err


def test_accept_wants_to_know_which_files(good, capsys):
    assert main(["--root", str(good), "translation", "accept"]) == 2
    assert "name the files" in capsys.readouterr().err


def test_fix_shows_what_it_would_change_and_writes_only_when_told(good, course):
    replace(good / BANK, "- [ ] Send", "* [ ] Send")
    before = (good / BANK).read_bytes()

    for words in ([], ["--check"], ["--check", "--yes"]):
        code, lines = course(good, "fix", *words)

        assert code == 1
        assert "-* [ ] Send the letter today. { #send-it }" in lines
        assert "+- [ ] Send the letter today. { #send-it }" in lines
        assert lines[-1].startswith("1 files to fix, nothing written")
        assert (good / BANK).read_bytes() == before

    assert course(good, "fix", "--yes")[0] == 0
    assert course(good, "check")[0] == 0
    assert course(good, "fix", "--check") == (0, ["nothing to fix"])


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("", 1), ("no", 1), (None, 1)])
def test_fix_asks_only_at_a_terminal(good, course, monkeypatch, answer, code):
    def told(_):
        if answer is None:
            raise EOFError
        return answer

    (good / BANK).write_bytes((good / BANK).read_bytes() + b"\n")
    monkeypatch.setattr("builtins.input", told)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)

    assert course(good, "fix")[0] == code
    assert course(good, "fix", "--check")[0] == code


def test_fix_of_a_path_without_texts_is_a_wrong_call(good, capsys):
    assert main(["--root", str(good), "fix", "nowhere"]) == 2
    assert capsys.readouterr().err == "no text of the course at nowhere\n"


def test_schemas_are_written_where_the_editor_looks(good, course):
    code, lines = course(good, "schemas")

    assert code == 0
    assert ".vscode/schemas/sources.json" in lines
    assert all((good / line).is_file() for line in lines)


def test_a_build_never_erases_a_folder_that_is_no_site(tmp_path, capsys):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "kept.txt").write_text("kept", "utf-8")
    root = Path(__file__).parents[1]

    assert main(["--root", str(root), "--site", str(folder), "build"]) == 2
    assert (folder / "kept.txt").exists()
    assert "holds something else" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["github", "json", "sarif"])
def test_what_programs_read_stands_alone_and_the_sum_beside_it(lay, capsys, written):
    root = lay("needs-come-first")

    assert main(["--root", str(root), "check", "--format", written]) == 1
    out, err = capsys.readouterr()
    assert err == "1 modules, 8 questions in all languages: 2 errors, 0 warnings\n"
    assert out.startswith("::error " if written == "github" else "{")


def test_a_rule_is_explained_with_what_it_finds_here(lay, course):
    code, lines = course(lay("needs-come-first"), "check", "--explain", "needs-come-first")

    assert code == 0
    assert lines[0] == "needs-come-first"
    assert "Here it finds 2:" in lines


def test_an_unknown_rule_is_a_wrong_call_that_names_the_nearest(good, capsys):
    assert main(["--root", str(good), "check", "--explain", "needs-come-frist"]) == 2
    assert "did you mean needs-come-first" in capsys.readouterr().err


def test_the_pages_of_the_rules_are_written(good, course):
    (good / "docs").mkdir(exist_ok=True)

    assert course(good, "rules", "--write") == (0, ["docs/rules.md", "docs/rules.ko.md"])
    assert "# Rules" in (good / "docs/rules.md").read_text("utf-8")


def test_a_report_is_written_as_a_page_and_as_a_summary(good, commit, course):
    commit(good)
    change_the_key(good)

    code, lines = course(good, "report", "--base", "HEAD", "--today", "2026-11-24", "--markdown")

    assert code == 0
    assert "# Report on the course" in lines
    assert "- Question unknown-by-law: the key changed: another answer is right" in lines
    assert (good / "dist/report.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_report_on_an_unknown_revision_is_a_wrong_call(good, commit, course):
    commit(good)

    assert course(good, "report", "--base", "nowhere")[0] == 2
    assert not (good / "dist").exists()
