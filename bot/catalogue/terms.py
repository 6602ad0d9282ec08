"""How long everything takes, when it is open, and what silence means."""

from typing import Annotated, Literal

from pydantic import Field

from bot.catalogue.vocabulary import (
    CaseId,
    ChannelKind,
    Clock,
    Flag,
    Model,
    Quote,
    ShortId,
    Starts,
    TermKind,
    Unit,
)


class ProcessingTime(Model):
    """Give one term (cv:processingTime).

    `amount` counts `unit`s. `excluded` days do not count. `condition` is the circumstance in
    which this term applies; an extension is a new total from the same start that `replaces`
    another term. `cases` are the situations it is for, none meaning all; `linked_by_us` marks a
    link the act does not make.
    """

    id: ShortId
    kind: TermKind
    amount: int
    unit: Unit
    text: Quote
    whose: Literal["office", "citizen"] = "office"
    starts: Starts | None = None
    excluded: tuple[Literal["acceptance", "issue"], ...] = ()
    excluded_by: Quote | None = None
    channels: tuple[ChannelKind, ...] = ()
    condition: Quote | None = None
    replaces: ShortId | None = None
    cases: tuple[CaseId, ...] = ()
    linked_by_us: Flag = False


class CompletenessCheck(Model):
    """Say how long the authority may look whether papers are missing, and what follows."""

    days: int
    text: Quote
    follows: Literal["refusal_then_barred", "suspension"]
    more: tuple[Quote, ...] = ()


class QueueLimit(Model):
    """Limit a wait, in minutes, point 7."""

    what: Literal["submit", "collect", "service"]
    minutes: int
    text: Quote
    channels: tuple[ChannelKind, ...] = ()


class Hours(Model):
    """Give opening hours, point 9: ISO weekdays, `HH:MM`, null where the standard is silent."""

    channel: ChannelKind
    days: tuple[Annotated[int, Field(ge=1, le=7)], ...] | None = None
    opens: Clock | None = None
    closes: Clock | None = None
    pause: tuple[Clock, Clock] | None = Field(default=None, alias="break")
    text: Quote


class DeemedApproval(Model):
    """Say what the standard makes of the authority's silence.

    `deemed`: granted; `deemed_then_issued`: and to be given out within `days`;
    `deemed_then_proof`: and if that is not done, the marked copy of the application is the proof.
    """

    kind: Literal["none", "deemed", "deemed_then_issued", "deemed_then_proof"]
    days: int | None = None
    text: Quote | None = None
    more: tuple[Quote, ...] = ()
