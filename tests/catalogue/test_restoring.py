"""Links that a PDF extract tore out are put back."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.restoring import readings

_PARTS = st.sampled_from(
    [
        "осы",
        "стандартқа",
        "Заңның",
        " ",
        "  ",
        ",",
        ";",
        "(",
        "1-қосымшаға",
        "15-1",
        "9-бабы",
        "қаулысы",
        "2-",
        "с т а н д а р т ы",
        "қ о с ы м ш а д а",
    ]
)
_LINES = st.one_of(st.text(), st.lists(_PARTS).map("".join))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        (
            "осы стандартқа  сәйкес нысан бойынша өтініш (Орталыққа 1-қосымшаға",
            "осы стандартқа 1-қосымшаға сәйкес нысан бойынша өтініш (Орталыққа",
        ),
        (
            "осы стандартқа  сәйкес деректері бар өтініш;4-қосымшаға",
            "осы стандартқа 4-қосымшаға сәйкес деректері бар өтініш;",
        ),
        (
            "Қазақстан Республикасы Заңының  және , «15-1 15-2-баптары",
            "Қазақстан Республикасы Заңының 15-1 және 15-2-баптары, «",
        ),
        ("Заңының 6-бабының , «8) тармақшасы", "Заңының 6-бабының 8) тармақшасы, «"),
        ("12 наурыздағы № 244  негізінде қаулысы", "12 наурыздағы № 244 қаулысы негізінде"),
        # the number of the second link stays where its word begins the next line
        ("осы стандартқа  және 1 2-", "осы стандартқа 1 және 2-"),
        (" к ө р с е т і л г е н .қ о с ы м ш а л а р д а", "қосымшаларда көрсетілген."),
        (", Үкіметтің 2012 жылғы № 15-бабына", "15-бабына, Үкіметтің 2012 жылғы №"),
        # no trace of the gap is left
        ("осы стандарттың жиырма 11-тармағының ", "осы стандарттың 11-тармағының жиырма"),
        # one of the gaps is left, the other is not
        ("осы , және тармақшаларда 2) 7)", "осы 2), және 7) тармақшаларда"),
        ("  белгіленген мөлшерде кодексімен", "кодексімен белгіленген мөлшерде"),
        (
            "      , ,  және  берілген 2) 3) 4) 5) тармақтар",
            "2), 3), 4) және 5) тармақтар берілген",
        ),
        (
            "өнімнің  мен көлемі беруменноменклатурасы",
            "өнімнің номенклатурасы мен көлемі берумен",
        ),
        ("Президентінің № 120 , Жарлығына", "Президентінің № 120 Жарлығына,"),
        # the stop of the sentence stands before its last word
        ("портал арқылы .көрсетеді", "портал арқылы көрсетеді."),
        (".а с ы р а д ы", "асырады."),
        (
            "м е м л е к е т т і к  қ ы з м е т  ;с т а н д а р т ы",
            "мемлекеттік қызмет стандарты;",
        ),
    ],
)
def test_a_torn_out_link_goes_back(line: str, meant: str) -> None:
    """The sentence the act means is among the readings, the printed line being the first."""
    letters = [reading.letters for reading in readings(line)]
    assert letters[0] == "".join(line.split())
    assert "".join(meant.split()) in letters


def test_a_line_without_links_has_one_reading() -> None:
    """Nothing moves in a line that lost nothing."""
    (reading,) = readings("2) шарттың  электрондық көшірмесі.")
    assert reading.letters == "2)шарттыңэлектрондықкөшірмесі."
    assert reading.places == tuple(range(len(reading.letters)))


@settings(deadline=None)
@given(_LINES)
def test_no_letter_is_added_or_lost(line: str) -> None:
    """Every reading has the letters of the print, each once, at the place it says."""
    bare = "".join(letter for letter in line if not letter.isspace())
    for reading in readings(line):
        assert Counter(reading.letters) == Counter(bare)
        assert sorted(reading.places) == list(range(len(bare)))
        assert reading.letters == "".join(bare[place] for place in reading.places)
        assert len(reading.joined) == len(reading.letters)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("шарттың 20 данасы", ["шарттың", "20", "данасы"]),
        ("ш а р т  2 0  д а н а", ["шарт", "20", "дана"]),
        ("Республикасының34-бабына", ["Республикасының", "34", "-", "бабына"]),
    ],
    ids=["plain", "letter-spaced", "a number glued on"],
)
def test_words_are_told_apart(line: str, words: list[str]) -> None:
    """Each letter knows whether the print joins it to the one before."""
    (reading, *_) = readings(line)
    found: list[str] = []
    for letter, joined in zip(reading.letters, reading.joined, strict=True):
        if joined:
            found[-1] += letter
        else:
            found.append(letter)
    assert found == words
