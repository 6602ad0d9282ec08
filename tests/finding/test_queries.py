"""How often the right answer is found, over questions as people type them."""

from collections import Counter
from typing import Final

import pytest

from bot.catalogue.models import Catalogue, Service
from bot.finding.answers import Finder
from bot.finding.fold import fold, words
from bot.finding.language import guess
from bot.finding.outcome import Answer
from bot.finding.synonyms import Synonyms
from bot.text import LANGS, Lang
from tests.finding.queries import Query, read_queries, read_unprepared

QUERIES: Final = read_queries()
IN_SCOPE: Final = [query for query in QUERIES if query.known]
REMOVED: Final = [query for query in QUERIES if query.outcome == "removed"]
OUT_OF_SCOPE: Final = [query for query in QUERIES if not query.known and query not in REMOVED]

RIGHT: Final = 0.97
UNDERSTOOD: Final = 0.97
WRONG: Final = 0.02
ANSWERED: Final = 0.02
# a person looks at so many buttons
LOOKED_AT: Final = 3


@pytest.fixture(scope="module")
def answers(finder: Finder) -> dict[str, Answer]:
    """Return what is found for every question."""
    return {query.text: finder.find(query.text) for query in QUERIES}


def offered(answer: Answer) -> list[str]:
    """Return the services an answer shows first."""
    return [candidate.service for candidate in answer.candidates]


def right(query: Query, answer: Answer) -> bool:
    """Say whether the service meant is answered, or offered among the first three."""
    if query.outcome == "choose":
        return answer.outcome == "choose" and set(query.services) <= set(
            offered(answer)[: max(LOOKED_AT, len(query.services))]
        )
    if answer.outcome == "answer":
        return offered(answer) == list(query.services)
    return answer.outcome == "choose" and query.services[0] in offered(answer)[:LOOKED_AT]


def wrong(query: Query, answer: Answer) -> bool:
    """Say whether the bot is sure of what was not meant, or of one where several were."""
    sure = answer.outcome == "answer"
    return sure and (query.outcome == "choose" or offered(answer) != list(query.services))


def answered_right(answers: dict[str, Answer]) -> list[tuple[Query, Answer]]:
    """Return the questions that are answered with the service that was meant."""
    return [
        (query, answer)
        for query in IN_SCOPE
        if query.outcome == "answer"
        and (answer := answers[query.text]).outcome == "answer"
        and right(query, answer)
    ]


def test_the_questions_are_many() -> None:
    """The rates mean something: many questions of both kinds, none twice."""
    assert len(IN_SCOPE) >= 1_900
    assert len(OUT_OF_SCOPE) >= 700
    assert len({query.text for query in QUERIES}) == len(QUERIES)


def test_the_service_is_found(answers: dict[str, Answer]) -> None:
    """Nearly every question is answered about its service, or that is among the first three."""
    missed = [query.text for query in IN_SCOPE if not right(query, answers[query.text])]
    assert len(missed) <= (1 - RIGHT) * len(IN_SCOPE), missed


def test_hardly_anything_is_answered_wrongly(answers: dict[str, Answer]) -> None:
    """A sure answer is about the one service that was meant; doubt is asked back."""
    sure = [query.text for query in IN_SCOPE if wrong(query, answers[query.text])]
    assert len(sure) <= WRONG * len(IN_SCOPE), sure


def test_what_is_asked_is_understood(answers: dict[str, Answer]) -> None:
    """Where the service is clear, so is the question, for nearly all."""
    found = answered_right(answers)
    other = [
        query.text
        for query, answer in found
        if query.asked and not query.any_asked and answer.asked != query.asked
    ]
    assert len(other) <= (1 - UNDERSTOOD) * len(found), other


def test_the_situation_is_understood(answers: dict[str, Answer], catalogue: Catalogue) -> None:
    """Where a message tells what happened, the papers of that case are opened."""
    found = [(q, a) for q, a in answered_right(answers) if q.case]
    other = [query.text for query, answer in found if answer.candidates[0].case != query.case]
    assert len(found) >= 200
    assert len(other) <= (1 - UNDERSTOOD) * len(found), other
    cases = {(service.id, case.id) for service in catalogue.services for case in service.cases}
    assert {(q.services[0], q.case) for q, _ in found} <= cases


def test_every_situation_is_reached_by_typing(
    answers: dict[str, Answer], catalogue: Catalogue
) -> None:
    """Every case of a service with several is opened by three questions in each language."""
    reached: Counter[tuple[str, str | None, Lang]] = Counter()
    for query, answer in answered_right(answers):
        top = answer.candidates[0]
        reached[top.service, top.case, guess(query.text)] += 1
    few = [
        (service.id, case.id, lang)
        for service in catalogue.services
        if service.act == "2223" and len(service.cases) > 1
        for case in service.cases
        for lang in LANGS
        if reached[service.id, case.id, lang] < LOOKED_AT
    ]
    assert few == []


