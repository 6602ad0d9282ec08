"""Which papers a service needs, situation by situation, and its forms."""

from typing import Literal

from pydantic import Field

from bot.catalogue.vocabulary import (
    Applicant,
    CaseId,
    ChannelKind,
    Flag,
    Label,
    Model,
    Point,
    Quote,
    Role,
    ShortId,
)


class Alternative(Model):
    """Give another paper that does instead."""

    text: Quote


class RequiredDocument(Model):
    """Ask for one paper (cv:Evidence).

    `text` is the law's wording; `label` is shown instead of it where the wording alone would
    mislead (an original that the law names inside the sentence about its copy).
    """

    id: ShortId
    role: Role
    text: Quote
    label: Label | None = None
    condition: Quote | None = None
    notes: tuple[Quote, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    form: int | None = Field(default=None, description="number of the annex with its form")
    copies: int | None = None
    notarised: Flag = False
    electronic: Flag = False
    language: Quote | None = None
    legalisation: Quote | None = None
    valid_for: Quote | None = None


class Case(Model):
    """Describe one situation of point 11 and its papers."""

    id: CaseId
    title: Label
    button: Label
    channels: tuple[ChannelKind, ...] = ()
    applicant: Applicant | None = None
    point: Point
    intro: tuple[Quote, ...] = ()
    documents: tuple[RequiredDocument, ...]


class Form(Model):
    """Describe a form by its fields; `annex` is null for a form without a number."""

    id: ShortId
    annex: int | None = None
    title: Quote
    filled_by: Literal["applicant", "authority"] = "applicant"
    free_form: Flag = False
    fields: tuple[Quote, ...] = ()
    notes: tuple[Quote, ...] = ()
