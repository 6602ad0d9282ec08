"""A whole answer, update in and reply out, beside a bare aiogram echo of the same updates."""

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from itertools import count, cycle, islice
from pathlib import Path
from typing import Any, Final, TypeAlias

from aiogram import Bot, Dispatcher, F
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.types import Message, Update
from aiogram.utils.magic_filter import MagicFilter
from typing_extensions import override

from bot.casework.casework import Casework
from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue
from bot.chat.metrics import Metrics
from bot.chat.serving import assemble
from bot.clock import SystemClock
from bot.finding.answers import Finder
from bot.paper.checklist import render
from bot.screens.desk import Screens
from bot.screens.mark import Mark
from bot.screens.sheet import Sheet, to_have
from bot.screens.words import Words
from bot.storage import Cipher, SqlStore, open_store
from bot.text import LANGS, Lang
from tests.benchmarks.table import Row
from tests.chat.updates import ME, Raw, message, pressed, private, said
from tests.session import InProcess

RUNS: Final = 7
PEOPLE: Final = 300  # each writes once a run, and presses once: nobody is told that it is too much
DATA: Final = Path(__file__).resolve().parents[2] / "data"
PER_CENT: Final = 100
MILLI: Final = 1e3

QUESTIONS: Final[tuple[tuple[Lang, str], ...]] = (
    ("ru", "какие документы нужны афганцу чтобы взять в военкомате справку на льготы"),
    ("kk", "түпкі пайдаланушының сертификатын алу үшін не керек"),
    ("ru", "сколько ждать справку для чернобыльцев если сведений нет в архиве"),
    ("kk", "балам приписнойын жоғалтып алды, жаңасына не керек"),
    ("ru", "отец потерял военный билет и сам не ходит, могу ли за него подать"),
    ("kk", "запастағы офицердің әскери билетін неше күнде жасайды"),
    ("ru", "спарвка на льготы чернобылцу где взять"),
    ("kk", "соғысқа қатысушы куәлігін алу тегін бе"),
    ("ru", "офицеру встать на воинский учет какие документы"),
    ("kk", "askeri bilet alu ushin ne kerek"),
    ("ru", "здравствуйте"),
    ("kk", "сарбазға әскери билет бермей жүр, кімге шағым айтамын"),
    ("ru", "как поменять паспорт"),
    ("kk", "шетелге көшерде әскери билет орнына берілетін анықтама ақылы ма"),
)

Feed: TypeAlias = Callable[[Update], Awaitable[object]]


class AtOnce(InProcess):
    """Take every request, and return at once what is ready."""

    def __init__(self) -> None:
        super().__init__()
        self._sent = Message.model_validate(message("…", by=ME))

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:
        return self._sent if isinstance(method, SendMessage) else True


def measure() -> list[Row]:
    """Measure answers and presses one run of each after the other, then the printed lists."""
    catalogue = load_catalogue([DATA])
    desk = Screens(catalogue, Finder.read(catalogue, [DATA]), Words())
    return [*asyncio.run(_answers(catalogue, desk)), _printed(catalogue, desk)]


async def _answers(catalogue: Catalogue, desk: Screens) -> list[Row]:
    echoed, filtered = Row("aiogram echo", "1/s"), Row("aiogram echo, F.text", "1/s")
    known, share = Row("answer, person known", "1/s"), Row("that, of the first echo", "%")
    cold, ticked = Row("answer, person new", "1/s"), Row("press that ticks a paper", "1/s")
    bot, metrics, ids = Bot("7:benchmark", session=AtOnce()), Metrics(), count(1)
    acquaintances = list(islice(_people(ids), PEOPLE))
    papers = cycle(_papers(catalogue))
    async with _stored() as store:
        casework = Casework.of(store, SystemClock())
        for person in acquaintances:
            lang = person["language_code"]
            await casework.people.choose_language(person["id"], lang, update_id=-person["id"])
        ours, echo = _ours(bot, desk, casework, metrics), _echo(bot)
        echo_filtered = _echo(bot, F.text)
        for _ in range(RUNS):
            messages = _messages(bot, acquaintances)
            echoed.add(await _rate(echo, messages))
            filtered.add(await _rate(echo_filtered, messages))
            known.add(await _rate(ours, messages))
            share.add(known.values[-1] / echoed.values[-1] * PER_CENT)
            cold.add(await _rate(ours, _messages(bot, islice(_people(ids), PEOPLE))))
            presses = [_press(bot, person, next(papers)) for person in acquaintances]
            ticked.add(await _rate(ours, presses))
    _refuse_silence(metrics)
    return [echoed, filtered, known, share, cold, ticked]


