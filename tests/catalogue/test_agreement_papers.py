"""Papers, telephones and flags that their own quotations do not bear out."""

from typing import Final, NamedTuple

import pytest

from tests.catalogue.planting import Folder, Found, found

BOAT: Final = "data/services/boat-certificate.yaml"
BERTH: Final = "data/services/berth.yaml"
RAFT: Final = "data/services/raft-permit.yaml"
IDENTITY: Final = ("алушының жеке куәлігінің көшірмесі", "копию удостоверения личности получателя")
ORIGINAL_KK: Final = "қайықты сатып алу шартының көшірмесі және түпнұсқасы"
ORIGINAL: Final = "копию и оригинал договора покупки лодки"
SHOWN: Final = f"көшірмесі және түпнұсқасы\n          ru: {ORIGINAL}\n"
SUBMITTED: Final = f"          kk: {IDENTITY[0]}\n          ru: {IDENTITY[1]}\n"
FIRST, SHOWN_AT, IDENTITY_AT = (f"cases[0].documents[{number}]" for number in (0, 2, 3))
PHONE: Final = "does not stand as a telephone in a {} quotation beside it"


class Planted(NamedTuple):
    """Hold a change and the field, point and sentences (kk, ru) it must give."""

    before: str
    after: str
    field: str
    point: str | None
    messages: tuple[str, ...]
    below: int = 0
    """How many lines below the first changed line the fault is told."""
    file: str = BOAT


def both(value: str, said: tuple[str, str]) -> tuple[str, ...]:
    """Return the sentences on a value that neither language bears out."""
    pairs = zip(("kk", "ru"), said, strict=True)
    return tuple(f"is {value}, the {lang} quotation says «{text}»" for lang, text in pairs)


def phone(number: str) -> tuple[str, ...]:
    """Return the sentences on a telephone that stands nowhere."""
    return tuple(f"{number} {PHONE.format(lang)}" for lang in ("kk", "ru"))


