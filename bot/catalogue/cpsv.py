"""Give the catalogue as linked data: JSON-LD in the EU's Core Public Service Vocabulary.

The IRIs are those of CPSV-AP 3.2.0 (`cpsv-ap-SHACL.ttl`). What the vocabulary has no place for
(conditions of a paper, working days, opening hours as numbers) stands only in the words of the
law, or in `bot export`.
"""

from collections.abc import Iterator
from typing import Any, Final, TypeAlias

from bot.catalogue.acts import Act, Authority
from bot.catalogue.events import Event
from bot.catalogue.models import Catalogue, Channel, Service
from bot.catalogue.papers import Case, Requirement, Requirements
from bot.catalogue.vocabulary import Quote, Unit
from bot.text import LANGS, Text

Node: TypeAlias = dict[str, Any]

PREFIXES: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_VOCABULARIES: Final = "http://publications.europa.eu/resource/authority"
_LANGUAGES: Final = [{"@id": f"{_VOCABULARIES}/language/{code}"} for code in ("KAZ", "RUS")]
_KAZAKHSTAN: Final = {"@id": f"{_VOCABULARIES}/country/KAZ"}
_WITHDRAWN: Final = {"@id": "http://purl.org/adms/status/Withdrawn"}
_COMPLETED: Final = {"@id": "http://purl.org/adms/status/Completed"}
# ISO 8601 has no working days
_DURATIONS: Final[dict[Unit, str]] = {"calendar_days": "D", "days": "D", "months": "M"}


def linked_data(catalogue: Catalogue) -> Node:
    """Return one JSON-LD document; nodes have IRIs of the form `urn:qujat:<class>:<id>`."""
    return {
        "@context": PREFIXES,
        "@graph": [
            *(_act(act) for act in catalogue.acts),
            *(_authority(authority) for authority in catalogue.authorities),
            *(_event(event) for event in catalogue.events),
            *(node for service in catalogue.services for node in _of_service(catalogue, service)),
        ],
    }


def _iri(kind: str, *ids: str) -> str:
    return ":".join(("urn:qujat", kind, *ids))


def _ref(kind: str, *ids: str) -> Node:
    return {"@id": _iri(kind, *ids)}


def _node(class_: str, kind: str, *ids: str) -> Node:
    return {"@id": _iri(kind, *ids), "@type": class_, "dct:identifier": "/".join(ids)}


def _words(*texts: Text) -> list[Node]:
    """Return the texts as values with their languages, each once."""
    said = {(lang, text[lang]): None for text in texts for lang in LANGS}
    return [{"@language": lang, "@value": value} for lang, value in said]


def _act(act: Act) -> Node:
    node = _node("eli:LegalResource", "act", act.id)
    node["dct:title"] = _words(act.title)
    node["eli:number"] = act.number
    node["eli:date_document"] = {"@type": "xsd:date", "@value": act.date.isoformat()}
    return node


def _authority(authority: Authority) -> Node:
    node = _node("cv:PublicOrganisation", "authority", authority.id)
    return node | {"skos:prefLabel": _words(authority.name), "dct:spatial": _KAZAKHSTAN}


def _event(event: Event) -> Node:
    class_ = "cv:LifeEvent" if event.kind == "life" else "cv:BusinessEvent"
    node = _node(class_, "event", event.id)
    node["dct:title"] = _words(event.title)
    node["cv:hasRelatedService"] = [_ref("service", service) for service in event.services]
    return node


def _of_service(catalogue: Catalogue, service: Service) -> Iterator[Node]:
    """Yield the service and everything that hangs on it."""
    act = catalogue.act(service.act)
    yield _service(catalogue, service, act)
    yield _rule(service)
    yield _output(service)
    yield _cost(service)
    for channel in service.channels:
        yield _channel(service, channel)
    for case in service.cases:
        yield _requirement(service, case)
        yield from _evidence(service, case)
    for asked in service.requirements:
        for number, row in enumerate(asked.rows, 1):
            yield from _row(service, asked, number, row)