def _people(ids: Iterator[int]) -> Iterator[Raw]:
    """Give people nobody has met, who ask in the language of their telephone."""
    for person_id, (lang, _) in zip(ids, cycle(QUESTIONS), strict=False):
        yield {"id": person_id, "is_bot": False, "first_name": "Айгүл", "language_code": lang}


def _messages(bot: Bot, people: Sequence[Raw] | Iterator[Raw]) -> list[Update]:
    """Return a question of each, written now."""
    return [
        _update(bot, said(text, by=person, date=int(time.time())))
        for person, (_, text) in zip(people, cycle(QUESTIONS), strict=False)
    ]


def _press(bot: Bot, person: Raw, mark: Mark) -> Update:
    under = message("…", by=ME, chat=private(person))
    return _update(bot, pressed(mark.pack(), by=person, under=under))


def _update(bot: Bot, raw: Raw) -> Update:
    return Update.model_validate(raw, context={"bot": bot})


def _papers(catalogue: Catalogue) -> list[Mark]:
    """Return what the buttons of every paper to have ask for."""
    return [
        Mark(service.id, case.id, "have", paper.id)
        for service in catalogue.services
        for case in service.cases
        for paper in to_have(case)
    ]


@asynccontextmanager
async def _stored() -> AsyncIterator[SqlStore]:
    """Keep an empty SQLite file for a while."""
    with tempfile.TemporaryDirectory() as folder:
        store = await open_store(f"sqlite+aiosqlite:///{folder}/bot.db", Cipher(["benchmark" * 4]))
        try:
            yield store
        finally:
            await store.close()


def _ours(bot: Bot, desk: Screens, casework: Casework, metrics: Metrics) -> Feed:
    dispatcher = assemble(desk, casework, metrics)

    async def feed(update: Update) -> None:
        await dispatcher.feed_update(bot, update, update_id=update.update_id, last=False)

    return feed


def _echo(bot: Bot, *filters: MagicFilter) -> Feed:
    dispatcher = Dispatcher(disable_fsm=True)

    @dispatcher.message(*filters)
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    async def feed(update: Update) -> None:
        await dispatcher.feed_update(bot, update)

    return feed


async def _rate(feed: Feed, updates: Sequence[Update]) -> float:
    """Return how many updates a second are answered, one after the other."""
    begun = time.perf_counter()
    for update in updates:
        await feed(update)
    return len(updates) / (time.perf_counter() - begun)


def _refuse_silence(metrics: Metrics) -> None:
    """End the program if an update was not answered properly: then its speed tells nothing."""
    counted = (*metrics.failed.collect(), *metrics.hushed.collect())
    if any(sample.value for each in counted for sample in each.samples if "total" in sample.name):
        raise SystemExit("an update was not answered")


def _printed(catalogue: Catalogue, desk: Screens) -> Row:
    """Print every list once, in each language: the compiler remembers what it has printed."""
    row = Row("PDF of a checklist", "ms")
    first, *others = _sheets(catalogue, desk)
    render(first)
    for sheet in others:
        begun = time.perf_counter()
        render(sheet)
        row.add((time.perf_counter() - begun) * MILLI)
    return row


def _sheets(catalogue: Catalogue, desk: Screens) -> Iterator[Sheet]:
    """Give the lists with papers to have, each with the first of them ticked."""
    lists = {(mark.service, mark.case): mark for mark in reversed(_papers(catalogue))}
    for mark in lists.values():
        for lang in LANGS:
            if sheet := desk.checklists.sheet(mark, {mark.paper}, lang):
                yield sheet
