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
    mislead (an original that the law names inside the sentence about its copy). `short` is ours:
    the everyday name of a paper to have, on a button. `linked_by_us` marks a paper of the form or
    of the notes under it, which the list of the case leaves out.
    """

    id: ShortId
    role: Role
    text: Quote
    label: Label | None = None
    short: Label | None = None
    condition: Quote | None = None
    notes: tuple[Quote, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    form: int | None = Field(default=None, description="number of the annex with its form")
    copies: int | None = None
    notarised: Flag = False
    electronic: Flag = False
    linked_by_us: Flag = False
    language: Quote | None = None
    legalisation: Quote | None = None
    valid_for: Quote | None = None


class Case(Model):
    """Describe one situation and its papers.

    `silence` says, in our words, that the standard gives no list for a situation it promises;
    such a case has no papers.
    """

    id: CaseId
    title: Label
    button: Label
    channels: tuple[ChannelKind, ...] = ()
    applicant: Applicant | None = None
    point: Point
    intro: tuple[Quote, ...] = ()
    documents: tuple[RequiredDocument, ...]
    silence: Label | None = None


class Form(Model):
    """Describe a form by its fields; `annex` is null for a form without a number.

    `warning` is ours: what is wrong with the form. It is shown with the papers too where the
    form printed is plainly `of_another` service.
    """

    id: ShortId
    annex: int | None = None
    title: Quote
    filled_by: Literal["applicant", "authority"] = "applicant"
    free_form: Flag = False
    warning: Label | None = None
    of_another: Flag = False
    fields: tuple[Quote, ...] = ()
    notes: tuple[Quote, ...] = ()
