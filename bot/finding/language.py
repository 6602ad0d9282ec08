"""Which of the two languages a message is in."""

import re
from collections.abc import Iterable
from typing import Final

from bot.finding.fold import fold, words
from bot.text import Lang

_KAZAKH_LETTERS: Final = re.compile(r"[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
# frequent words and endings of each language
_KAZAKH: Final = frozenset(
    fold(
        "керек қажет қандай қалай қанша неше қашан қайда қайдан үшін және маған бізге алу алуға "
        "алады аламын алам бар жоқ құжат қағаз мерзім мерзімі сәлем сәлеметсіз рахмет рақмет "
        "туралы бойынша арқылы ма ме ба бе па пе болады бола күн күнде тегін құны ақылы дайын кім "
        "кімге не шағым жауап беру береді кепілдік міндеттеме экспорттық бақылау қорытынды түпкі "
        "пайдаланушы деген әскери әскерге әскерде әскерден билетім билетімді жоғалды "
        "жоғалттым жасқа толдым бармадым балам ұлым анықтама куәлік есепке тұру жатыр "
        "жауынгер бірінші рет шықтым"
    ).split()
)
_RUSSIAN: Final = frozenset(
    fold(
        "и в на не что как какие какой где когда куда кто для мне меня нужно нужны надо можно ли "
        "сколько документы бумаги справка срок привет спасибо здравствуйте хочу получить через "
        "заявление помогите по за из у я это еще уже или мы вы он нет есть при стоит дней график "
        "работы паспорт сертификат заключение экспортный контроль бесплатно платно жалоба отказ "
        "бланк военный военного потерял потеряла украли служил служба службе справку "
        "удостоверение приписное свидетельство"
    ).split()
)
_KAZAKH_ENDINGS: Final = tuple(
    fold(
        "дың дің ның нің тың тің лар лер дар дер тар тер ғын ғым мын мін сыз сіз ды ді ны ні сы "
        "сін сын ға ге дан тан тен лық лік дық дік тық тік тер еді"
    ).split()
)
_RUSSIAN_ENDINGS: Final = tuple(
    fold(
        "ого его ому ему ать ить ять еть ия ие ние ние ться ться ой ый ая яя ов ев ами ями али "
        "или ют ут ет ость но ых их ей"
    ).split()
)


def guess(text: str, language_code: str | None = None) -> Lang:
    """Return the language of `text` by its letters, then its words, then `language_code`.

    `language_code` is the phone's language (IETF tag), used only where the text says nothing;
    with nothing at all the answer is Kazakh, the state language.
    """
    if _KAZAKH_LETTERS.search(text):
        return "kk"
    folded = words(text)
    kk = _hits(folded, _KAZAKH, _KAZAKH_ENDINGS)
    ru = _hits(folded, _RUSSIAN, _RUSSIAN_ENDINGS)
    if kk != ru:
        return "kk" if kk > ru else "ru"
    phone = (language_code or "").partition("-")[0].casefold()
    if phone in {"kk", "ru"}:
        return "kk" if phone == "kk" else "ru"
    return "ru" if _CYRILLIC.search(text) else "kk"


def _hits(folded: Iterable[str], frequent: frozenset[str], endings: tuple[str, ...]) -> int:
    return sum(2 * (word in frequent) + word.endswith(endings) for word in folded)
