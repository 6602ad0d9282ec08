"""The whole state of one sandbox, and the few things everything in it does."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from bot.sandbox.clock import SandboxClock
from bot.sandbox.events import Events
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.inline import InlineQueries
from bot.sandbox.messages import message_json, message_view
from bot.sandbox.privacy import bot_hears
from bot.sandbox.profile import Profile
from bot.sandbox.refusals import JsonObject
from bot.sandbox.request_log import RequestLog
from bot.sandbox.updates import Updates
from bot.sandbox.world import Message, World

CALLBACK_LIFE: Final = dt.timedelta(seconds=60)


@dataclass(slots=True)
class Callback:
    """One press of a button, and how the bot answered it."""

    id: str
    person: int
    chat: int
    message_id: int
    data: str
    asked: dt.datetime
    answer: JsonObject | None = None

    def shown(self) -> JsonObject:
        """Return the press for the control endpoint."""
        return {
            "id": self.id,
            "person": self.person,
            "chat": self.chat,
            "message_id": self.message_id,
            "data": self.data,
            "at": self.asked.isoformat(),
            "answered": self.answer is not None,
            "answer": self.answer,
        }


class Sandbox:
    """Hold the world, the queue of updates, the events, the faults and the log."""

    def __init__(self) -> None:
        self.clock = SandboxClock()
        self.world = World()
        self.events = Events()
        self.updates = Updates()
        self.files = Files()
        self.faults = Faults()
        self.log = RequestLog()
        self.profile = Profile()
        self.inline = InlineQueries()
        self.callbacks: dict[str, Callback] = {}
        self.webhook = ""

    def reset(self) -> None:
        """Go back to the default world; numbers of messages, updates and events keep rising."""
        self.clock.reset()
        self.world.reset()
        self.updates.drop()
        self.faults.clear()
        self.log.clear()
        self.inline = InlineQueries()
        self.callbacks = {}
        self.events.add("reset")

    def view(self, message: Message) -> JsonObject:
        """Return a message as the page shows it."""
        unanswered = sum(
            press.answer is None and (press.chat, press.message_id) == (message.chat, message.id)
            for press in self.callbacks.values()
        )
        return message_view(self.world, message, unanswered)

    def tell(self, kind: str, message: Message, **more: object) -> None:
        """Tell the page about a message: `message`, `edit` or `delete`."""
        self.events.add(
            kind,
            chat=message.chat,
            message_id=message.id,
            person=message.ephemeral_for,
            message=self.view(message),
            **more,
        )

    def post(self, message: Message) -> None:
        """Put a message into its chat and tell the page."""
        self.world.chats[message.chat].messages[message.id] = message
        self.tell("message", message)

    def deliver(self, kind: str, message: Message) -> int | None:
        """Give the bot an update about a person's message, if it may know of it."""
        if not bot_hears(self.world.chats[message.chat], message):
            return None
        return self.updates.add(kind, message_json(self.world, message))