def _service(catalogue: Catalogue, service: Service, act: Act) -> Node:
    node = _node("cpsv:PublicService", "service", service.id)
    node |= {
        "dct:title": _words(service.title),
        "dct:description": _words(service.result.text),
        "dct:audience": {
            "@id": _iri("audience", service.id),
            "@type": "skos:Concept",
            "skos:prefLabel": _words(service.recipients),
        },
        "dct:language": _LANGUAGES,
        "dcat:keyword": [
            {"@language": lang, "@value": word}
            for lang in LANGS
            for word in getattr(service.keywords, lang)
        ],
        "adms:status": _WITHDRAWN if act.repealed_by else _COMPLETED,
        "cv:hasCompetentAuthority": _ref("authority", service.authority),
        "cv:hasLegalResource": _ref("act", service.act),
        "cv:hasChannel": [_ref("channel", service.id, each.kind) for each in service.channels],
        "cv:hasCost": _ref("cost", service.id),
        "cpsv:follows": _ref("rule", service.id),
        "cpsv:produces": _ref("output", service.id),
        "cpsv:hasInput": [
            _ref("evidence", service.id, case.id, paper.id)
            for case in service.cases
            for paper in case.documents
        ],
        "cv:holdsRequirement": [
            *(_ref("requirement", service.id, case.id) for case in service.cases),
            *(
                _ref("requirement", service.id, asked.id, str(number))
                for asked in service.requirements
                for number in range(1, len(asked.rows) + 1)
            ),
        ],
        "cv:isGroupedBy": [
            _ref("event", event.id) for event in catalogue.events if service.id in event.services
        ],
    }
    phones = list(dict.fromkeys(phone for each in service.channels for phone in each.phones))
    if phones:
        contact = {"@id": _iri("contact", service.id), "@type": "cv:ContactPoint"}
        node["cv:contactPoint"] = {**contact, "cv:telephone": phones}
    if duration := _duration(service):
        node["cv:processingTime"] = {"@type": "xsd:duration", "@value": duration}
    return node


def _duration(service: Service) -> str | None:
    """Return the one term of the service as ISO 8601; None for several, or for working days."""
    terms = {(t.amount, t.unit) for t in service.processing_times if t.kind == "service"}
    if len(terms) != 1:
        return None
    amount, unit = terms.pop()
    return f"P{amount}{_DURATIONS[unit]}" if unit in _DURATIONS else None


def _rule(service: Service) -> Node:
    node = _node("cpsv:Rule", "rule", service.id)
    node["dct:title"] = _words(service.title)
    node["dct:description"] = _words(*(service.legal_basis or (service.title,)))
    return node | {"cpsv:implements": _ref("act", service.act)}


def _output(service: Service) -> Node:
    node = _node("cv:Output", "output", service.id)
    said = _words(service.result.text, *service.result.more)
    return node | {"dct:title": _words(service.short_title), "dct:description": said}


def _cost(service: Service) -> Node:
    node = _node("cv:Cost", "cost", service.id)
    node["dct:description"] = _words(service.cost.text, *service.cost.more)
    if service.cost.free:
        node["cv:hasValue"] = {"@type": "xsd:double", "@value": "0"}
    return node


def _channel(service: Service, channel: Channel) -> Node:
    node = _node("cv:Channel", "channel", service.id, channel.kind)
    node["dct:description"] = _words(*(channel.where or (channel.title,)))
    node["cv:ownedBy"] = _ref("authority", service.authority)
    node["cpsv:hasInput"] = [
        _ref("evidence", service.id, case.id, paper.id)
        for case in service.cases
        if channel.kind in case.channels
        for paper in case.documents
    ]
    hours = [hours.text for hours in service.hours if hours.channel == channel.kind]
    if hours:
        node["cv:openingHours"] = {
            "@id": _iri("hours", service.id, channel.kind),
            "@type": "time:TemporalEntity",
            "dct:description": _words(*hours),
        }
    return node


def _requirement(service: Service, case: Case) -> Node:
    """Return a case as what must be met, and the papers that show it."""
    node = _node("cv:Requirement", "requirement", service.id, case.id)
    node["dct:title"] = _words(case.title)
    node["cv:fulfils"] = _ref("rule", service.id)
    node["cv:hasSupportingEvidence"] = [
        _ref("evidence", service.id, case.id, paper.id) for paper in case.documents
    ]
    return node


def _evidence(service: Service, case: Case) -> Iterator[Node]:
    for paper in case.documents:
        node = _node("cv:Evidence", "evidence", service.id, case.id, paper.id)
        node["dct:title"] = _words(paper.text)
        said = [*((paper.condition,) if paper.condition else ()), *paper.notes]
        if said:
            node["dct:description"] = _words(*said)
        node["cv:supportsRequirement"] = _ref("requirement", service.id, case.id)
        yield node


def _row(service: Service, asked: Requirements, number: int, row: Requirement) -> Iterator[Node]:
    """Yield a row of a table, and the papers that prove it."""
    ids = (service.id, asked.id, str(number))
    node = _node("cv:Requirement", "requirement", *ids)
    node["dct:title"] = _words(row.text)
    if row.more:
        node["dct:description"] = _words(*row.more)
    node["cv:fulfils"] = _ref("rule", service.id)
    node["cv:hasSupportingEvidence"] = [
        _ref("evidence", *ids, str(place)) for place in range(1, len(row.proof) + 1)
    ]
    yield node
    for place, proof in enumerate(row.proof, 1):
        yield _proof(ids, place, proof)


def _proof(ids: tuple[str, ...], place: int, proof: Quote) -> Node:
    node = _node("cv:Evidence", "evidence", *ids, str(place))
    node["dct:title"] = _words(proof)
    return node | {"cv:supportsRequirement": _ref("requirement", *ids)}