PLANTED: Final = {
    "a copy to be shown": Planted(
        "- id: identity\n        role: submit",
        "- id: identity\n        role: show_original",
        f"{IDENTITY_AT}.role",
        "11.3",
        both("show_original", IDENTITY),
        1,
    ),
    "a paper the state does not get": Planted(
        "- id: identity\n        role: submit",
        "- id: identity\n        role: fetched_by_state",
        f"{IDENTITY_AT}.role",
        "11.3",
        both("fetched_by_state", IDENTITY),
        1,
    ),
    "a paper the state gets": Planted(
        "role: fetched_by_state",
        "role: submit",
        "cases[0].documents[5].role",
        "11",
        both("submit", ("", "Сведения о государственной регистрации комитет получает сам"))[1:],
    ),
    "an original no note asks for": Planted(
        """        notes:
          - point: "11"
            kk: Алушы салыстыру үшін құжаттың түпнұсқасын ұсынады
            ru: Получатель представляет оригинал документа для сверки
""",
        "",
        "cases[0].documents[1].role",
        "11.1",
        both(
            "show_original",
            ("жеке басын куәландыратын құжат", "документ, удостоверяющий личность"),
        ),
        -5,
        RAFT,
    ),
    "a label of a paper to bring": Planted(
        SUBMITTED,
        f"{SUBMITTED}        label: {{kk: Жеке куәлік, ru: Удостоверение}}\n",
        f"{IDENTITY_AT}.label",
        "11.3",
        ("is «Удостоверение», only the role show_original may have a label",),
        2,
    ),
    "a label that adds in Kazakh": Planted(
        SHOWN,
        f"{SHOWN}        label: {{kk: Мөрленген түпнұсқа, ru: Оригинал}}\n",
        f"{SHOWN_AT}.label.kk",
        "11.2",
        (f"says what its quotation «{ORIGINAL_KK}» does not: мөрленген",),
        2,
    ),
    "a label that adds in Russian": Planted(
        SHOWN,
        f"{SHOWN}        label: {{kk: Түпнұсқасы, ru: Заверенный оригинал договорённости}}\n",
        f"{SHOWN_AT}.label.ru",
        "11.2",
        (f"says what its quotation «{ORIGINAL}» does not: заверенный",),
        2,
    ),
    "a condition of the copy alone": Planted(
        "          ru: копию и оригинал договора покупки лодки\n      - id: deed-orig",
        "          ru: копию и оригинал договора покупки лодки\n"
        "        condition: {point: '11', kk: комитетке, ru: в комитет}\n      - id: deed-orig",
        "cases[0].documents[1].condition",
        "11.2",
        ("is «в комитет», that of deed-orig with the same words is empty",),
        1,
    ),
    "electronic": Planted(
        SUBMITTED,
        f"{SUBMITTED}        electronic: yes\n",
        f"{IDENTITY_AT}.electronic",
        "11.3",
        both("yes", IDENTITY),
        2,
    ),
    "notarised": Planted(
        SUBMITTED,
        f"{SUBMITTED}        notarised: yes\n",
        f"{IDENTITY_AT}.notarised",
        "11.3",
        both("yes", IDENTITY),
        2,
    ),
    "copies": Planted(
        SUBMITTED,
        f"{SUBMITTED}        copies: 2\n",
        f"{IDENTITY_AT}.copies",
        "11.3",
        both("2", IDENTITY),
        2,
    ),
    "another form": Planted(
        "заявление по форме согласно приложению 1 к",
        "заявление по форме согласно приложению 3 к",
        f"{FIRST}.form",
        "11.1",
        both("1", ("", "заявление по форме согласно приложению 3 к настоящему стандарту"))[1:],
        5,
    ),
    **{
        name: Planted(
            "phones: [8 (7000) 11-22-44]",
            f"phones: [{number}]",
            "complaint_routes[0].phones[0]",
            "20",
            phone(number),
        )
        for name, number in {
            "another telephone": "8 (7000) 11-22-45",
            "a telephone of another place": "8 (7000) 11-22-33",
            "a telephone without its town": "11-22-44",
            "the end of a telephone": "22-44",
            "the beginning of a telephone": "8 (7000) 11-22",
        }.items()
    },
    "a fax": Planted(
        "        kk: Құжаттарды кеңсе қабылдайды\n"
        "        ru: Документы принимает канцелярия\n    access:",
        '        kk: "Құжаттарды кеңсе қабылдайды, факс: 24-47-94"\n'
        '        ru: "Документы принимает канцелярия, факс: 24-47-94"\n'
        "    phones: [24-47-94]\n    access:",
        "channels[0].phones[0]",
        "13",
        phone("24-47-94"),
        2,
    ),
    "a website cut short": Planted(
        "    e_signature: no\n",
        "    e_signature: no\n    websites: [www.qaiyq.exampl]\n",
        "channels[0].websites[0]",
        None,
        tuple(
            f"www.qaiyq.exampl does not stand in any {lang} quotation of the service"
            for lang in ("kk", "ru")
        ),
        1,
    ),
    "a cost": Planted(
        "  free: yes\n",
        "  free: no\n",
        "cost.free",
        "3",
        both("no", ("Қызмет тегін көрсетіледі", "Услуга оказывается бесплатно")),
        file=BERTH,
    ),
    "no cost": Planted(
        "  free: no\n",
        "  free: yes\n",
        "cost.free",
        "8",
        both(
            "yes",
            (
                "Қызмет ақылы: 2 айлық есептік көрсеткіш",
                "Услуга платная: 2 месячных расчетных показателя",
            ),
        ),
    ),
    "a refusal as a result": Planted(
        "  refusal_is_result: no",
        "  refusal_is_result: yes",
        "result.refusal_is_result",
        "5",
        both(
            "yes",
            (
                "Қызметтің нәтижесі қайыққа куәлік беру болып табылады",
                "Результатом услуги является выдача свидетельства на лодку",
            ),
        ),
    ),
    "a refusal that is no result": Planted(
        "  refusal_is_result: no",
        '  refusal_is_result: no\n  more:\n    - point: "16"\n'
        "      kk: дәлелді бас тартады\n      ru: мотивированно отказывает",
        "result.refusal_is_result",
        "16",
        both("no", ("дәлелді бас тартады", "мотивированно отказывает")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_a_value_against_its_quotation(invented: Folder, planted: Planted) -> None:
    """A wrong value is told once a language, with line, field, point and both sides."""
    line = invented.edit(planted.file, planted.before, planted.after) + planted.below
    every = invented.faults(sources=False)
    faults = [one for one in every if found(one).field == planted.field]
    assert tuple(fault.message for fault in faults) == planted.messages, every
    file = planted.file.rpartition("/")[2]
    assert {found(one) for one in faults} == {Found(file, line, planted.field, planted.point)}


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            "phones: [8 (7000) 11-22-33, 24-14-07]",
            "тел: 8(7000) 11-22-33, 24-14-07, факс: 5-55-55",
        ),
        ("phones: [24-47-94]", "тел/факс 24-47-94"),
        ("websites: [www.lake.example]", "(www.lake.example)"),
    ],
    ids=["spaces and lists", "a telephone that takes a fax", "a website"],
)
def test_contacts_as_the_acts_word_them(invented: Folder, values: str, said: str) -> None:
    """No fault is told of a telephone or website that stands whole in a quotation."""
    invented.edit(
        BOAT, "        ru: Документы принимает канцелярия\n",
        f'        ru: "{said}"\n    {values}\n',
    )  # fmt: skip
    invented.edit(BOAT, "        kk: Құжаттарды кеңсе қабылдайды\n", f'        kk: "{said}"\n')
    assert invented.faults(sources=False) == ()


def test_a_paper_one_may_hand_in(invented: Folder) -> None:
    """«Тапсыра алады» is no word of a state that gets the paper itself."""
    invented.edit(BOAT, IDENTITY[0], "алушы көшірмесін тапсыра алады")
    invented.edit(BOAT, IDENTITY[1], "получатель может сдать копию")
    assert invented.faults(sources=False) == ()


def test_one_sentence_of_all_that_the_state_gets(invented: Folder) -> None:
    """Papers named in one sentence as got by the state may each have a condition of its own."""
    sentence = """          kk: Мемлекеттік тіркеу мәліметтерін комитет өзі алады
          ru: Сведения о государственной регистрации комитет получает сам
"""
    invented.edit(
        BOAT,
        sentence,
        f"""{sentence}      - id: photo-data
        role: fetched_by_state
        text:
          point: "11"
          kk: Мемлекеттік тіркеу мәліметтерін
          ru: Сведения о государственной регистрации
        condition: {{point: "11", kk: порталда, ru: на портале}}
        notes:
          - point: "11"
{sentence.replace("          ", "            ")}""",
    )
    lock = "paper boat-certificate/in-person/state-data\n"
    invented.edit("data/ids.lock", lock, f"{lock}{lock.replace('state', 'photo')}")
    assert invented.faults() == ()


def test_a_label_of_the_quotations_own_words(invented: Folder) -> None:
    """A label may put the law's words in another case, with short words between them."""
    label = "{kk: Шарттың түпнұсқасы, ru: Оригинал - не копия - договоров о покупке лодки}"
    invented.edit(BOAT, SHOWN, f"{SHOWN}        label: {label}\n")
    assert invented.faults(sources=False) == ()
