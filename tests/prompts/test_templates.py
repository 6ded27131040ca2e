"""Templates: look-up in layers, errors with file and line, and data that stays data."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netprep.errors import NotFound, TemplateError
from netprep.model.plan import MoveName
from netprep.prompts import Layer, TemplateLibrary, builtin_folder
from netprep.writers.template import template_of

FRONT = "---\nabout: a test\n---\n"


def library(tmp_path: Path, **templates: str) -> TemplateLibrary:
    for name, text in templates.items():
        path = tmp_path / "followup" / f"{name}.j2"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return TemplateLibrary((Layer("yours", tmp_path), Layer("netprep", builtin_folder())))


def rendered(templates: TemplateLibrary, name: str, **values: object) -> list[str]:
    return [templates.render(phrasing, values) for phrasing in templates.fragment(name).phrasings]


def test_a_users_file_replaces_the_built_in_one_and_the_list_says_so(tmp_path: Path) -> None:
    templates = library(tmp_path, closing=FRONT + "Take your time.\n")
    assert rendered(templates, "followup/closing") == ["Take your time."]
    info = templates.info("followup/closing")
    assert info.owner == "yours"
    assert info.shadows == (builtin_folder() / "followup" / "closing.j2",)


def test_a_users_file_can_add_to_the_built_in_phrasings(tmp_path: Path) -> None:
    text = "---\nabout: more\nextends: true\n---\nTake your time.\n"
    templates = library(tmp_path, closing=text)
    assert rendered(templates, "followup/closing")[0] == "Take your time."
    assert "No need to reply." in rendered(templates, "followup/closing")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (FRONT + "Fine.\n---\n{{ nobody }}\n", 6, "nobody"),
        (FRONT + "{% if %}\n", 4, ""),
        (FRONT + "One\n{{ 'x'.nothing.more }}\n", 5, ""),
        (FRONT + "{{ ''.__class__.__mro__ }}\n", 4, ""),
        (FRONT + "{{ 1 / 0 }}\n", 4, "zero"),
        (FRONT + "{{ 'a' | no_such_filter }}\n", 4, "no_such_filter"),
        (FRONT + "{% include 'followup/anchor' %}\n", 4, ""),
        ("no front matter\n", 1, "front matter"),
        ("---\nabout: [\n---\nx\n", 2, ""),
        ("---\nabuot: x\n---\nx\n", 2, "abuot"),
        ("---\nabout: x\nvalues: 3\n---\nx\n", 2, ""),
    ],
)
def test_a_broken_template_is_named_with_file_line_and_what_to_do(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    templates = library(tmp_path, anchor=text)

    def use() -> None:
        assert templates.fragment("followup/anchor").front
        rendered(templates, "followup/anchor", anchor="x")

    with pytest.raises(TemplateError) as broken:
        use()
    assert f"anchor.j2, line {line}" in broken.value.message or "anchor.j2, line 3" in broken.value.message
    assert what in broken.value.message
    assert broken.value.hint


def test_an_unreadable_template_is_an_error_not_a_traceback(tmp_path: Path) -> None:
    path = tmp_path / "followup" / "anchor.j2"
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match=r"anchor\.j2"):
        library(tmp_path).fragment("followup/anchor")


@pytest.mark.parametrize("name", ["followup/none", "../secret", "/etc/passwd", "followup/anchor.j2", ""])
def test_a_template_that_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound):
        library(tmp_path).info(name)


@given(st.text(max_size=60))
def test_values_are_data_and_never_template_source(value: str) -> None:
    templates = TemplateLibrary((Layer("netprep", builtin_folder()),))
    hostile = "{{ facts }}{% for x in y %}" + value
    (text,) = rendered(templates, "followup/own_words", words=hostile)
    assert text == hostile.strip()


@pytest.mark.parametrize("shape", ["person", "invitation", "permission", "route"])
def test_every_shape_of_a_give_has_a_template_that_asks_and_makes_a_no_easy(shape: str) -> None:
    templates = TemplateLibrary((Layer("netprep", builtin_folder()),))
    name = template_of(MoveName.GIVE, {"shape": shape})
    assert name == f"give_{shape}"
    fragment = templates.fragment(f"followup/{name}")
    source = "\n".join(phrasing.source for phrasing in fragment.phrasings)
    assert "?" in source
    assert "If not, no matter" in source
    for value, meaning in fragment.front.values:
        assert value in source, f"{value} is explained and not used"
        assert meaning


@pytest.mark.parametrize("move", list(MoveName))
def test_every_move_has_a_template_with_its_values_explained(move: MoveName) -> None:
    templates = TemplateLibrary((Layer("netprep", builtin_folder()),))
    fragment = templates.fragment(f"followup/{template_of(move)}")
    assert fragment.front.about
    assert fragment.phrasings
    source = "\n".join(phrasing.source for phrasing in fragment.phrasings)
    for value, meaning in fragment.front.values:
        assert value in source, f"{value} is explained and not used"
        assert meaning
