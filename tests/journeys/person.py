"""One person in front of the chat."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.journeys.seen import Json, Seen

if TYPE_CHECKING:
    from tests.journeys.driver import Telegram

_BOT = 7000000001
_REQUESTS = {"request_contact": "contact", "request_location": "location"}


@dataclass(frozen=True)
class Tapped:
    """What a tap did by itself: nothing, or opened an address, or began an inline query."""

    callback_id: str | None = None
    url: str | None = None
    inline_query: str | None = None
    copied: str | None = None


@dataclass(frozen=True)
class Offer:
    """One result of an inline query."""

    query_id: str
    raw: Json

    @property
    def title(self) -> str:
        """The upper line of the result."""
        return str(self.raw["title"])

    @property
    def description(self) -> str:
        """The lower line of the result."""
        return str(self.raw.get("description") or "")

    @property
    def text(self) -> str:
        """The text the result posts."""
        return str(self.raw["message"]["text"])


class Person:
    """A person of the sandbox; without `chat` everything happens in the private chat.

    What came before the person's last act in a chat counts as read: `sees` looks at what
    follows it, and goes on after what it found.
    """

    def __init__(self, telegram: "Telegram", number: int, name: str) -> None:
        self._telegram = telegram
        self._read: dict[int, int] = {}
        self.id = number
        self.name = name

    def forget(self) -> None:
        """Forget what was read: the world began anew."""
        self._read.clear()

    async def say(self, text: str, chat: int | None = None, *, reply_to: int | None = None) -> int:
        """Send a text and return the id of the message."""
        return int((await self._act("send", chat, text=text, reply_to=reply_to))["message_id"])

    async def start(self, payload: str = "") -> int:
        """Press Start, or open a deep link with `payload`."""
        return int((await self._act("start", None, payload=payload))["message_id"])

    async def sends(self, what: str, chat: int | None = None, **more: object) -> int:
        """Send a photo, voice, sticker, document, video, location, contact, dice or poll."""
        return int((await self._act(what, chat, **more))["message_id"])

    async def does(self, what: str, chat: int | None = None, **more: object) -> Json:
        """Do anything else the sandbox knows: block, unblock, join, leave, promote_bot ..."""
        return await self._act(what, chat, **more)

    async def corrects(self, message_id: int, text: str, chat: int | None = None) -> None:
        """Change the text of an own message."""
        await self._act("edit", chat, message_id=message_id, text=text)

    async def deletes(self, message_id: int, chat: int | None = None) -> None:
        """Delete an own message, or any in private."""
        await self._act("delete", chat, message_id=message_id)

    async def tap(self, label: str, chat: int | None = None) -> Tapped:
        """Tap a button by its label, on the newest message that has it; it must be there."""
        messages = await self.messages(chat)
        replaced = False
        for message in reversed(messages):
            button = message.button(label)
            # Of the keyboards in place of letters only the last one is on the screen.
            if message.changes_letters and (replaced or button is None):
                replaced = True
                continue
            if button is None:
                continue
            if not message.inline:
                return await self._tap_reply(button, chat)
            row = next(row for row, labels in enumerate(message.buttons) if label in labels)
            column = message.buttons[row].index(label)
            return await self._pressed(message.id, chat, row=row, column=column)
        there = [message.labels for message in messages if message.labels]
        raise AssertionError(
            f"{self.name} sees no button «{label}», only {there}.\n" + await self.transcript(chat)
        )

    async def press(self, message: Seen | int, data: str, chat: int | None = None) -> Tapped:
        """Press with `data` of one's own making, also on a message that is gone."""
        number = message.id if isinstance(message, Seen) else message
        return await self._pressed(number, chat, data=data)

    async def sees(self, *parts: str, chat: int | None = None, within: float = 10) -> Seen:
        """Wait for the bot's next message or edit whose text or buttons hold all `parts`."""
        where = chat or self.id

        def fits(event: Json) -> bool:
            message = event.get("message") or {}
            return (
                event["kind"] in {"message", "edit"}
                and event["chat"] == where
                and event.get("person") in {None, self.id}
                and message["from"]["id"] == _BOT
                and _holds(Seen(event["kind"], event["n"], message), parts)
            )

        event = await self._wait(where, fits, within, f"a message with {list(parts)}")
        return Seen(event["kind"], event["n"], event["message"])

    async def alerted(self, *parts: str, chat: int | None = None, within: float = 10) -> Seen:
        """Wait for a toast or an alert, the answer to a tap, that holds all `parts`."""
        where = chat or self.id

        def fits(event: Json) -> bool:
            return (
                event["kind"] == "callback_answer"
                and (event["chat"], event["person"]) == (where, self.id)
                and bool(event["text"])
                and all(part in event["text"] for part in parts)
            )

        event = await self._wait(where, fits, within, f"an alert with {list(parts)}")
        return Seen("callback_answer", event["n"], event)

    async def answered(self, tapped: Tapped, within: float = 10) -> Seen:
        """Wait until the bot answered a tap, with words or without."""

        def fits(event: Json) -> bool:
            return event.get("callback_query_id") == tapped.callback_id

        event = await self._telegram.first(fits, 0, within)
        if event is None:
            raise AssertionError(
                f"The tap of {self.name} was not answered within {within} s.\n"
                + await self.transcript()
            )
        return Seen("callback_answer", event["n"], event)

    async def inline(self, query: str, chat: int | None = None) -> list[Offer]:
        """Type a query after the bot's name and return what it offers."""
        answer = await self._act("inline", chat, query=query)
        return [Offer(answer["inline_query_id"], result) for result in answer["results"]]

    async def choose(self, offer: Offer, chat: int | None = None) -> int:
        """Post an offered result into a chat."""
        chosen = {"inline_query_id": offer.query_id, "result_id": offer.raw["id"]}
        return int((await self._act("choose", chat, **chosen))["message_id"])

    async def messages(self, chat: int | None = None) -> list[Seen]:
        """Return what stands in the chat now, oldest first."""
        return await self._telegram.messages(chat or self.id, self.id)

    async def transcript(self, chat: int | None = None) -> str:
        """Return the chat as text to read, with all buttons."""
        return "\n".join(
            f"{message.raw['from']['first_name']}: {message.line()}"
            for message in await self.messages(chat)
        )

    async def _act(self, do: str, chat: int | None, **words: object) -> Json:
        where = chat or self.id
        told = {name: value for name, value in words.items() if value is not None}
        answer = await self._telegram.act(self.id, where, do, **told)
        self._read[where] = answer["event"]
        return answer

    async def _tap_reply(self, button: Json, chat: int | None) -> Tapped:
        for request, what in _REQUESTS.items():
            if button.get(request):
                place = {"latitude": 43.24, "longitude": 76.95} if what == "location" else {}
                await self.sends(what, chat, **place)
                return Tapped()
        await self.say(button["text"], chat)
        return Tapped()

    async def _pressed(self, message_id: int, chat: int | None, **which: object) -> Tapped:
        answer = await self._act("press", chat, message_id=message_id, **which)
        return Tapped(
            answer.get("callback_query_id"),
            answer.get("url"),
            answer.get("inline_query"),
            answer.get("copy_text"),
        )

    async def _wait(
        self, where: int, fits: Callable[[Json], bool], within: float, what: str
    ) -> Json:
        event = await self._telegram.first(fits, self._read.get(where, 0), within)
        if event is None:
            raise AssertionError(
                f"{self.name} did not see {what} within {within} s. The chat:\n"
                + await self.transcript(where)
            )
        self._read[where] = event["n"]
        return event


def _holds(seen: Seen, parts: tuple[str, ...]) -> bool:
    shown = "\n".join([seen.text, *seen.labels])
    return all(part in shown for part in parts)
