"""The one way in which two wordings may differ and still be the same letters."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.letters import same_glyphs, skeleton

LETTERS = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("к ө р с е т і л е д і", "көрсетіледі"),
        ("мемлекеттiк", "мемлекеттік"),
        ("call–орталық", "саll-орталық"),
        ("«Қайықтар»", '"Қайықтар"'),
        ("қа\u00adйық\u200b\ufeff\u00a0", "қайық"),
        ("и\u0306од", "йод"),
    ],
)
def test_look_alikes_and_spaces_do_not_count(one: str, other: str) -> None:
    """Spaces, Latin look-alikes, dashes and quotation marks differ between editions."""
    assert skeleton(one) == skeleton(other)


def test_no_letter_passes_for_another() -> None:
    """Kazakh letters, their Russian neighbours, ё and е, capitals and digits all differ."""
    letters = [*LETTERS, *LETTERS.upper(), *"0123456789"]
    assert len({skeleton(letter) for letter in letters}) == len(letters)


@settings(deadline=None)
@given(st.text())
def test_a_skeleton_is_its_own_skeleton(text: str) -> None:
    """Nothing is left to take out."""
    assert skeleton(skeleton(text)) == skeleton(text)
    assert not any(letter.isspace() for letter in skeleton(text))


@settings(deadline=None)
@given(st.text(), st.sampled_from([" ", "\n", "\u00a0", "\u200b", "\u00ad"]), st.integers(0, 50))
def test_a_space_changes_nothing(text: str, space: str, at: int) -> None:
    """A space anywhere between two letters is not seen."""
    assert skeleton(space.join([text[:at], text[at:]])) == skeleton(text)


@settings(deadline=None)
@given(st.text(alphabet=LETTERS + LETTERS.upper() + "0123456789.,;:()%№"))
def test_cyrillic_text_is_left_alone(text: str) -> None:
    """What is written in the right letters stays as it is."""
    assert same_glyphs(text) == text