SAID: Final[dict[str, tuple[str, ...]]] = {
    "issue-legal": ("ТОО", "ЖШС", "юрлицо"),
    "issue-person": ("физлицо", "жеке тұлға"),
    "issue-ip": ("ИП", "ЖК"),
    "portal-legal": ("ТОО через портал", "ЖШС портал арқылы"),
    "portal-person": ("физлицо онлайн", "жеке тұлға портал арқылы"),
    "portal-ip": ("ИП через elicense", "ЖК портал арқылы"),
    "annex": ("добавить подвид", "қосалқы түр қосу"),
    "annex-legal": ("добавить подвид", "ТОО приложение к лицензии"),
    "annex-person": ("ИП добавить подвид", "физлицо приложение к лицензии"),
    "portal-annex": ("добавить подвид через портал", "қосалқы түр портал арқылы"),
    "reissue": ("переоформить", "сменили название", "қайта ресімдеу"),
    "portal-reissue": ("переоформить через портал", "портал арқылы қайта ресімдеу"),
    "duplicate": ("потеряли", "дубликат", "жоғалттық"),
    "portal-duplicate": ("дубликат через портал", "жоғалттық, портал арқылы"),
    "legal-producer": ("ТОО, сами добываем", "ЖШС, өзіміз өндіреміз"),
    "legal-other": ("ТОО, сами не добываем", "ЖШС, өзіміз өндірмейміз"),
    "ent-producer": ("ИП, сами добываем", "ЖК, өзіміз өндіреміз"),
    "ent-other": ("ИП, сами не добываем", "ЖК, өзіміз өндірмейміз"),
    "reg-legal": ("ТОО", "ЖШС"),
    "reg-person": ("физлицо", "жеке тұлға"),
    "reg-legal-web": ("ТОО через портал", "ЖШС портал арқылы"),
    "reg-person-web": ("физлицо через портал", "жеке тұлға портал арқылы"),
    "rereg-legal": ("ТОО перерегистрация", "ЖШС қайта тіркеу"),
    "rereg-person": ("физлицо перерегистрация", "жеке тұлға қайта тіркеу"),
    "rereg-legal-web": ("ТОО перерегистрация онлайн", "ЖШС қайта тіркеу портал арқылы"),
    "rereg-person-web": ("физлицо перерегистрация онлайн", "жеке тұлға қайта тіркеу портал"),
    "non-resident": ("нерезидент", "шетелдік компания"),
}


def test_who_asks_and_what_happened_open_the_case(finder: Finder, catalogue: Catalogue) -> None:
    """Beside a firm's service, the words for each of its cases open that case first."""
    other = [
        (service.id, case.id, said)
        for service in catalogue.services
        if service.act in {"1068", "1130"}
        for case in service.cases
        for said in SAID.get(case.id, ())
        if _first(finder.find(_about(service, said))) != (service.id, case.id)
    ]
    assert other == []


def _first(answer: Answer) -> tuple[str, str | None] | None:
    return next(((each.service, each.case) for each in answer.candidates), None)


def _about(service: Service, said: str) -> str:
    return f"{service.short_title[guess(said)]}, {said}"


def test_removed_standards_are_said_to_be_removed(answers: dict[str, Answer]) -> None:
    """Questions about standards that were taken out are nearly all known as such."""
    known = [
        query.text
        for query in REMOVED
        if answers[query.text].outcome == "removed"
        and set(offered(answers[query.text])) & set(query.services)
    ]
    assert len(known) >= 0.9 * len(REMOVED)


def test_other_questions_are_not_answered(answers: dict[str, Answer]) -> None:
    """Hardly any question about something else is answered or offered a service."""
    answered = [query.text for query in OUT_OF_SCOPE if answers[query.text].candidates]
    assert len(answered) <= ANSWERED * len(OUT_OF_SCOPE), answered


def test_small_talk_and_danger_are_told_from_questions(answers: dict[str, Answer]) -> None:
    """Greetings are small talk, a person in danger is sent to 112, nothing else is either."""
    kinds = {"small_talk", "emergency"}
    other = [
        query.text
        for query in QUERIES
        if answers[query.text].outcome != query.outcome
        and kinds & {answers[query.text].outcome, query.outcome}
    ]
    assert other == []


def test_no_keyword_is_a_whole_question(
    catalogue: Catalogue, synonyms: Synonyms, finder: Finder
) -> None:
    """Nothing was fitted to the questions: no phrase of three words or more is one of them."""
    phrases = {
        fold(phrase)
        for service in catalogue.services
        for phrase in (
            *service.keywords.kk,
            *service.keywords.ru,
            *service.keywords.alone,
        )
    }
    patterns = [
        *(phrase for ways in synonyms.asked.values() for phrase in ways),
        *(phrase for ways in synonyms.channels.values() for phrase in ways),
        *synonyms.small_talk,
        *(phrase for situation in finder.life.situations for phrase in situation.words),
    ]
    phrases |= {fold(pattern.replace("*", "")) for pattern in patterns}
    long = {phrase for phrase in phrases if len(phrase.split()) > 2}
    assert long & {" ".join(words(query.text)) for query in IN_SCOPE} == set()


@pytest.mark.parametrize(
    ("name", "astray"), [("from_titles.tsv", 0.03), ("from_titles_28.tsv", 0.035)]
)
def test_questions_nobody_prepared_for_are_mostly_understood(
    finder: Finder, name: str, astray: float
) -> None:
    """Who knew only the titles finds the service nine times in ten, and rarely another.

    Where they meant several services, two of them among those offered will do.
    """
    questions = read_unprepared(name)
    answers = {query.text: finder.find(query.text) for query in questions}
    asked = [query for query in questions if query.known]
    others = [query for query in questions if query.outcome == "nothing"]
    assert len(asked) >= 250
    missed = [q.text for q in asked if not (right(q, answers[q.text]) or some(q, answers[q.text]))]
    assert len(missed) <= 0.1 * len(asked), missed
    sure = [query.text for query in asked if wrong(query, answers[query.text])]
    assert len(sure) <= 0.04 * len(asked), sure
    answered = [query.text for query in others if answers[query.text].outcome == "answer"]
    assert len(answered) <= astray * len(others), answered


def some(query: Query, answer: Answer) -> bool:
    """Say whether several services were meant and some of them are offered."""
    both = set(query.services) & set(offered(answer))
    return query.outcome == answer.outcome == "choose" and len(both) > 1
