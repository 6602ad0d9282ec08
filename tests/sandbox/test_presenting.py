"""What the bot tells of itself, and who is in a chat."""

import pytest

from tests.journeys.driver import Telegram
from tests.sandbox.api import GROUP, Api, Json


def _command(name: str, description: str = "x") -> Json:
    return {"command": name, "description": description}


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([_command("")], "command must be non-empty"),
        ([_command("a" * 33)], "command length must not exceed 32"),
        ([_command("Help")], "BOT_COMMAND_INVALID"),
        ([_command("көмек")], "BOT_COMMAND_INVALID"),
        ([_command("a", " ")], "command description must be non-empty"),
        ([_command("a", "ә" * 257)], "command description length must not exceed 256"),
        ([_command("a")] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ([{"command": "a"}], "can't parse BotCommand: Can't find field \"description\""),
    ],
)
async def test_faulty_commands_are_refused(api: Api, commands: list[Json], words: str) -> None:
    """Commands are 1 to 32 of a-z 0-9 _, described in 1 to 256 characters, 100 at most."""
    assert await api.refused("setMyCommands", commands=commands) == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"scope": {"type": "all"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"language_code": "kaz"}, "invalid language code specified"),
    ],
)
async def test_commands_need_a_scope_and_a_language(api: Api, more: Json, words: str) -> None:
    """A scope nobody knows, a chat that is not there and a long language code are refused."""
    refusal = await api.refused("setMyCommands", commands=[_command("a")], **more)
    assert refusal == f"Bad Request: {words}"


async def test_commands_are_chosen_by_scope_and_language(api: Api, telegram: Telegram) -> None:
    """A member is offered the narrowest scope's list, in their language if there is one."""
    private, group = {"type": "all_private_chats"}, {"type": "all_group_chats"}
    administrators = {"type": "chat_administrators", "chat_id": GROUP}
    one = {"type": "chat_member", "chat_id": GROUP, "user_id": 1004}
    await api.ok("setMyCommands", commands=[_command("any")])
    await api.ok("setMyCommands", commands=[_command("kk")], scope=private, language_code="kk")
    await api.ok("setMyCommands", commands=[_command("group")], scope=group)
    await api.ok("setMyCommands", commands=[_command("admin")], scope=administrators)
    await api.ok("setMyCommands", commands=[_command("/dana")], scope=one)
    offered = {
        (chat["id"], person): [command["command"] for command in commands]
        for chat in (await telegram.state())["chats"]
        for person, commands in chat["commands"].items()
    }
    assert offered[1001, "1001"] == ["kk"]
    assert offered[1002, "1002"] == ["any"]
    assert offered[GROUP, "1001"] == ["group"]
    assert offered[GROUP, "1003"] == ["admin"]
    assert offered[GROUP, "1004"] == ["dana"]
    assert await api.ok("getMyCommands", scope=group) == [_command("group")]
    assert await api.ok("deleteMyCommands", scope=group)
    assert await api.ok("getMyCommands", scope=group) == []
    assert {"scope": one, "language_code": "", "commands": [_command("dana")]} in (
        await telegram.state()
    )["bot"]["commands_by"]


@pytest.mark.parametrize(
    ("method", "field", "longest"),
    [
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
        ("Name", "name", 64),
    ],
)
async def test_texts_about_the_bot(api: Api, method: str, field: str, longest: int) -> None:
    """A text is set for one language or for all, within its limit."""
    await api.ok(f"setMy{method}", **{field: "х" * longest})
    await api.ok(f"setMy{method}", **{field: "қазақша", "language_code": "kk"})
    assert await api.ok(f"getMy{method}", language_code="kk") == {field: "қазақша"}
    assert await api.ok(f"getMy{method}", language_code="ru") == {field: "х" * longest}
    refusal = await api.refused(f"setMy{method}", **{field: "х" * (longest + 1)})
    assert refusal.endswith("is too long")


async def test_description_is_shown_in_the_persons_language(api: Api, telegram: Telegram) -> None:
    """The page shows each person the description of their language."""
    await api.ok("setMyDescription", description="по-русски", language_code="ru")
    people = (await telegram.state())["people"]
    assert [person["description"] for person in people] == ["", "по-русски", "", "по-русски"]


async def test_members_are_told_to_an_administrator(api: Api, telegram: Telegram) -> None:
    """A plain member learns only of itself; an administrator of everybody."""
    where = {"chat_id": GROUP}
    assert (await api.ok("getChatMember", user_id=7000000001, **where))["status"] == "member"
    refusal = await api.refused("getChatMember", user_id=1003, **where)
    assert refusal == "Bad Request: member list is inaccessible"
    await telegram.person(1003).does("promote_bot", GROUP)
    statuses = {
        user: (await api.ok("getChatMember", user_id=user, **where))["status"]
        for user in (1002, 1003, 1004, 7000000001)
    }
    assert statuses == {
        1002: "left",
        1003: "creator",
        1004: "member",
        7000000001: "administrator",
    }
    administrators = await api.ok("getChatAdministrators", **where)
    assert [member["user"]["id"] for member in administrators] == [1003, 7000000001]
    assert await api.ok("getChatMemberCount", **where) == 4
    for user, words in ((5, "user not found"), (0, "invalid user_id specified")):
        refusal = await api.refused("getChatMember", user_id=user, **where)
        assert refusal == f"Bad Request: {words}"


async def test_private_chat_has_two_members(api: Api) -> None:
    """In private there are the person and the bot, and no administrators."""
    assert await api.ok("getChatMemberCount", chat_id=1001) == 2
    assert (await api.ok("getChatMember", chat_id=1001, user_id=1001))["status"] == "member"
    assert await api.refused("getChatAdministrators", chat_id=1001) == (
        "Bad Request: there are no administrators in the private chat"
    )
    assert (await api.ok("getChat", chat_id="@aigul_sandbox"))["first_name"] == "Айгүл"
