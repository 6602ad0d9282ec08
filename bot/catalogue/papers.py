"""Which papers a service needs, situation by situation, and its forms."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

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
    requirements: tuple[ShortId, ...] = ()  # lists of what these papers are, or must hold
    copies: int | None = None
    notarised: Flag = False
    electronic: Flag = False
    linked_by_us: Flag = False
    language: Quote | None = None
    legalisation: Quote | None = None
    valid_for: Quote | None = None


class Case(Model):
    """Describe one situation and its papers.

    `remarks` are what the law says of several of its papers at once: each stands under the list,
    and not again under every paper. `silence` says, in our words, that the standard gives no list
    for a situation it promises; such a case has no papers.
    """

    id: CaseId
    title: Label
    button: Label
    channels: tuple[ChannelKind, ...] = ()
    applicant: Applicant | None = None
    point: Point
    intro: tuple[Quote, ...] = ()
    documents: tuple[RequiredDocument, ...]
    remarks: tuple[Quote, ...] = ()
    silence: Label | None = None


class Requirement(Model):
    """Give one requirement of a list (cv:Requirement).

    `number` stands as printed. `more` are its items, `proof` the papers that show that it is met:
    the second column of a table, empty where there is one column.
    """

    number: Annotated[str, StringConstraints(pattern=r"^\d{1,2}(\.\d{1,2})?$")] | None = None
    text: Quote
    more: tuple[Quote, ...] = ()
    proof: tuple[Quote, ...] = ()


class Requirements(Model):
    """Hold what is asked of those who take up one `activity`, or of the `contents` of one paper.

    `title` and `button` are ours: the activity or the paper in everyday words. `heading` is what
    the act says over the rows, `notes` what it says under them.
    """

    id: ShortId
    title: Label
    button: Label
    kind: Literal["activity", "contents"] = "activity"
    point: Point
    heading: tuple[Quote, ...] = ()
    rows: tuple[Requirement, ...] = Field(min_length=1)
    notes: tuple[Quote, ...] = ()


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
