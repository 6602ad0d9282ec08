"""What an activity requires, and what a paper must contain, each row with what proves it."""

from bot.catalogue.models import Catalogue
from bot.screens.desk import Screens
from bot.screens.route import Route
from bot.screens.screen import capitalised
from bot.text import Lang
from tests.screens.changing import Changed
from tests.screens.reading import buttons, pages

LISTS = {"ru": "Требования к деятельности", "kk": "Қызмет түріне талаптар"}
CONTENTS = {"ru": "Что должно быть в документе", "kk": "Құжат мазмұнына талаптар"}


def test_every_row_is_shown_with_its_proof(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Each list has its rows, their items and the papers that prove them."""
    rows = 0
    for service in catalogue.services:
        for asked in service.requirements:
            route = Route("rq", service.id, asked.id)
            text = "\n".join(page.plain for page in pages(desk, route, lang))
            assert asked.title[lang] in text
            for row in asked.rows:
                for quote in (row.text, *row.more, *row.proof):
                    said = quote[lang]
                    assert said in text or capitalised(said) in text, (service.id, asked.id, said)
                rows += 1
            for note in asked.notes:
                assert note[lang] in text
    assert rows > 200


def test_the_list_tells_the_activities_apart(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Where there are several, a button each leads to them; one alone is shown at once."""
    for service in catalogue.services:
        if not service.requirements:
            continue
        first = desk.open(Route("rq", service.id).pack(), lang)
        assert first is not None
        led = [button.data for button in buttons(first)]
        expected = [Route("rq", service.id, asked.id).pack() for asked in service.requirements]
        if len(expected) > 1:
            assert [data for data in led if data in expected] == expected
            whole = pages(desk, Route("rq", service.id), lang)
            text = "\n".join(page.plain for page in whole)
            for asked in service.requirements:
                assert asked.title[lang] in text


def test_papers_lead_to_what_they_must_be(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Under papers that an annex lists there is the way to the list, and under no others."""
    for service in catalogue.services:
        contents = all(asked.kind == "contents" for asked in service.requirements)
        name = (CONTENTS if contents else LISTS)[lang]
        for case in service.cases:
            screen = desk.open(Route("d", service.id, case.id).pack(), lang)
            assert screen is not None
            labels = [button.label for button in buttons(screen)]
            asked = any(paper.requirements for paper in case.documents)
            assert (name in labels) is asked, (service.id, case.id)


def test_a_service_without_requirements_shows_its_papers(desk: Screens, lang: Lang) -> None:
    """Who asks what is required gets the papers where no annex tells more."""
    asked = desk.open("rq:veteran-id", lang)
    papers = desk.open("d:veteran-id", lang)
    assert asked is not None
    assert asked == papers


def test_one_activity_is_shown_at_once(catalogue: Catalogue, changed: Changed, lang: Lang) -> None:
    """Where there is one list only, the button leads to its rows, and no list to choose from."""
    service = catalogue.service("scrap-metal-licence")
    assert service is not None
    only = service.model_copy(update={"requirements": service.requirements[:1]})
    shown = changed(only).open(f"rq:{service.id}", lang)
    assert shown is not None
    assert only.requirements[0].title[lang] in shown.plain
    assert capitalised(only.requirements[0].rows[0].text[lang]) in shown.plain
    assert Route("rq", service.id, only.requirements[0].id).pack() not in [
        button.data for button in buttons(shown)
    ]
