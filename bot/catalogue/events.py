"""What happens in a life or a business so that somebody needs a service."""

from typing import Literal

from pydantic import Field

from bot.catalogue.vocabulary import CaseId, Label, Model, ServiceId


class Event(Model):
    """Join services to the occasion they are needed on (cv:LifeEvent, cv:BusinessEvent).

    The grouping and the `title`, which stands on a button, are ours.
    """

    id: CaseId
    kind: Literal["life", "business"]
    title: Label
    services: tuple[ServiceId, ...] = Field(min_length=1)
