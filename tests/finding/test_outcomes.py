"""From a message to an outcome where there is more than names: over the invented acts."""

from pathlib import Path
from typing import Final, TypeAlias

import pytest

from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.finding.outcome import Answer, Candidate
from tests.finding import invented
from tests.finding.invented import BERTH, BOAT, FERRY, MOORING, PERMIT

FINDER: Final = invented.finder()
# what is found, what is asked, and the services with their cases
Outcome: TypeAlias = tuple[str, str | None, list[tuple[str, str | None]]]
# says nothing that any service or phrase knows
TALK: Final = "вчера опять прибежала издалека соседка"


def found(text: str, finder: Finder = FINDER) -> Outcome:
    """Return the outcome, what is asked, and the services with their cases."""
    answer = finder.find(text)
    candidates = [(each.service, each.case) for each in answer.candidates]
    return answer.outcome, answer.asked, candidates


def test_a_removed_standard_is_told() -> None:
    """The name of a standard that is gone is answered with that, and with what was asked."""
    assert found("регистрация парома документы") == ("removed", "documents", [(FERRY, None)])


def test_half_the_name_of_a_removed_standard_is_nobody_s() -> None:
    """One word of it in a question about something else tells nothing."""
    for text in ("паром", "билет на паром", "регистрация"):
        assert found(text)[0] == "nothing", text


def test_what_happened_tells_more_than_a_removed_name() -> None:
    """Where a situation leads somewhere, a removed standard does not stand in its way."""
    leads = [(PERMIT, "burnt"), (BOAT, None)]
    assert found("регистрация парома сгорела") == ("choose", None, leads)


@pytest.mark.parametrize(
    "text",
    ["разрешение на плот и регистрация парома", "регистрация парома, выдача разрешения на плот"],
)
def test_a_service_before_a_removed_standard(text: str) -> None:
    """Where a message names a service first or more surely, that is answered."""
    assert found(text) == ("answer", None, [(PERMIT, None)])


@pytest.mark.parametrize("text", ["сколько стоит", "документы?", "привет, дубликат"])
def test_a_bare_question_offers_a_few_services(text: str) -> None:
    """A question that says nothing else is asked back, each service once."""
    outcome, asked, services = found(text)
    assert (outcome, bool(asked)) == ("choose", True)
    assert services == [(BOAT, None), (BERTH, None), (PERMIT, None), (MOORING, None)]


def test_a_bare_question_of_many_services_is_bare(finder: Finder) -> None:
    """Where the services are too many for buttons, the answer says that only a question came."""
    assert finder.find("сколько стоит?") == Answer("nothing", "fee", bare=True)
    assert finder.find("Сәлеметсіз бе! құжаттар") == Answer("nothing", "documents", bare=True)
    assert not finder.find("сколько стоит корова").bare
    assert not finder.find("привет").bare


def test_another_country_s_papers_are_not_ours() -> None:
    """A short message that names another country finds nothing; a long one may tell of it."""
    assert found("разрешение на плот в Турции документы") == ("nothing", "documents", [])
    long = f"{TALK} из Турции, нужно разрешение на плот"
    assert found(long)[2] == [(PERMIT, None)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("разрешение на плот жены", "proxy"),
        ("разрешение на плот документы жены", "documents"),
        ("разрешение на плот жены сгорело", None),
        ("разрешение на плот", None),
    ],
)
def test_kin_ask_for_another(text: str, asked: str | None) -> None:
    """Whose paper it is asks who may act, unless something else is asked or told."""
    outcome, found_asked, ((service, _),) = found(text)
    assert (outcome, found_asked, service) == ("answer", asked, PERMIT)


def test_kin_alone_is_a_question() -> None:
    """A message that names only kin asks who may act for them."""
    assert found("жена")[:2] == ("choose", "proxy")


def test_a_situation_opens_its_case() -> None:
    """What happened to a named paper opens the case of it, the narrower situation first."""
    assert found("украли разрешение на плот") == ("answer", None, [(PERMIT, "stolen")])
    assert found("впервые разрешение на плот украли")[2] == [(PERMIT, "stolen")]
    assert found("унесли той ночью разрешение на плот")[2] == [(PERMIT, "stolen")]
    assert found("унесли разрешение на плот")[2] == [(PERMIT, None)]


def test_a_misspelt_situation_is_the_same() -> None:
    """A slip in the word for what happened does not hide it."""
    assert found("сгарело") == found("сгорело")
    assert found("впервыи")[2] == [(PERMIT, "first")]


def test_a_situation_that_says_enough() -> None:
    """Marked `alone`, what happened is answered or asked back where no service is named."""
    assert FINDER.find("впервые").candidates == (Candidate(PERMIT, "first", 0.7),)
    assert found("впервые")[0] == "answer"
    assert found("у мамы всё сгорело") == ("choose", None, [(PERMIT, "burnt"), (BOAT, None)])
    assert found("украли") == ("nothing", None, [])


