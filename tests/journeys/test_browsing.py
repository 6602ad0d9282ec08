"""Through 28 services by buttons: by body, by occasion, and what an activity requires."""

import pytest

from tests.journeys.person import Person


async def test_a_firm_prepares_its_file(sergey: Person) -> None:
    """From the occasion to the papers of a licence, and to what its activity requires."""
    await sergey.say("/services")
    await sergey.sees("Выберите услугу")
    await sergey.tap("По тому, что вы собираетесь делать")
    await sergey.sees("Что вы собираетесь делать?")
    await sergey.tap("Заняться взрывчаткой, пиротехникой")
    await sergey.sees("решили мы")
    await sergey.tap("Лицензия на взрывчатые вещества")
    await sergey.sees("Что вы хотите узнать?")
    await sergey.tap("Какие нужны документы")
    await sergey.sees("зависят от вашего случая")
    await sergey.tap("1. Юрлицо: бумаги в Комитет")
    papers = await sergey.sees("Принесите", "Какие именно, зависит от вида деятельности")
    await sergey.tap("Требования к деятельности")
    listed = await sergey.sees("Какой ваш?")
    assert listed.id == papers.id
    await sergey.tap("1. Разработка")
    await sergey.sees("Чем подтверждается:", "1130")
    await sergey.tap("Откуда это взято")
    await sergey.sees("приложение 3")


@pytest.mark.parametrize(
    ("body", "name", "service"),
    [
        ("Акимат области, города (1)", "Местные исполнительные органы", "Лицензия на металлолом"),
        (
            "Противопожарная служба (3)",
            "Комитет противопожарной службы",
            "Аккредитация по оценке пожарных рисков",
        ),
    ],
)
async def test_a_body_lists_its_services(
    body: str, name: str, service: str, sergey: Person
) -> None:
    """/docs leads over a body straight to the papers of its service, and back."""
    await sergey.say("/docs")
    await sergey.sees("Документы для какой услуги показать?")
    await sergey.tap(body)
    await sergey.sees(name)
    await sergey.tap("Все услуги")
    await sergey.sees("О какой услуге вопрос?")
    await sergey.tap(body)
    await sergey.sees(name)
    await sergey.tap(service)
    await sergey.sees(service)


async def test_the_licensing_bodies_are_listed(sergey: Person) -> None:
    """Who takes scrap metal sees the office of the region: telephone, address, site, hours."""
    await sergey.say("куда сдать документы на лицензию на металлолом")
    await sergey.sees("Лицензия на металлолом")
    await sergey.tap("Областные департаменты")
    await sergey.sees("Управление", "8 (7172) 55-69-22", "y.kabdinov@upp.astana.kz")
