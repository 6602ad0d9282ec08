"""Who is in the sandbox: the bot, people, chats and what was written in them."""

import itertools
from dataclasses import dataclass, field
from typing import Final

from bot.sandbox.refusals import JsonObject, bad_request

BOT_ID: Final = 7000000001
BOT_USERNAME: Final = "qujat_sandbox_bot"
BOT_NAME: Final = "Qujat"
GROUP_ID: Final = -1001000000001
ADMINISTRATORS: Final = frozenset({"creator", "administrator"})


@dataclass(slots=True)
class Person:
    """One user of the sandbox."""

    id: int
    first_name: str
    username: str
    language_code: str
    blocked: bool = False  # whether the person blocked the bot
    started: bool = False  # whether the person ever wrote to the bot in private

    def user(self) -> JsonObject:
        """Return the person as Telegram's User."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": self.first_name,
            "username": self.username,
            "language_code": self.language_code,
        }


@dataclass(slots=True)
class Message:
    """One message; an ephemeral one has a negative id here and 0 on the wire."""

    id: int
    chat: int
    sender: int
    date: int
    content: JsonObject  # Telegram's own fields: text, entities, photo, caption ...
    markup: JsonObject | None = None
    reply_to: int | None = None
    thread: int | None = None
    edit_date: int | None = None
    via_bot: bool = False
    inline_id: str | None = None
    ephemeral_for: int | None = None
    silent: bool = False
    service: bool = False
    deleted: bool = False
    reactions: list[JsonObject] = field(default_factory=list)


@dataclass(slots=True)
class Chat:
    """A private chat or a supergroup, with its messages in the order of sending."""

    id: int
    title: str
    person: int | None = None  # whose private chat it is
    members: dict[int, str] = field(default_factory=dict)  # people and their status
    bot_status: str = "member"
    messages: dict[int, Message] = field(default_factory=dict)
    threads: set[int] = field(default_factory=set)
    pinned: int | None = None

    @property
    def private(self) -> bool:
        """Tell whether it is a private chat."""
        return self.person is not None

    def live(self, message_id: int | None) -> Message | None:
        """Return the message with that id unless it is deleted."""
        message = self.messages.get(message_id or 0)
        return None if message is None or message.deleted else message


class World:
    """The people and the chats; numbers of messages rise also over a reset."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self.people: dict[int, Person] = {}
        self.chats: dict[int, Chat] = {}
        self.reset()

    def reset(self) -> None:
        """Go back to the four people, their private chats and the group, all empty."""
        people = (
            Person(1001, "Айгүл", "aigul_sandbox", "kk"),
            Person(1002, "Сергей", "sergey_sandbox", "ru"),
            Person(1003, "Марат", "marat_sandbox", "kk"),
            Person(1004, "Дана", "dana_sandbox", "ru"),
        )
        group = Chat(
            GROUP_ID,
            "Қабылдау бөлмесі",
            members={1003: "creator", 1004: "member", 1001: "member"},
        )
        self.people, self.chats = {}, {}
        for person in people:
            self.welcome(person)
        self.chats[group.id] = group

    def welcome(self, person: Person) -> None:
        """Add a person, with an empty private chat."""
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, person.first_name, person.id)

    def next_number(self) -> int:
        """Return a number no message has had."""
        return next(self._numbers)

    def user(self, user_id: int) -> JsonObject | None:
        """Return a User, the bot or a person, or None for a stranger."""
        if user_id == BOT_ID:
            return bot_user()
        person = self.people.get(user_id)
        return person.user() if person else None

    def find_chat(self, chat_id: object) -> Chat:
        """Return the chat a request names by number or @username, or refuse."""
        words = str(chat_id).strip() if chat_id is not None else ""
        if not words:
            raise bad_request("chat_id is empty")
        if words.startswith("@"):
            found = (p.id for p in self.people.values() if f"@{p.username}" == words.lower())
            words = str(next(found, 0))
        number = words.removeprefix("-")
        chat = self.chats.get(int(words)) if number.isdecimal() else None
        if chat is None:
            raise bad_request("chat not found")
        return chat


def bot_user() -> JsonObject:
    """Return the bot as Telegram's User."""
    return {"id": BOT_ID, "is_bot": True, "first_name": BOT_NAME, "username": BOT_USERNAME}