def test_a_situation_that_does_not_fit_the_name() -> None:
    """A paper named beside what happened may be one to hand in: what happened leads."""
    leads = [(PERMIT, "burnt"), (BOAT, None)]
    assert found("сгорела стоянка плота") == ("choose", None, leads)
    assert found("украли стоянку плота") == ("answer", None, [(MOORING, None)])


def test_a_lead_without_a_case_is_still_a_lead() -> None:
    """A service that a situation leads to stays the answer."""
    assert found("лодка сгорела") == ("answer", None, [(BOAT, None)])


def test_of_two_names_the_one_that_fits_is_meant() -> None:
    """Where a message names two services and what happened fits one, that is answered."""
    text = "свидетельство на лодку и разрешение на плот"
    assert found(text) == ("choose", None, [(BOAT, None), (PERMIT, None)])
    assert found(f"{text} украли") == ("answer", None, [(PERMIT, "stolen")])


def test_a_law_that_is_silent_is_silent_only_without_a_case() -> None:
    """Who tells what happened gets the papers of it, not the word that the law says nothing."""
    assert found("дубликат разрешения на плот")[1] == "unstated"
    assert found("дубликат разрешения на плот, сгорело") == ("answer", None, [(PERMIT, "burnt")])
    assert found("дубликат: сгорело")[1] is None


def test_help_comes_first_where_no_service_is_named() -> None:
    """An emergency is one unless the message is plainly about a service."""
    assert found("тонууу") == ("emergency", None, [])
    assert found("тону, впервые") == ("emergency", None, [])
    assert found("тонущий, разрешение на плот")[0] == "emergency"


def test_a_language_may_be_named() -> None:
    """A message that names a language and says nothing else asks for it."""
    assert found("привет, по-казахски") == ("small_talk", "language", [])
    assert found("по-казахски корова")[0] == "nothing"


def test_a_channel_does_not_overrule_what_happened() -> None:
    """The case is the situation's; without one it is the case for the channel that is named."""
    assert found("свидетельство на лодку портал")[2] == [(BOAT, "online")]
    assert found("свидетельство на лодку портал комитет")[2] == [(BOAT, None)]
    assert found("украли разрешение на плот, комитет")[2] == [(PERMIT, "stolen")]


def test_a_word_that_names_a_service_alone() -> None:
    """Such a word answers whatever stands beside it."""
    assert found(f"сплавное {TALK}")[2] == [(PERMIT, None)]
    assert found(f"плот {TALK}")[0] == "nothing"


def test_removed_standards_are_found_by_their_titles() -> None:
    """The titles of everything that can be found lead to it, removed or not."""
    titles = {FERRY: "Паромды тіркеу", MOORING: "Стоянка плота", BERTH: "Айлақтағы орын"}
    for service, title in titles.items():
        assert found(title)[2] == [(service, None)]


def test_hints_of_two_services_offer_both() -> None:
    """Words of two services, neither of them a name, offer the two."""
    assert found("лодка, плот") == ("choose", None, [(BOAT, None), (PERMIT, None)])


def test_a_hint_is_offered_with_few_neighbours_or_none() -> None:
    """An everyday word alone offers its service among those of its act, where there are some."""
    everyday = [*invented.SYNONYMS["everyday"], "лодк*"]
    assert found("лодка", invented.finder(everyday=everyday))[2] == [(BOAT, None), (BERTH, None)]
    alone = invented.catalogue().model_copy(
        update={"services": tuple(s for s in invented.catalogue().services if s.id != BERTH)}
    )
    assert found("лодка", invented.finder(alone, everyday=everyday))[0] == "nothing"


def test_a_finder_reads_its_words(catalogue: Catalogue, data: list[Path], finder: Finder) -> None:
    """Read from the data folders, a finder knows their synonyms and situations."""
    read = Finder.read(catalogue, data)
    assert read.life == finder.life
    assert read.find("потерял военный билет солдата") == finder.find(
        "потерял военный билет солдата"
    )


def test_a_trade_is_told_from_the_market_and_from_danger() -> None:
    """What people buy is another matter, a word of danger is none, where a firm's words stand."""
    firm = invented.finder(
        trade=["фирм*"],
        papers=["разрешение"],
        market=["сплавное & купить | цена"],
        danger=["волна"],
    )
    assert found("сплавное купить", firm)[0] == "nothing"
    assert found("сплавное купить, фирма", firm)[2] == [(PERMIT, None)]
    assert found("волна", firm)[0] == "emergency"
    assert found("разрешение волна", firm)[0] != "emergency"
