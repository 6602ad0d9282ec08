"""The methods about the bot itself: its name, descriptions and commands."""

import re
from typing import Final

from bot.sandbox.calls import Call
from bot.sandbox.profile import SCOPES, nearest
from bot.sandbox.refusals import JsonObject, bad_request
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import bot_user

_COMMAND: Final = re.compile(r"[a-z0-9_]+")
_LANGUAGE: Final = re.compile(r"[a-z]{2}|")
_MOST_COMMANDS: Final = 100
_LONGEST_COMMAND: Final = 32
_LONGEST_COMMAND_DESCRIPTION: Final = 256
_LONGEST_NAME: Final = 64
_LONGEST_DESCRIPTION: Final = 512
_LONGEST_SHORT_DESCRIPTION: Final = 120


def get_me(_sandbox: Sandbox, _call: Call) -> JsonObject:
    """Return the bot: it can join groups, is in privacy mode and takes inline queries."""
    return bot_user() | {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(sandbox: Sandbox, call: Call) -> bool:
    """Set the commands of a scope and language."""
    scope, language = _scope(sandbox, call), _language(call)
    commands = call.objects("commands", "bot commands")
    if len(commands) > _MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    sandbox.profile.set_commands(scope, language, [_command(command) for command in commands])
    sandbox.events.add("commands")
    return True


def get_my_commands(sandbox: Sandbox, call: Call) -> list[JsonObject]:
    """Return the commands of a scope and language."""
    return sandbox.profile.commands(_scope(sandbox, call), _language(call))


def delete_my_commands(sandbox: Sandbox, call: Call) -> bool:
    """Delete the commands of a scope and language."""
    sandbox.profile.set_commands(_scope(sandbox, call), _language(call), [])
    sandbox.events.add("commands")
    return True


def set_my_name(sandbox: Sandbox, call: Call) -> bool:
    """Set the bot's name in one language or in all."""
    return _set(sandbox, call, sandbox.profile.names, "name", _LONGEST_NAME)


def set_my_description(sandbox: Sandbox, call: Call) -> bool:
    """Set what an empty chat with the bot shows."""
    return _set(sandbox, call, sandbox.profile.descriptions, "description", _LONGEST_DESCRIPTION)


def set_my_short_description(sandbox: Sandbox, call: Call) -> bool:
    """Set what the bot's card shows."""
    return _set(
        sandbox,
        call,
        sandbox.profile.short_descriptions,
        "short_description",
        _LONGEST_SHORT_DESCRIPTION,
    )


def get_my_name(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return the bot's name in a language."""
    return {"name": nearest(sandbox.profile.names, _language(call))}


def get_my_description(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return the bot's description in a language."""
    return {"description": nearest(sandbox.profile.descriptions, _language(call))}


def get_my_short_description(sandbox: Sandbox, call: Call) -> JsonObject:
    """Return the bot's short description in a language."""
    return {"short_description": nearest(sandbox.profile.short_descriptions, _language(call))}


def _set(sandbox: Sandbox, call: Call, texts: dict[str, str], name: str, longest: int) -> bool:
    language = _language(call)
    text = call.text(name).strip()
    if len(text) > longest:
        # Telegram refuses these too; the wording of its refusal is not known.
        raise bad_request(f"bot {name.replace('_', ' ')} is too long")
    texts[language] = text
    sandbox.events.add("commands")
    return True


def _language(call: Call) -> str:
    language = call.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    return language


def _scope(sandbox: Sandbox, call: Call) -> JsonObject:
    scope = call.object("scope", "bot command scope") or {"type": "default"}
    if scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    clean: JsonObject = {"type": scope["type"]}
    if "chat" in scope["type"].split("_") and not scope["type"].startswith("all_"):
        clean["chat_id"] = sandbox.world.find_chat(scope.get("chat_id")).id
    if scope["type"] == "chat_member":
        clean["user_id"] = scope.get("user_id")
    return clean


def _command(given: JsonObject) -> JsonObject:
    for name in ("command", "description"):
        if not isinstance(given.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    command = given["command"].strip().removeprefix("/")
    description = given["description"].strip()
    if not command:
        raise bad_request("command must be non-empty")
    if len(command) > _LONGEST_COMMAND:
        raise bad_request(f"command length must not exceed {_LONGEST_COMMAND}")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > _LONGEST_COMMAND_DESCRIPTION:
        raise bad_request(
            f"command description length must not exceed {_LONGEST_COMMAND_DESCRIPTION}"
        )
    if not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    return given | {"command": command, "description": description}
