"""Two rounds of chaos: nothing lost, nothing doubled, and nobody in the log."""

import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.chaos.acts import SECRETS
from tests.chaos.crowd import NAMES
from tests.chaos.rounds import chaos
from tests.chaos.troubles import full_disk, hanging


async def test_a_crowd_gets_every_answer_whatever_happens(root: Path, tmp_path: Path) -> None:
    """Stopped, killed, on a full disk and with a Telegram that hangs, the bot answers everybody.

    After an orderly stop nothing is answered twice, after a kill at most what was under way. What
    people wrote and who they are stands neither in the log nor, readable, in the database.
    """
    async with chaos(root, tmp_path, size=200, seed=1) as world:
        # the first on a new database: one that was fuller before has room
        first = await world.round(1, full_disk, signal.SIGTERM)
        second = await world.round(2, hanging, signal.SIGKILL)
        people = [str(member.number) for member in world.crowd.members.values()]
    assert first.faults == []
    assert second.faults == []
    assert first.troubled > 0  # whose ticks found no room, and who were told so
    assert first.acts > 200
    assert second.acts > 200
    log = world.bot.log
    assert '"update_id"' in log
    private = [*people, *SECRETS, *(name for names in NAMES.values() for name in names)]
    assert [secret for secret in private if secret in log] == []
    assert "Traceback" not in log
    with closing(sqlite3.connect(tmp_path / "bot" / "var" / "bot.db")) as database:
        kept = "\n".join(database.iterdump())
    assert "users" in kept
    assert [secret for secret in (*SECRETS, *NAMES["ru"]) if secret in kept] == []
