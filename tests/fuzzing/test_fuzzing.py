"""Ten thousand updates, drawn by chance but the same ones every time, through the whole bot."""

import asyncio
import json
from collections import Counter
from typing import Final

from aiogram.types import Update
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from typing_extensions import override

from bot.chat.reading import kind_of
from bot.chat.restraint import MESSAGES
from bot.screens.desk import Screens
from bot.storage import SqlStore
from bot.text import LANGS
from tests.fuzzing import promises
from tests.fuzzing.everybody import ALONE, PEOPLE, Raw
from tests.fuzzing.presses import Buttons
from tests.fuzzing.served import Seen, Served
from tests.fuzzing.updates import ASKED, updates
from tests.fuzzing.words import texts

IN_A_ROW: Final = 40  # one person may press as often within a moment
ROWS: Final = 268
AT_LEAST: Final = 10_000
ANSWERS: Final = ("sendMessage", "editMessageText", "sendDocument", "answerInlineQuery")

repeatable: Final = settings(
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate,),  # the one update that broke a promise is short enough to read
    suppress_health_check=list(HealthCheck),
)


class Row(list[Raw]):
    """Hold updates that come one after another; the one that matters is told by itself."""

    @override
    def __repr__(self) -> str:
        return f"{len(self)} updates"


@st.composite
def rows(draw: st.DrawFn, buttons: Buttons) -> Row:
    """Return updates that come one after another."""
    return Row(draw(st.lists(updates(buttons), min_size=IN_A_ROW, max_size=IN_A_ROW)))


def test_nothing_telegram_sends_breaks_the_bot(
    desk: Screens, store: SqlStore, runner: asyncio.Runner
) -> None:
    """Every update is answered or passed over as it should be, whatever is in it."""
    counted: Counter[str] = Counter()

    @settings(repeatable, max_examples=ROWS)
    @given(rows(Buttons.of(desk)))
    def feed(row: Row) -> None:
        counted.update(runner.run(received(row, desk, store)))

    feed()
    assert sum(counted[kind] for kind in (*Update.model_fields, "unknown")) >= AT_LEAST
    assert {*ASKED, *ANSWERS} <= counted.keys()


async def received(row: Row, desk: Screens, store: SqlStore) -> Counter[str]:
    """Have the updates handled by a bot just started; count their kinds, and its requests."""
    counted: Counter[str] = Counter()
    async with Served(desk, store) as served:
        for raw in row:
            update = read(served, raw)
            if update is None:
                continue
            seen = await served.receive(update)
            try:
                hold_to_promises(seen, desk)
            except AssertionError as broken:
                broken.add_note(json.dumps(raw, ensure_ascii=False))
                raise
            counted[kind_of(update)] += 1
            counted.update(request.call.method for request in seen.requests)
    return counted


def read(served: Served, raw: Raw) -> Update | None:
    """Return the update; None for one that aiogram refuses in the way polling can stand."""
    try:
        return served.read(raw)
    except ValidationError:
        return None


def hold_to_promises(seen: Seen, desk: Screens) -> None:
    """Check all that holds after any update."""
    promises.nothing_breaks(seen, desk)
    promises.telegram_takes_it(seen)
    promises.a_press_is_answered_once(seen)
    promises.it_stays_in_its_chat(seen)
    promises.silent_unless_addressed(seen)
    promises.words_alone_are_answered(seen)
    promises.it_survives_the_database(seen)


def test_who_writes_without_end_gets_one_sentence_about_it(
    desk: Screens, store: SqlStore, runner: asyncio.Runner
) -> None:
    """Of what one person writes within a moment twenty messages are answered."""

    @settings(repeatable, max_examples=10)
    @given(st.lists(texts.filter(bool), min_size=30, max_size=30))
    def flood(said: list[str]) -> None:
        seen = runner.run(received_at_once(said, desk, store))
        answers = [request.call.text("text") for one in seen for request in one.requests]
        assert len(answers) == MESSAGES + 1
        assert answers[-1] in {desk.too_much(lang).text for lang in LANGS}

    flood()


async def received_at_once(said: list[str], desk: Screens, store: SqlStore) -> list[Seen]:
    """Have one person's texts handled as if all were written in the same second."""
    message = {"message_id": 1, "date": 1, "chat": ALONE[1001], "from": PEOPLE[0]}
    async with Served(desk, store) as served:
        raws = [{"update_id": 1, "message": message | {"text": text}} for text in said]
        return [await served.receive(served.read(raw)) for raw in raws]
