"""The line every answer ends in: which decree, which points, and that it is repealed."""

import datetime as dt
from collections.abc import Container, Iterable
from typing import Final

from bot.catalogue.acts import Act
from bot.catalogue.models import Service
from bot.catalogue.vocabulary import Quote
from bot.screens.page import Speech
from bot.text import Lang

# so many points in a row are written as a range
_RANGE: Final = 3
# "11.4": a point and what is inside it
_SUBPOINT: Final = 2


def with_inner_points(service: Service) -> frozenset[str]:
    """Return the points that have points of their own: `11` where the standard prints «11.4.».

    Such points list papers: a case or a paper stands at 11.4.1.
    """
    papers = (paper.text.point for case in service.cases for paper in case.documents)
    found = (point.split(".") for point in (*papers, *(case.point for case in service.cases)))
    return frozenset(point[0] for point in found if len(point) > _SUBPOINT)


def point_name(point: str, lang: Lang, inner: Container[str] = ()) -> str:
    """Return `7-т. 1)` / `п. 7, пп. 1)` for "7.1", `2-қосымша` / `приложение 2` for "annex 2".

    "11.4.1" is subpoint 1 of 11.4: `11.4-т. 1)` / `п. 11.4, пп. 1)`; "11.4" is a point itself
    where 11 is one of those with `inner` points.
    """
    if point.startswith("annex "):
        annex = point.removeprefix("annex ")
        return f"{annex}-қосымша" if lang == "kk" else f"приложение {annex}"
    if point == "title":
        return "атауы" if lang == "kk" else "название"
    number, _, subpoint = point.partition(".")
    if number in inner or "." in subpoint:
        within, _, subpoint = subpoint.partition(".")
        number = f"{number}.{within}" if within else number
    if lang == "kk":
        return f"{number}-т. {subpoint})" if subpoint else f"{number}-т."
    return f"п. {number}, пп. {subpoint})" if subpoint else f"п. {number}"


def points_line(quotes: Iterable[Quote], lang: Lang) -> str:
    """Return the points of `quotes` without subpoints: `7, 16-т., 2-қосымша`."""
    numbers = sorted({int(q.point.split(".")[0]) for q in quotes if q.point[0].isdigit()})
    annexes = sorted({q.point for q in quotes if q.point.startswith("annex ")})
    parts = []
    if numbers:
        listed = ", ".join(_runs(numbers))
        parts.append(f"{listed}-т." if lang == "kk" else f"п. {listed}")
    return ", ".join([*parts, *(point_name(annex, lang) for annex in annexes)])


def _runs(numbers: list[int]) -> list[str]:
    """Return `1`, `7`, `20–26` for sorted numbers; two in a row stay two."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [
        part
        for run in runs
        for part in ([f"{run[0]}–{run[-1]}"] if len(run) >= _RANGE else map(str, run))
    ]


def closing_line(act: Act, quotes: Iterable[Quote], speech: Speech) -> str:
    """Return the line under an answer; an act in force has no word of repeal."""
    line = speech.say("Decree No. {number}").format(number=act.number)
    if points := points_line(quotes, speech.lang):
        line += f", {points}"
    if act.repealed_by:
        year = act.repealed_by.date.year
        line += speech.say("; repealed ({year}). Check: 1414").format(year=year)
    return line


def closing(act: Act, service: Service, quotes: Iterable[Quote], speech: Speech) -> str:
    """Return the closing line, after a word on whose translation was read."""
    line = closing_line(act, quotes, speech)
    if service.ru == "translation" and speech.lang == "ru":
        ours = speech.say("The translation from Kazakh is ours.")
        return f"{ours}\n{line}"
    return line


def edition_lines(act: Act, service: Service, speech: Speech) -> list[str]:
    """Return the decree, its edition and its repeal, a sentence each."""
    lines = [
        speech.say("Decree of the Government No. {number} of {date}.").format(
            number=act.number, date=date(act.date)
        )
    ]
    if service.edition:
        lines.append(
            speech.say("Edition: decree No. {number} of {date}.").format(
                number=service.edition.number, date=date(service.edition.date)
            )
        )
    if act.repealed_by:
        lines.append(
            speech.say(
                "Repealed by decree No. {number} of {date}: the order may have changed."
            ).format(number=act.repealed_by.number, date=date(act.repealed_by.date))
        )
    lines.append(
        speech.say("Both the Kazakh and the Russian text are official.")
        if service.ru == "official"
        else speech.say("The law is in Kazakh; the Russian is our translation.")
    )
    if act.now_see:
        lines.append(act.now_see[speech.lang])
    return lines


def date(day: dt.date) -> str:
    """Return `21.04.2011`, as both languages write it."""
    return f"{day:%d.%m.%Y}"
