"""Who writes, and where: what the sandbox knows of them, and a few it does not know."""

from typing import Any, Final

from bot.sandbox.sandbox import Sandbox
from bot.sandbox.world import GROUP_ID, Chat, Person, bot_user

Raw = dict[str, Any]

BLOCKER: Final = 1005  # has blocked the bot, and what was sent before that still arrives
OUT_OF: Final = -1001000000002  # a group that has put the bot out
STRANGE: Final = -1001000000009  # a group that is no more

TOPIC: Final = 4  # of every chat; no other is there

ME: Final[Raw] = bot_user()
PEOPLE: Final[list[Raw]] = [
    {"id": 1001, "is_bot": False, "first_name": "Айгүл", "language_code": "kk"},
    {"id": 1002, "is_bot": False, "first_name": "Сергей", "language_code": "ru"},
    {"id": 1003, "is_bot": False, "first_name": "Марат & <b>", "language_code": "en-GB"},
    {"id": 1004, "is_bot": False, "first_name": "\u202eآنا", "last_name": "", "is_premium": True},
    {"id": BLOCKER, "is_bot": False, "first_name": "B", "username": "b", "language_code": "zz"},
]
# Telegram's own: what it writes as when an administrator hides, and when a channel posts
HIDDEN: Final[Raw] = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
TELEGRAM: Final[Raw] = {"id": 777000, "is_bot": False, "first_name": "Telegram"}
OTHER_BOT: Final[Raw] = {"id": 42, "is_bot": True, "first_name": "Bot", "username": "other_bot"}
USERS: Final[list[Raw]] = [*PEOPLE, ME, HIDDEN, TELEGRAM, OTHER_BOT]

GROUPS: Final[list[Raw]] = [
    {"id": GROUP_ID, "type": "supergroup", "title": "Қабылдау бөлмесі"},
    {"id": -500, "type": "group", "title": "<i>", "all_members_are_administrators": True},
    {"id": -1001000000003, "type": "supergroup", "title": "Форум", "is_forum": True},
    {"id": OUT_OF, "type": "supergroup", "title": "", "username": "out"},
    {"id": STRANGE, "type": "supergroup", "title": "?"},
]
CHANNEL: Final[Raw] = {"id": -1001000000004, "type": "channel", "title": "Арна"}
ALONE: Final[dict[int, Raw]] = {
    person["id"]: {"id": person["id"], "type": "private", "first_name": person["first_name"]}
    for person in PEOPLE
}
CHATS: Final[list[Raw]] = [*ALONE.values(), *GROUPS, CHANNEL]


def settle_in(sandbox: Sandbox) -> None:
    """Let the sandbox know the people and the chats."""
    world = sandbox.world
    for raw in PEOPLE:
        code = raw.get("language_code", "")
        person = Person(raw["id"], raw["first_name"], f"p{raw['id']}", code, started=True)
        world.people[person.id] = person
        world.chats[person.id] = Chat(person.id, person.first_name, person.id)
    world.people[BLOCKER].blocked = True
    for raw in [*GROUPS, CHANNEL]:
        if raw["id"] != STRANGE:
            members = dict.fromkeys(world.people, "member")
            world.chats[raw["id"]] = Chat(raw["id"], raw["title"], members=members)
    for chat in world.chats.values():
        chat.threads.add(TOPIC)
    world.chats[OUT_OF].bot_status = "left"
