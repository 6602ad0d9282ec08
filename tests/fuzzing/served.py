"""The bot as it runs, from an update's raw JSON to the sandbox's answer, in one process."""

from dataclasses import dataclass
from itertools import count
from typing import Final, Self

from aiogram import Bot
from aiogram.types import CallbackQuery, Message, Update
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.app import SANDBOX_TOKEN
from bot.background import Background
from bot.casework.casework import Casework
from bot.chat.handling import Handling
from bot.chat.metrics import Metrics
from bot.chat.pace import Pace
from bot.chat.serving import assemble
from bot.clock import SystemClock
from bot.sandbox import world
from bot.sandbox.sandbox import Callback, Sandbox
from bot.screens.desk import Screens
from bot.storage import SqlStore
from tests.fuzzing.everybody import PEOPLE, Raw, settle_in
from tests.fuzzing.messages import WRITTEN
from tests.fuzzing.presses import FILE, FRESH, GONE
from tests.fuzzing.telegram import Request, Telegram

MINUTE: Final = 60  # nobody writes faster, or the bot would say less
PATIENT: Final = Pace(drain=120)
_numbers = count(1)  # of updates: the database remembers those that wrote


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold an update and all that came of it."""

    update: Update
    requests: list[Request]
    raised: list[Exception]
    logged: list[EventDict]
    press: Callback | None  # if Telegram still remembers it
    offset: int | None


class Served:
    """Be a bot just started, to which nobody has written yet."""

    def __init__(self, desk: Screens, store: SqlStore) -> None:
        self._store = store
        self._sandbox = Sandbox()
        settle_in(self._sandbox)
        self._telegram = Telegram(self._sandbox)
        self._bot = Bot(SANDBOX_TOKEN.get_secret_value(), session=self._telegram)
        self._casework = Casework.of(store, SystemClock())
        self._metrics = Metrics()
        self._dispatcher = assemble(desk, self._casework, self._metrics)
        self._background = Background()
        self._raised: list[Exception] = []
        self._handling = Handling(
            self._feed, self._casework.inbox, self._background, self._metrics, PATIENT
        )

    async def __aenter__(self) -> Self:
        """Know the bot's name, and nobody else."""
        await self._bot.me()
        async with self._store.begin() as tx:
            for person in PEOPLE:
                await tx.people.delete(person["id"])
        return self

    async def __aexit__(self, *_: object) -> None:
        """End what was begun."""
        await self._background.__aexit__()

    def read(self, raw: Raw) -> Update:
        """Return the update as aiogram reads it; raise what aiogram raises."""
        return Update.model_validate(self._remembered(raw), context={"bot": self._bot})

    async def receive(self, update: Update) -> Seen:
        """Have an update handled, from its arrival until Telegram may forget it."""
        update = update.model_copy(update={"update_id": next(_numbers)})
        press = self._meet(update.callback_query) if update.callback_query else None
        self._telegram.requests, self._raised = [], []
        with capture_logs() as logged:
            self._handling.begin(update)
            await self._handling.drain()
        return Seen(
            update,
            self._telegram.requests,
            self._raised,
            logged,
            press,
            self._handling.ledger.ask(),
        )

    async def _feed(self, update: Update, *, last: bool) -> None:
        try:
            await self._dispatcher.feed_update(
                self._bot, update, update_id=update.update_id, last=last
            )
        except Exception as error:
            self._raised.append(error)
            raise

    def _remembered(self, raw: Raw) -> Raw:
        """Give what a person does an id, or a time, of its own."""
        message = raw.get("message")
        if isinstance(message, dict) and message.get("date") == WRITTEN:
            raw = raw | {"message": message | {"date": WRITTEN + next(_numbers) * MINUTE}}
        for kind in ("callback_query", "inline_query"):
            event = raw.get(kind)
            if isinstance(event, dict) and event.get("id") == FRESH:
                number = f"{FRESH}{next(_numbers)}"
                if kind == "inline_query":
                    number = self._sandbox.inline.ask(0, "", "").id
                raw = raw | {kind: event | {"id": number}}
        return raw

    def _meet(self, press: CallbackQuery) -> Callback | None:
        """Let the sandbox know the press, and the message it is under unless that is deleted."""
        under = press.message
        chat = self._sandbox.world.chats.get(under.chat.id) if under else None
        if isinstance(under, Message) and chat and 0 < under.message_id < GONE:
            chat.messages[under.message_id] = world.Message(
                id=under.message_id,
                chat=chat.id,
                sender=under.from_user.id if under.from_user else 0,
                date=0,
                content=FILE if under.text is None else {"text": under.text},
            )
        if not press.id.startswith(FRESH):
            return None
        known = Callback(
            id=press.id,
            person=press.from_user.id,
            chat=under.chat.id if under else 0,
            message_id=under.message_id if under else 0,
            data=press.data or "",
            asked=self._sandbox.clock.now(),
        )
        self._sandbox.callbacks[known.id] = known
        return known
