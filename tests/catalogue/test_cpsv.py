"""The catalogue as linked data: read by rdflib, in the vocabulary CPSV-AP 3.2.0 and counted."""

import json
from collections import Counter
from typing import Final

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from rdflib.term import Literal

from bot.catalogue.cpsv import PREFIXES, linked_data
from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue
from tests.catalogue.planting import ACT, ROOT

CV: Final = PREFIXES["cv"]
CPSV: Final = PREFIXES["cpsv"]
# properties that the SHACL shapes of 3.2.0 ask for at least once, by class
MANDATORY: Final = {
    f"{CPSV}PublicService": [
        DCTERMS.identifier,
        DCTERMS.title,
        DCTERMS.description,
        URIRef(f"{CV}hasCompetentAuthority"),
    ],
    f"{CV}Evidence": [DCTERMS.identifier, DCTERMS.title],
    f"{CV}Requirement": [DCTERMS.identifier, DCTERMS.title],
    f"{CPSV}Rule": [DCTERMS.identifier, DCTERMS.title, DCTERMS.description],
    f"{CV}Channel": [DCTERMS.identifier],
    f"{CV}Cost": [DCTERMS.identifier],
    f"{CV}Output": [DCTERMS.identifier, DCTERMS.title],
    f"{CV}PublicOrganisation": [SKOS.prefLabel, DCTERMS.spatial],
    f"{CV}LifeEvent": [DCTERMS.identifier, DCTERMS.title],
    f"{CV}BusinessEvent": [DCTERMS.identifier, DCTERMS.title],
}
# every IRI of the vocabularies that the shapes and the context of 3.2.0 name
KNOWN: Final = {
    *(f"{CPSV}{name}" for name in ("PublicService", "Rule")),
    *(f"{CPSV}{name}" for name in ("follows", "hasInput", "implements", "produces")),
    *(f"{CV}{name}" for name in ("Evidence", "Requirement", "Channel", "ContactPoint", "Cost")),
    *(f"{CV}{name}" for name in ("Output", "PublicOrganisation", "LifeEvent", "BusinessEvent")),
    *(f"{CV}{name}" for name in ("hasCompetentAuthority", "contactPoint", "hasChannel")),
    *(f"{CV}{name}" for name in ("hasCost", "hasLegalResource", "holdsRequirement")),
    *(f"{CV}{name}" for name in ("isGroupedBy", "processingTime", "supportsRequirement")),
    *(f"{CV}{name}" for name in ("fulfils", "ownedBy", "hasSupportingEvidence", "telephone")),
    *(f"{CV}{name}" for name in ("openingHours", "hasValue", "hasRelatedService")),
}


@pytest.fixture(scope="module", params=["project", "invented"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """Return the project's catalogue, then the invented one."""
    return load_catalogue([ROOT / "data" if request.param == "project" else ACT / "data"])


@pytest.fixture(scope="module")
def graph(catalogue: Catalogue) -> Graph:
    """Return the triples a stranger's library reads."""
    return Graph().parse(data=json.dumps(linked_data(catalogue)), format="json-ld")


def test_every_thing_is_there_once(catalogue: Catalogue, graph: Graph) -> None:
    """As many services, papers, rows, ways and costs are read as the catalogue holds."""
    services = catalogue.services
    rows = [row for each in services for asked in each.requirements for row in asked.rows]
    cases = [case for service in services for case in service.cases]
    papers = sum(len(case.documents) for case in cases)
    classes = Counter(str(kind) for kind in graph.objects(None, RDF.type))
    assert classes[f"{CPSV}PublicService"] == len(services)
    assert classes[f"{CV}Requirement"] == len(cases) + len(rows)
    assert classes[f"{CV}Evidence"] == papers + sum(len(row.proof) for row in rows)
    assert classes[f"{CV}Channel"] == sum(len(service.channels) for service in services)
    assert classes[f"{CV}Cost"] == classes[f"{CV}Output"] == len(services)
    assert classes[f"{CV}PublicOrganisation"] == len(catalogue.authorities)
    events = classes[f"{CV}LifeEvent"] + classes[f"{CV}BusinessEvent"]
    assert events == len(catalogue.events)


def test_what_the_shapes_ask_for_is_said(graph: Graph) -> None:
    """Each thing has the properties that its class must have."""
    for kind, properties in MANDATORY.items():
        for thing in graph.subjects(RDF.type, URIRef(kind)):
            missing = [p for p in properties if graph.value(thing, p, any=True) is None]
            assert missing == [], thing


def test_only_iris_of_the_vocabulary_are_used(graph: Graph) -> None:
    """No class and no property of the EU's namespaces is invented."""
    used = {str(p) for p in graph.predicates()} | {str(k) for k in graph.objects(None, RDF.type)}
    assert {iri for iri in used if iri.startswith((CV, CPSV))} <= KNOWN


def test_every_link_leads_to_something(graph: Graph) -> None:
    """Whatever a thing of ours names by its IRI is described."""
    ours = {thing for thing in graph.objects() if str(thing).startswith("urn:qujat:")}
    assert [thing for thing in ours if graph.value(thing, RDF.type, any=True) is None] == []


def test_both_languages_are_said(catalogue: Catalogue, graph: Graph) -> None:
    """A service's title is a text in Kazakh and one in Russian, as the catalogue has them."""
    for service in catalogue.services:
        titles = set(graph.objects(URIRef(f"urn:qujat:service:{service.id}"), DCTERMS.title))
        kk, ru = service.title.kk, service.title.ru
        assert titles == {Literal(kk, lang="kk"), Literal(ru, lang="ru")}
