"""The vocabulary the law of a service is written down in, and the catalogue itself.

Names follow the EU Core Public Service Vocabulary (CPSV-AP 3.2) where it has one; the IRI stands
in a comment.
"""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from bot.catalogue.acts import Act, Authority, Keywords, Office, Removed
from bot.catalogue.events import Event
from bot.catalogue.papers import Case, Form, Requirements
from bot.catalogue.terms import (
    CompletenessCheck,
    DeemedApproval,
    Hours,
    ProcessingTime,
    QueueLimit,
)
from bot.catalogue.vocabulary import (
    CaseId,
    ChannelKind,
    ComplaintKind,
    Edition,
    Flag,
    Label,
    Model,
    Point,
    Quote,
    ServiceId,
)


class Cost(Model):
    """Say what the service costs, point 8 (cv:Cost): the fee itself stands in another law."""

    free: Flag
    text: Quote
    more: tuple[Quote, ...] = ()


class Result(Model):
    """Say what a person gets, point 5 (cv:Output)."""

    text: Quote
    # channels on which the standard says this form of the result is given
    paper: tuple[ChannelKind, ...] = ()
    electronic: tuple[ChannelKind, ...] = ()
    refusal_is_result: Flag
    more: tuple[Quote, ...] = ()


class Channel(Model):
    """Say where papers are taken and results given: points 1, 9, 10, 12, 13 (cv:Channel)."""

    kind: ChannelKind
    title: Label
    where: tuple[Quote, ...] = ()
    phones: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    access: tuple[Quote, ...] = ()
    queue: tuple[Quote, ...] = ()
    e_signature: Flag = False


class IntakeRefusal(Model):
    """Say what must be given to a person whose papers are not taken."""

    text: Quote


class Uncollected(Model):
    """Say what happens to a result nobody collects, point 15."""

    text: Quote


class Representation(Model):
    """Say who may apply or collect for another person."""

    action: Literal["apply", "collect"]
    text: Quote


class Delivery(Model):
    """Say how the result is given out, point 15."""

    text: Quote
    channels: tuple[ChannelKind, ...] = ()


class Receipt(Model):
    """Say what a person must be given when papers are handed in, point 14."""

    title: Quote
    channels: tuple[ChannelKind, ...] = ()
    contents: tuple[Quote, ...] = ()


class ComplaintRoute(Model):
    """Give one way to complain: points 20 to 25."""

    kind: ComplaintKind
    title: Label
    text: Quote
    addressee: Quote | None = None
    address: Quote | None = None
    phones: tuple[str, ...] = ()
    hours: Quote | None = None
    contents: tuple[Quote, ...] = ()
    lodging: tuple[Quote, ...] = ()
    confirmation: Quote | None = None
    reply_by: Quote | None = None
    notes: tuple[Quote, ...] = ()


class QualityIndicator(Model):
    """Give one quality norm in per cent; null where the cell is empty."""

    code: Annotated[str, StringConstraints(pattern=r"^[1-6]\.[1-9]$")]
    text: Quote
    norm: float | None = None


class SourceNote(Model):
    """Explain, in our words, what the source gets wrong or where its two editions differ.

    `excuses` are the differences between the languages at these points that the check accepts
    because this note explains them. The note is shown under the papers of `cases`.
    """

    points: tuple[Point, ...] = Field(min_length=1)
    text: Label
    cases: tuple[CaseId, ...] = ()
    excuses: tuple[Literal["numbers", "units", "terms"], ...] = ()


class Unquoted(Model):
    """List a piece of the standard that no screen shows, and why; `kk`, `ru` or both."""

    kk: str | None = None
    ru: str | None = None
    point: Point
    reason: str = Field(min_length=1)


class Service(Model):
    """Hold one public service standard (cpsv:PublicService)."""

    id: ServiceId  # dct:identifier
    act: str  # cv:hasLegalResource
    item: int
    edition: Edition | None = None
    ru: Literal["official", "translation"]
    title: Quote  # dct:title
    short_title: Label
    keywords: Keywords  # dcat:keyword
    examples: tuple[Label, ...] = ()
    authority: str  # cv:hasCompetentAuthority
    provider: tuple[Quote, ...] = ()
    automation: Quote | None = None
    legal_basis: tuple[Quote, ...] = ()
    information: tuple[Quote, ...] = ()
    recipients: Quote  # dct:audience
    recipients_more: tuple[Quote, ...] = ()
    residence: Quote | None = None  # binds the service to where a person is registered
    residence_of: tuple[ChannelKind, ...] = ()  # the ways it binds, none meaning all
    exclusions: tuple[Quote, ...] = ()
    result: Result  # cpsv:produces
    cost: Cost  # cv:hasCost
    channels: tuple[Channel, ...]  # cv:hasChannel
    cases: tuple[Case, ...] = Field(min_length=1)  # cv:hasInput
    processing_times: tuple[ProcessingTime, ...] = ()  # cv:processingTime
    queue_limits: tuple[QueueLimit, ...] = ()
    hours: tuple[Hours, ...] = ()  # cv:openingHours
    completeness: CompletenessCheck | None = None
    intake_refusal: IntakeRefusal | None = None
    refusals: tuple[Quote, ...] = ()
    refusal_notes: tuple[Quote, ...] = ()
    deemed_approval: DeemedApproval
    delivery: tuple[Delivery, ...] = ()
    uncollected: Uncollected | None = None
    representation: tuple[Representation, ...] = ()
    receipt: tuple[Receipt, ...] = ()
    complaint_routes: tuple[ComplaintRoute, ...] = ()
    contacts: tuple[Quote, ...] = ()  # cv:contactPoint
    quality: tuple[QualityIndicator, ...] = ()
    forms: tuple[Form, ...] = ()
    requirements: tuple[Requirements, ...] = ()
    notes: tuple[Quote, ...] = ()
    source_notes: tuple[SourceNote, ...] = ()
    unquoted: tuple[Unquoted, ...] = ()
    repeal_effective: dt.date | None = None

    def case(self, case_id: str) -> Case | None:
        """Return the case with this id, or None."""
        return next((case for case in self.cases if case.id == case_id), None)

    def channel(self, kind: ChannelKind) -> Channel | None:
        """Return the channel of this kind, or None."""
        return next((channel for channel in self.channels if channel.kind == kind), None)


class Catalogue(Model):
    """Hold everything the bot knows, read once at start."""

    acts: tuple[Act, ...]
    authorities: tuple[Authority, ...]
    services: tuple[Service, ...]
    offices: tuple[Office, ...] = ()
    events: tuple[Event, ...] = ()

    def service(self, service_id: str) -> Service | None:
        """Return the service with this id, or None."""
        return next((service for service in self.services if service.id == service_id), None)

    def act(self, act_id: str) -> Act:
        """Return the act with this id; loading has checked that it exists."""
        return next(act for act in self.acts if act.id == act_id)

    def provided_by(self, authority: Authority) -> list[Service]:
        """Return the services of a body, in the order of acts and items."""
        return [service for service in self.services if service.authority == authority.id]

    def removed(self, service_id: str) -> tuple[Act, Removed] | None:
        """Return the removed standard with this id and the act it stood in, or None."""
        return next(
            ((act, gone) for act in self.acts for gone in act.removed if gone.id == service_id),
            None,
        )

    def offices_of(self, service: Service) -> tuple[Office, ...]:
        """Return the offices that the act of a service lists for it."""
        return tuple(
            office
            for office in self.offices
            if office.act == service.act and (not office.services or service.id in office.services)
        )
