"""Compare terms and opening hours with their quotations."""

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Final

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.terms import Hours, ProcessingTime
from bot.catalogue.vocabulary import Starts, Unit
from bot.catalogue.wording import Words, against, names, unsaid
from bot.text import LANGS

_UNITS: Final[Mapping[Unit, Words]] = {
    "working_days": {"kk": r"жұмыс күн", "ru": r"рабоч\w+ д(?:н|ен)"},
    "calendar_days": {"kk": r"күнтізбелік", "ru": r"календарн"},
    # not «айлық есептік көрсеткіш», a sum of money
    "months": {"kk": r"\bай(?:дан|ға|дың|да|ы)?\b(?! сайын)", "ru": r"\bмесяц"},
    "days": {"kk": r"күн", "ru": r"\bд(?:н|ен)"},
}
_STARTS: Final[Mapping[Starts, Words]] = {
    "handed_in": {
        "kk": r"жүгін|тапсыр|өтініш|(?:берген|қабылдаған) күн",
        "ru": r"обращени|сда[чт]|подач|приняти",
    },
    "reached_authority": {"kk": r"алған|түск|келіп", "ru": r"получени|поступлени"},
    "registered": {"kk": r"тіркел", "ru": r"регистраци"},
    "decision_approved": {"kk": r"бекіт|шешім", "ru": r"утвержден|решени"},
}
_EXCLUDED: Final[Mapping[str, Words]] = {
    "acceptance": {
        "kk": r"қабылда\w*(?: және беру)? күн",
        "ru": r"\bд(?:ень|н[яи]|ней)\b[^,;.]*при[её]м",
    },
    "issue": {"kk": r"бер(?:у|ген|ілген) күн", "ru": r"\bд(?:ень|н[яи]|ней)\b[^,;.]*выдач"},
}
_ALWAYS: Final[Words] = {"kk": r"тәулік бойы", "ru": r"круглосуточн"}
_DAILY: Final[Words] = {"kk": r"күн сайын|жұмыс күндері", "ru": r"ежедневно|рабочие дни"}
# not «дүйсенбі»; not a Saturday named only to say that it is free
_SATURDAY: Final[Words] = {
    "kk": r"\bсенбі(?:ні қоса|(?![^.;()]*(?:басқа|қоспағанда)))",
    "ru": r"(?<!кроме )(?<!исключением )суббот",
}
_SUNDAY: Final[Words] = {
    "kk": r"\bжексенбі(?:ні қоса|(?![^.;()]*(?:басқа|қоспағанда)))",
    "ru": r"(?<!кроме )(?<!исключением )воскресень",
}
_ROUND_THE_CLOCK: Final = ("00:00", "24:00")
_CLOCK: Final = re.compile(r"(?<!\d)([01]?\d|2[0-4])[.:-]([0-5]\d)(?!\d)")
_WORKING_WEEK: Final = frozenset(range(1, 6))
_WEEK: Final = frozenset(range(1, 8))
_SIXTH, _SEVENTH = 6, 7


def time_disagreements(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield units, starts, excluded days and hours that their quotations do not bear out."""
    for i, term in enumerate(entry.model.processing_times):
        loc: Loc = ("processing_times", i)
        yield from _unit(entry, loc, term)
        if term.starts:
            words = _STARTS[term.starts]
            yield from unsaid(entry, (*loc, "starts"), term.starts, words, term.text)
        yield from _excluded(entry, loc, term)
    for i, hours in enumerate(entry.model.hours):
        yield from _clock(entry, ("hours", i), hours)
        yield from _days(entry, ("hours", i, "days"), hours)


def _unit(entry: Entry[Service], loc: Loc, term: ProcessingTime) -> Iterator[Fault]:
    for lang in LANGS:
        said = {unit for unit, words in _UNITS.items() if names(term.text, lang, words)}
        # every working day is a day: `days` are those the law calls neither
        otherwise = said & {"working_days", "calendar_days"} if term.unit == "days" else set()
        if term.unit not in said or otherwise:
            yield against(entry, (*loc, "unit"), term.unit, term.text, lang)


def _excluded(entry: Entry[Service], loc: Loc, term: ProcessingTime) -> Iterator[Fault]:
    loc = (*loc, "excluded")
    for day, words in _EXCLUDED.items():
        if day not in term.excluded:
            for lang in LANGS if term.excluded_by else ():
                if term.excluded_by and names(term.excluded_by, lang, words):
                    yield against(entry, loc, f"without {day}", term.excluded_by, lang)
        elif term.excluded_by:
            yield from unsaid(entry, loc, day, words, term.excluded_by)
        else:
            message = f"is {day}, no excluded_by quotes that this day does not count"
            yield entry.fault(loc, message, term.text.point)


def _clock(entry: Entry[Service], loc: Loc, hours: Hours) -> Iterator[Fault]:
    pause = hours.pause or (None, None)
    fields: dict[Loc, str | None] = {
        (*loc, "opens"): hours.opens,
        (*loc, "break", 0): pause[0],
        (*loc, "break", 1): pause[1],
        (*loc, "closes"): hours.closes,
    }
    times = {field: time for field, time in fields.items() if time}
    always = _is_always(hours)
    for lang in LANGS:
        if always != names(hours.text, lang, _ALWAYS):
            value = "–".join(times.values()) or "empty"
            yield against(entry, (*loc, "opens"), value, hours.text, lang)
        elif not always:
            found = _CLOCK.findall(hours.text[lang])
            printed = {f"{int(hour):02}:{minute}" for hour, minute in found}
            for field, time in times.items():
                if time not in printed:
                    yield against(entry, field, time, hours.text, lang)
            if left := sorted(printed - set(times.values())):
                message = f"leaves out {', '.join(left)} of the {lang} quotation"
                yield entry.fault(loc, message, hours.text.point)
    if any(later <= earlier for earlier, later in itertools.pairwise(times.values())):
        message = f"must open, break and close in this order: {', '.join(times.values())}"
        yield entry.fault(loc, message, hours.text.point)


def _days(entry: Entry[Service], loc: Loc, hours: Hours) -> Iterator[Fault]:
    days = frozenset(hours.days or ())
    always = _is_always(hours)
    for lang in LANGS:
        if always:
            wrong = hours.days is not None and days != _WEEK
        else:
            text = hours.text
            wrong = (_SIXTH in days) != names(text, lang, _SATURDAY)
            wrong |= _SEVENTH in days and not names(text, lang, _SUNDAY)
            wrong |= names(text, lang, _DAILY) and not days >= _WORKING_WEEK
        if wrong:
            value = ", ".join(map(str, sorted(days))) or "empty"
            yield against(entry, loc, value, hours.text, lang)


def _is_always(hours: Hours) -> bool:
    return (hours.opens, hours.closes) == _ROUND_THE_CLOCK
