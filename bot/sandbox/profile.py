"""What the bot tells of itself: commands by scope and language, descriptions, name."""

import json
from typing import Final

from bot.sandbox.refusals import JsonObject
from bot.sandbox.world import ADMINISTRATORS, BOT_NAME, Chat, Person

SCOPES: Final = frozenset(
    {
        "default",
        "all_private_chats",
        "all_group_chats",
        "all_chat_administrators",
        "chat",
        "chat_administrators",
        "chat_member",
    }
)


class Profile:
    """Hold commands and texts; a person gets those nearest to them, as Telegram chooses."""

    def __init__(self) -> None:
        self._commands: dict[tuple[str, str], list[JsonObject]] = {}
        self.names: dict[str, str] = {"": BOT_NAME}
        self.descriptions: dict[str, str] = {}
        self.short_descriptions: dict[str, str] = {}

    def set_commands(self, scope: JsonObject, language: str, commands: list[JsonObject]) -> None:
        """Set the commands of one scope and language; an empty list deletes them."""
        key = (_key(scope), language)
        self._commands.pop(key, None)
        if commands:
            self._commands[key] = commands

    def commands(self, scope: JsonObject, language: str) -> list[JsonObject]:
        """Return the commands set for exactly this scope and language."""
        return self._commands.get((_key(scope), language), [])

    def all_commands(self) -> list[JsonObject]:
        """Return every list with its scope and language."""
        return [
            {"scope": json.loads(scope), "language_code": language, "commands": commands}
            for (scope, language), commands in self._commands.items()
        ]

    def commands_for(self, person: Person, chat: Chat) -> list[JsonObject]:
        """Return the commands a person is offered in a chat: the narrowest scope wins."""
        here: JsonObject = {"chat_id": chat.id}
        scopes: list[JsonObject] = [{"type": "chat"} | here]
        if chat.private:
            scopes.append({"type": "all_private_chats"})
        else:
            scopes.insert(0, {"type": "chat_member", "user_id": person.id} | here)
            scopes.append({"type": "all_group_chats"})
            if chat.members.get(person.id) in ADMINISTRATORS:
                scopes.insert(1, {"type": "chat_administrators"} | here)
                scopes.insert(3, {"type": "all_chat_administrators"})
        scopes.append({"type": "default"})
        for scope in scopes:
            for language in (person.language_code, ""):
                if commands := self.commands(scope, language):
                    return commands
        return []


def nearest(texts: dict[str, str], language: str) -> str:
    """Return the text for a language, or the one for all languages, or nothing."""
    return texts.get(language) or texts.get("", "")


def _key(scope: JsonObject) -> str:
    return json.dumps(scope, sort_keys=True)
