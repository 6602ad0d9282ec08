"""Give the catalogue to other programs as JSON (contract: `export.schema.json`)."""

from typing import Any, TypeAlias

from bot.catalogue.acts import Act, Office, Removed
from bot.catalogue.models import Catalogue, ComplaintRoute, Service
from bot.catalogue.papers import Case, RequiredDocument, Requirements
from bot.catalogue.terms import Hours, ProcessingTime
from bot.catalogue.vocabulary import Quote
from bot.text import Text

Json: TypeAlias = dict[str, Any]


def export(catalogue: Catalogue) -> Json:
    """Return the catalogue in the shape of the contract; what the law does not state is null."""
    return {
        "acts": [_act(act) for act in catalogue.acts],
        "services": [_service(service) for service in catalogue.services],
        "removed": [_removed(act, gone) for act in catalogue.acts for gone in act.removed],
        "centres": [],
        "offices": [_office(office) for office in catalogue.offices],
        "events": [
            {
                "id": event.id,
                "kind": event.kind,
                "title": _pair(event.title),
                "services": list(event.services),
            }
            for event in catalogue.events
        ],
    }


def _pair(text: Text | None) -> Json | None:
    return None if text is None else {"kk": text.kk, "ru": text.ru}


def _pairs(texts: tuple[Quote, ...]) -> list[Json]:
    return [{"kk": text.kk, "ru": text.ru, "point": text.point} for text in texts]


def _act(act: Act) -> Json:
    repealed = act.repealed_by
    return {
        "id": act.id,
        "number": act.number,
        "date": act.date.isoformat(),
        "title": _pair(act.title),
        "repealed_by": repealed and {"number": repealed.number, "date": repealed.date.isoformat()},
    }


def _removed(act: Act, gone: Removed) -> Json:
    by = gone.removed_by
    return {
        "id": gone.id,
        "act": act.id,
        "item": gone.item,
        "title": _pair(gone.title),
        "removed_by": {"number": by.number, "date": by.date.isoformat()},
    }


def _office(office: Office) -> Json:
    return {
        "id": office.id,
        "kind": office.kind,
        "act": office.act,
        "name": _pair(office.name),
        "address": _pair(office.address),
        "phones": list(office.phones),
        "reception_phones": list(office.reception_phones),
        "emails": list(office.emails),
        "websites": list(office.websites),
        "hours": _pair(office.hours),
        "intake": _pair(office.intake),
        "services": list(office.services),
        "point": office.name.point,
    }


def _service(service: Service) -> Json:
    deemed, check, repeal = service.deemed_approval, service.completeness, service.repeal_effective
    return {
        "id": service.id,
        "act": service.act,
        "item": service.item,
        "title": _pair(service.title),
        "short_title": _pair(service.short_title),
        "ru": service.ru,
        "repeal_effective": repeal and repeal.isoformat(),
        "authority": service.authority,
        "channels": [channel.kind for channel in service.channels],
        "recipients": _pair(service.recipients),
        "residence": _pair(service.residence),
        "residence_of": list(service.residence_of),
        "exclusions": _pairs(service.exclusions),
        "result": _pair(service.result.text),
        "cost": {
            "free": service.cost.free,
            "text": _pair(service.cost.text),
            "more": _pairs(service.cost.more),
        },
        "cases": [_case(case) for case in service.cases],
        "processing_times": [_term(term) for term in service.processing_times],
        "queue_limits": [
            {
                "what": limit.what,
                "minutes": limit.minutes,
                "channels": list(limit.channels),
                "point": limit.text.point,
            }
            for limit in service.queue_limits
        ],
        "hours": [_hours(hours) for hours in service.hours],
        "refusals": _pairs(service.refusals),
        "refusal_notes": _pairs(service.refusal_notes),
        "recipients_more": _pairs(service.recipients_more),
        "completeness": check
        and {
            "days": check.days,
            "follows": check.follows,
            "text": _pair(check.text),
            "point": check.text.point,
        },
        "deemed_approval": {
            "kind": deemed.kind,
            "days": deemed.days,
            "text": _pair(deemed.text),
            "more": _pairs(deemed.more),
        },
        "uncollected": _pair(service.uncollected.text if service.uncollected else None),
        "receipt": _pairs(
            tuple(quote for receipt in service.receipt for quote in receipt.contents)
        ),
        "notes": _pairs(service.notes),
        "complaint_routes": [_route(route) for route in service.complaint_routes],
        "quality": [
            {"code": indicator.code, "text": _pair(indicator.text), "norm": indicator.norm}
            for indicator in service.quality
        ],
        "forms": [
            {"annex": form.annex, "title": _pair(form.title), "fields": _pairs(form.fields)}
            for form in service.forms
        ],
        "requirements": [_requirements(asked) for asked in service.requirements],
        "source_notes": [
            {**(_pair(note.text) or {}), "points": list(note.points)}
            for note in service.source_notes
        ],
    }


def _case(case: Case) -> Json:
    return {
        "id": case.id,
        "title": _pair(case.title),
        "channels": list(case.channels),
        "applicant": case.applicant,
        "point": case.point,
        "remarks": _pairs(case.remarks),
        "silence": _pair(case.silence),
        "documents": [_document(document) for document in case.documents],
    }


def _document(document: RequiredDocument) -> Json:
    return {
        "id": document.id,
        "text": _pair(document.text),
        "role": document.role,
        "condition": _pair(document.condition),
        "point": document.text.point,
        "label": _pair(document.label),
        "short": _pair(document.short),
        "notes": _pairs(document.notes),
        "form": document.form,
        "requirements": list(document.requirements),
        "linked_by_us": document.linked_by_us,
    }


def _requirements(asked: Requirements) -> Json:
    return {
        "id": asked.id,
        "title": _pair(asked.title),
        "kind": asked.kind,
        "point": asked.point,
        "heading": _pairs(asked.heading),
        "rows": [
            {
                "number": row.number,
                "text": _pair(row.text),
                "more": _pairs(row.more),
                "proof": _pairs(row.proof),
            }
            for row in asked.rows
        ],
        "notes": _pairs(asked.notes),
    }


def _term(term: ProcessingTime) -> Json:
    return {
        "id": term.id,
        "kind": term.kind,
        "amount": term.amount,
        "unit": term.unit,
        "channels": list(term.channels),
        "case": term.cases[0] if len(term.cases) == 1 else None,
        "cases": list(term.cases),
        "condition": _pair(term.condition),
        "replaces": term.replaces,
        "linked_by_us": term.linked_by_us,
        "text": _pair(term.text),
        "point": term.text.point,
        "whose": term.whose,
        "starts": term.starts,
        "excluded": list(term.excluded),
    }


def _hours(hours: Hours) -> Json:
    return {
        "channel": hours.channel,
        "days": hours.days and list(hours.days),
        "opens": hours.opens,
        "closes": hours.closes,
        "break": hours.pause and list(hours.pause),
        "point": hours.text.point,
    }


def _route(route: ComplaintRoute) -> Json:
    return {
        "kind": route.kind,
        "addressee": _pair(route.addressee),
        "address": _pair(route.address),
        "phones": list(route.phones),
        "hours": _pair(route.hours),
        "contents": _pairs(route.contents),
        "lodging": _pairs(route.lodging),
        "confirmation": _pair(route.confirmation),
        "reply_by": _pair(route.reply_by),
        "point": route.text.point,
    }
