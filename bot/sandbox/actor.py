"""The person who acts, where, and with which words."""

from dataclasses import dataclass

from bot.sandbox.refusals import ActError, JsonObject
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import Chat, Message, Person


@dataclass(frozen=True, slots=True)
class Actor:
    """One act of one person in one chat."""

    sandbox: Sandbox
    person: Person
    chat: Chat
    asked: JsonObject

    @classmethod
    def of(cls, sandbox: Sandbox, asked: JsonObject) -> "Actor":
        """Find the person and the chat of an act; without a chat it is the private one."""
        number = asked.get("person")
        person = sandbox.world.people.get(number) if isinstance(number, int) else None
        if person is None:
            raise ActError(f"There is no person {number}.")
        where = asked.get("chat")
        chat = sandbox.world.chats.get(person.id if where is None else where)
        if chat is None or (chat.private and chat.person != person.id):
            raise ActError(f"{person.first_name} has no chat {where}.")
        return cls(sandbox, person, chat, asked)

    def text(self, name: str) -> str:
        """Return a word of the act, empty where it is not given."""
        value = self.asked.get(name)
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        """Return a whole number of the act, or None."""
        value = self.asked.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def check_may_write(self) -> None:
        """Refuse who blocked the bot or is not in the group."""
        if self.chat.private and self.person.blocked:
            raise ActError("The bot is blocked: unblock it first.")
        self.check_member()

    def check_member(self) -> None:
        """Refuse who is not in the group."""
        if not self.chat.private and self.person.id not in self.chat.members:
            raise ActError(f"{self.person.first_name} is not in this group.")

    def own_message(self) -> Message:
        """Return the person's own message the act names, or refuse."""
        message = self.chat.live(self.number("message_id"))
        if message is None or message.sender != self.person.id:
            raise ActError("There is no such message of this person.")
        return message

    def write(
        self, content: JsonObject, markup: JsonObject | None = None, *, via_bot: bool = False
    ) -> JsonObject:
        """Post a message of the person and give the bot its update."""
        self.check_may_write()
        world = self.sandbox.world
        number = world.next_number()
        thread = self.number("message_thread_id")
        message = Message(
            id=number,
            chat=self.chat.id,
            sender=self.person.id,
            date=self.sandbox.clock.timestamp(),
            content=content,
            markup=markup,
            reply_to=self.number("reply_to"),
            thread=thread,
            via_bot=via_bot,
            inline_id=f"inline-{number}" if via_bot and markup else None,
        )
        if self.chat.private:
            self.person.started = True
        if thread is not None:
            self.chat.threads.add(thread)
        self.sandbox.post(message)
        update = self.sandbox.deliver("message", message)
        return {"update_id": update, "message_id": number}
