"""The decrees, what was taken out of them, and who the services come from."""

import datetime as dt
from typing import Literal

from pydantic import Field

from bot.catalogue.vocabulary import (
    CaseId,
    Edition,
    Label,
    Model,
    OfficeId,
    OfficeKind,
    Quote,
    ServiceId,
    ShortId,
)
from bot.text import Text


class Keywords(Model):
    """List the words people use for the service, never whole questions (dcat:keyword).

    `alone` are words of either language that name it whatever else is said.
    """

    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


class Removed(Model):
    """Name a standard that was taken out of its decree before the decree itself was repealed."""

    id: ServiceId
    item: int
    title: Text
    short_title: Label
    keywords: Keywords
    removed_by: Edition


class Act(Model):
    """Describe a decree (eli:LegalResource)."""

    id: ShortId
    number: str
    date: dt.date
    title: Text
    subject: Label
    repealed_by: Edition | None = None
    # file names in the folder given to `check --sources`
    sources: dict[Literal["kk", "ru"], str] = Field(default_factory=dict)
    now_see: Label | None = None
    removed: tuple[Removed, ...] = ()


class Authority(Model):
    """Describe the body that provides services (cv:PublicOrganisation).

    `short` stands on a button; `subject` says what its services are about.
    """

    id: CaseId
    name: Label
    short: Label
    subject: Label


class Office(Model):
    """Describe an office that an annex of an act lists: `number` is its row there.

    `hours` are the office's, `intake` those in which it takes papers; `reception_phones` are
    listed as the chief's, `note` is ours: what is wrong or missing in the row. `services` are
    those it is for, none meaning all of its act.
    """

    id: OfficeId
    kind: OfficeKind
    act: str
    number: int
    name: Quote
    address: Quote
    phones: tuple[str, ...] = ()
    reception_phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    hours: Quote | None = None
    intake: Quote | None = None
    note: Label | None = None
    services: tuple[ServiceId, ...] = ()
