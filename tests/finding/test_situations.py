"""Situations as people live them, and the questions of a person's life."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from bot.errors import DataError
from bot.finding.fold import words
from bot.finding.situations import FILE, Lead, Life, Situations, Told, read_life
from tests.finding import invented

LOST: Final = {
    "id": "lost",
    "words": ["потерял*", "нет & дома"],
    "leads": [{"service": "boat", "case": "lost"}, {"service": "raft"}],
}
GONE: Final = {
    "id": "gone",
    "words": ["нет", "потерял* лодк*"],
    "alone": "yes",
    "leads": [{"service": "raft", "case": "gone"}, {"service": "boat", "case": "gone"}],
}
SITUATIONS: Final = Situations(Life.model_validate({"situations": [LOST, GONE]}))
RIGHT: Final = """\
situations:
  - id: stolen
    words: [украл*]
    leads:
      - {service: raft-permit, case: stolen}
questions:
  - id: what
    text: {kk: Не, ru: Что}
    answers:
      raft-permit: {kk: Сал, ru: Плот}
"""


def told(text: str) -> Told:
    """Return what a message tells."""
    return SITUATIONS.of(words(text))


def names(situations: Told) -> list[str]:
    """Return the ids of situations."""
    return [situation.id for situation in situations.situations]


def test_words_tell_what_happened() -> None:
    """A situation is told by its stems and phrases; other words tell nothing."""
    assert names(told("вчера потеряла лодку")) == ["lost", "gone"]
    assert names(told("нету потерь")) == []
    assert told("документы") == Told((), frozenset())


def test_words_may_stand_apart() -> None:
    """Of words joined by `&` each must stand in the message, in whatever order."""
    assert names(told("дома моей лодки больше нет")) == ["lost", "gone"]
    assert names(told("дома")) == []


def test_the_places_of_the_words_are_known() -> None:
    """The places are those of the words that tell a situation, and no others."""
    assert told("дома моей лодки больше нет").places == {0, 4}
    assert told("нет моей лодки").places == {0}
    assert told("вот потерял лодку").places == {1, 2}


def test_the_narrower_situation_names_the_case() -> None:
    """The first situation that leads to a case of the service names it; else there is none."""
    both = told("потерял лодку")
    assert both.case("boat") == "lost"
    assert both.case("raft") == "gone"
    assert both.case("berth") is None


def test_where_a_message_leads() -> None:
    """Leads are the first situation's, or the first one's that says enough alone."""
    both = told("потерял лодку")
    assert both.leads(alone=False) == (
        Lead(service="boat", case="lost"),
        Lead(service="raft"),
    )
    assert both.leads(alone=True)[0] == Lead(service="raft", case="gone")
    assert told("потерял").leads(alone=True) == ()
    assert told("").leads(alone=False) == ()


@pytest.mark.parametrize(
    ("services", "asked"),
    [
        (["boat", "raft"], "two"),
        (["raft"], "two"),
        (["boat", "raft", "berth"], "three"),
        (["berth", "boat"], "three"),
        (["boat", "ferry"], None),
    ],
)
def test_a_question_that_tells_services_apart(services: Sequence[str], asked: str | None) -> None:
    """The question that has an answer for each of the services, and fewest others, is asked."""
    answer = {"kk": "иә", "ru": "да"}
    life = Life.model_validate(
        {
            "questions": [
                {"id": name, "text": {"kk": "Не", "ru": "Что"}, "answers": answers}
                for name, answers in (
                    ("three", dict.fromkeys(("boat", "raft", "berth"), answer)),
                    ("two", dict.fromkeys(("raft", "boat"), answer)),
                )
            ]
        }
    )
    question = life.question(services)
    assert (question and question.id) == asked


def test_every_folder_adds_its_situations(tmp_path: Path) -> None:
    """Folders are read in order; one without the file adds nothing."""
    more = tmp_path / "more"
    more.mkdir()
    (tmp_path / FILE).write_text(RIGHT, encoding="utf-8")
    (more / FILE).write_text(RIGHT.replace("stolen\n", "robbed\n"), encoding="utf-8")
    (tmp_path / "empty").mkdir()
    folders = [tmp_path / "empty", more, tmp_path]
    life = read_life(folders, invented.catalogue())
    assert [situation.id for situation in life.situations] == ["robbed", "stolen"]
    assert [question.id for question in life.questions] == ["what", "what"]
    assert read_life([tmp_path / "empty"], invented.catalogue()) == Life()


@pytest.mark.parametrize(
    ("before", "after", "line", "said"),
    [
        ("{service: raft-permit", "{service: ferry", 5, "ferry/stolen is not in the catalogue"),
        ("case: stolen", "case: lost", 5, "raft-permit/lost is not in the catalogue"),
        ("      raft-permit:", "      ferry:", 10, "ferry is not in the catalogue"),
        (
            "{service: raft-permit",
            "{service: ferry-register",
            5,
            "ferry-register/stolen is not in",
        ),
        ("[украл*]", "[]", 3, r"situations\[0\]\.words: .*at least 1 item"),
        ("[украл*]", "['?!']", 3, r"situations\[0\]\.words\[0\]: .*begin with a word"),
        ("[украл*]", "[украл* & у*]", 3, "'у.' must begin with a word, or a stem of 2"),
        ("[украл*]", "[украл* &нож]", 3, "a phrase and a space on each side of `&`"),
        ("id: stolen", "id: s", 2, r"situations\[0\]\.id: "),
        ("{kk: Не, ru: Что}", "{kk: Не}", 8, r"questions\[0\]\.text\.ru: Field required"),
        ("situations:", "situation:", 1, "situation: Extra inputs are not permitted"),
    ],
)
def test_what_does_not_fit_is_named(
    tmp_path: Path, before: str, after: str, line: int, said: str
) -> None:
    """A faulty file is refused with its line, the field and what is wrong."""
    assert RIGHT.count(before) == 1
    (tmp_path / FILE).write_text(RIGHT.replace(before, after), encoding="utf-8")
    with pytest.raises(DataError, match=rf"{FILE}:{line}: .*{said}|{FILE}:{line}: {said}"):
        read_life([tmp_path], invented.catalogue())


def test_who_asks_opens_a_case_and_prefers_no_service() -> None:
    """Who asks is no event; what happened comes before it, and the portal has its own case."""
    lead = {"service": "boat", "case": "firm", "portal": "firm-online"}
    firm = {"id": "firm", "words": ["тоо"], "who": "yes", "leads": [lead]}
    situations = Situations(Life.model_validate({"situations": [firm, LOST]}))
    asking = situations.of(words("тоо"))
    assert (asking.event("boat"), asking.case("boat"), asking.places) == (
        None,
        "firm",
        frozenset(),
    )
    assert replace(asking, online=True).case("boat") == "firm-online"
    assert situations.of(words("тоо потеряло, тоо потерял")).case("boat") == "lost"
