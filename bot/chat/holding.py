"""Updates whose answer takes long: held in the inbox, so that Telegram may forget them."""

from collections.abc import Collection, Mapping
from typing import Final

import structlog
from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

from bot.casework.updates import Inbox
from bot.chat.ledger import Ledger
from bot.chat.metrics import Metrics

log = structlog.get_logger(__name__)

ANSWERED: Final = ""  # in place of the content of an update that needs no answer any more


class Holding:
    """Bring the inbox and the ledger up to date with each other.

    A database in trouble is logged and outlived: then Telegram keeps the updates.
    """

    def __init__(self, inbox: Inbox, ledger: Ledger, metrics: Metrics) -> None:
        self._inbox = inbox
        self._ledger = ledger
        self._metrics = metrics
        self._held: set[int] = set()
        self._answered: list[int] = []  # of those held

    def __contains__(self, update_id: object) -> bool:
        """Tell whether an update is held."""
        return update_id in self._held

    async def left(self, bot: Bot) -> list[Update]:
        """Return what an earlier run has left unanswered; it counts as begun."""
        try:
            contents = await self._inbox.held()
        except Exception:
            log.exception("the inbox cannot be read")
            return []
        updates = []
        for update_id, content in contents.items():
            self._ledger.resume(update_id)
            self._held.add(update_id)
            update = _read(update_id, content, bot)
            if update is None:
                self.finish(update_id)
            else:
                updates.append(update)
        return updates

    def finish(self, update_id: int) -> None:
        """Note that an update is handled, held or not."""
        self._ledger.finish(update_id)
        if update_id in self._held:
            self._held.discard(update_id)
            self._answered.append(update_id)

    async def bring_up(self, slow: Mapping[int, Update]) -> None:
        """Hold these updates too, and delete what is answered."""
        try:
            await self._hold({id_: slow[id_] for id_ in slow.keys() - self._held})
            while answered := self._answered[:]:
                await self._inbox.release(answered)
                del self._answered[: len(answered)]
        except Exception as error:
            log.warning("the inbox cannot be written", exc_info=error)

    async def remember(self, unheard: Collection[int]) -> None:
        """Keep for the next run that these are answered, though Telegram may give them again."""
        if not unheard:
            return
        try:
            await self._inbox.hold(dict.fromkeys(unheard, ANSWERED))
        except Exception as error:
            log.warning("the inbox cannot be written", exc_info=error)

    async def _hold(self, slow: Mapping[int, Update]) -> None:
        if not slow:
            return
        await self._inbox.hold(
            {
                id_: update.model_dump_json(exclude_unset=True, by_alias=True)
                for id_, update in slow.items()
            }
        )
        self._metrics.held.inc(len(slow))
        held = self._ledger.hold(slow)
        self._held |= held
        self._answered += slow.keys() - held  # answered while they were written down


def _read(update_id: int, content: str, bot: Bot) -> Update | None:
    """Return a held update; None for one that is answered, or of another version."""
    if content == ANSWERED:
        return None
    try:
        return Update.model_validate_json(content, context={"bot": bot})
    except ValidationError:
        log.exception("update not understood", update_id=update_id)
        return None
