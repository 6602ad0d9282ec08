"""How often the right answer is found, over questions as people type them."""

from typing import Final

from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.finding.fold import fold, words
from bot.finding.synonyms import Synonyms
from tests.finding.queries import Query, read_queries

QUERIES: Final = read_queries()
IN_SCOPE: Final = [query for query in QUERIES if query.known]
OUT_OF_SCOPE: Final = [query for query in QUERIES if not query.known]

RIGHT: Final = 0.97
ANSWERED_WRONGLY: Final = 0.02


def found(finder: Finder, query: Query) -> Query:
    """Return what is found, as the file writes it."""
    answer = finder.find(query.text)
    asked = query.asked if query.any_asked else answer.asked
    if answer.outcome != "answer":
        return Query(query.text, answer.outcome, None, asked, None)
    [top] = answer.candidates
    return Query(query.text, answer.outcome, top.service, asked, top.case)


def test_the_questions_are_many() -> None:
    """The rates mean something: many questions of both kinds, none twice."""
    assert len(IN_SCOPE) >= 250
    assert len(OUT_OF_SCOPE) >= 150
    assert len({query.text for query in QUERIES}) == len(QUERIES)


def test_questions_about_the_services_are_answered_right(finder: Finder) -> None:
    """Service, question and case are right for nearly every question about the two services."""
    wrong = [query.text for query in IN_SCOPE if found(finder, query) != query]
    assert len(wrong) <= (1 - RIGHT) * len(IN_SCOPE), wrong


def test_no_question_about_one_service_is_answered_with_the_other(finder: Finder) -> None:
    """A sure answer is about the service that was meant."""
    wrong = [
        query.text
        for query in IN_SCOPE
        if query.service and found(finder, query).service not in {None, query.service}
    ]
    assert wrong == []


def test_other_questions_are_not_answered(finder: Finder) -> None:
    """Hardly any question about something else is answered or offered a service."""
    answered = [query.text for query in OUT_OF_SCOPE if finder.find(query.text).candidates]
    assert len(answered) <= ANSWERED_WRONGLY * len(OUT_OF_SCOPE), answered


def test_small_talk_is_told_from_questions(finder: Finder) -> None:
    """Greetings are small talk, and nothing else is."""
    wrong = [q.text for q in OUT_OF_SCOPE if found(finder, q).outcome != q.outcome]
    assert wrong == []


def test_no_keyword_is_a_whole_question(catalogue: Catalogue, synonyms: Synonyms) -> None:
    """Nothing was fitted to the questions: no phrase of three words or more is one of them."""
    phrases = {
        fold(phrase)
        for service in catalogue.services
        for phrase in (*service.keywords.kk, *service.keywords.ru)
    }
    for patterns in (*synonyms.asked.values(), *synonyms.channels.values(), synonyms.small_talk):
        phrases |= {fold(pattern.replace("*", "")) for pattern in patterns}
    long = {phrase for phrase in phrases if len(phrase.split()) > 2}
    assert long & {" ".join(words(query.text)) for query in IN_SCOPE} == set()
