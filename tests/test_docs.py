"""The docs say what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from netprep.cli import COMMANDS
from netprep.model.rules import KEYS, Category, RuleKind

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_command_named_in_the_docs_exists() -> None:
    for page in PAGES:
        for name in re.findall(r"`netprep ([a-z][a-z-]*)", page.read_text(encoding="utf-8")):
            assert name in COMMANDS, f"{page.name}: {name}"


def test_the_readmes_sessions_print_what_the_program_prints(netprep) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    titles = ("## The first five minutes", "## Before the next event")
    sessions = "".join(text.split(title)[1].split("```")[1] for title in titles)
    about = "I see to it that people in short jobs are paid on Fridays. What keeps you busy?"
    netprep("me", "--name", "Alex Reyes", "--about", about, "--give-back", "My first race ended at a bus stop.")
    for block in re.split(r"^\$ netprep ", sessions, flags=re.MULTILINE)[1:]:
        command, _, expected = block.partition("\n")
        arguments = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', command)]
        if arguments[0] == "init":
            continue
        arguments = [argument for argument in arguments if argument != "--copy"]
        done = netprep(*arguments, today="2026-11-17T09:00", width=400)
        assert expected.strip() == done.stdout.strip()


def test_the_readmes_check_prints_what_the_program_prints(
    netprep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = (ROOT / "README.md").read_text(encoding="utf-8").split("## Any text of yours")[1].split("```")[1]
    monkeypatch.chdir(tmp_path)
    Path("letter.txt").write_text(f"{session.splitlines()[2]}\n", encoding="utf-8")
    done = netprep("check", "letter.txt", width=400, code=1)
    assert done.stdout.strip() == session.strip().partition("\n")[2]


def test_the_rules_in_the_docs_hold_to_their_examples(netprep) -> None:
    folder = netprep.home / "rules"
    folder.mkdir(parents=True)
    blocks = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "rules.md").read_text(encoding="utf-8"), re.DOTALL)
    for number, block in enumerate(blocks):
        (folder / f"{number}.yml").write_text(block, encoding="utf-8")
    codes = [each["rule"] for each in netprep("rules", "list", "--format", "json").json["rules"]]
    assert [f"HOUSE-{number + 1}" in codes for number in range(len(blocks))] == [True, True]


def test_every_key_and_kind_of_a_rule_is_described() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    for name in (*RuleKind, *Category, *(key for keys in KEYS.values() for key in keys)):
        assert re.search(rf"`[^`]*\b{name}\b[^`]*`", page), name


def test_the_hook_for_pre_commit_calls_check_as_its_manifest_format_says(netprep) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert set(hook) <= {"id", "name", "description", "entry", "language", "types", "files", "args", "pass_filenames"}
    assert (hook["id"], hook["language"], hook["types"]) == ("netprep-check", "python", ["text"])
    assert hook["entry"].split() == ["netprep", "check"]
    wanted = re.compile(hook["files"])
    for path, is_read in {
        "a/b.msg": True,
        "letters/to-ana.txt": True,
        "src/messages/x.md": True,
        "README.md": False,
    }.items():
        assert bool(wanted.search(path)) is is_read


def test_the_project_speaks_of_itself_alone() -> None:
    forbidden = re.compile(r"/work/|\.\./shared|/tmp/venv|pypi\.org|registry\.npmjs|deb\.debian")
    for path in subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split():
        file = ROOT / path
        if file.suffix in (".py", ".md", ".toml", ".yaml", ".j2", ".sql") and file.name != "test_docs.py":
            assert not forbidden.search(file.read_text(encoding="utf-8")), path
