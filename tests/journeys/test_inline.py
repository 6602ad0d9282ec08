"""Inline mode: a document list posted into any chat."""

from tests.journeys.driver import Telegram
from tests.journeys.person import Person

GROUP = -1001000000001


async def test_a_list_of_papers_is_posted(dana: Person) -> None:
    """Typed words offer a service's lists; the chosen one stands in the chat."""
    offers = await dana.inline("сертификат конечного пользователя", GROUP)
    assert offers
    assert all("Сертификат" in offer.title for offer in offers)
    posted = await dana.choose(offers[0], GROUP)
    messages = {message.id: message for message in await dana.messages(GROUP)}
    assert "431" in messages[posted].text


async def test_nothing_typed_offers_everything(aigul: Person) -> None:
    """Before the first letter both services are offered, in the telephone's language."""
    titles = [offer.title for offer in await aigul.inline("")]
    assert any("қорытындысы" in title for title in titles)
    assert any("сертификаты" in title for title in titles)


async def test_nonsense_offers_nothing(aigul: Person) -> None:
    """Words no service has offer nothing."""
    assert await aigul.inline("ыыыыы") == []


async def test_ones_own_list_is_not_a_question(sergey: Person, telegram: Telegram) -> None:
    """A list posted into the chat with the bot itself is not answered."""
    offers = await sergey.inline("заключение по экспортному контролю")
    await sergey.choose(offers[0])
    await telegram.ready()
    assert await telegram.requests("sendMessage") == []


async def test_a_button_shares_the_service(sergey: Person) -> None:
    """The share button of a card begins an inline query that offers the service."""
    await sergey.start("s_end-user-certificate")
    await sergey.sees("Что вы хотите узнать?")
    tapped = await sergey.tap("Поделиться")
    assert tapped.inline_query
    assert await sergey.inline(tapped.inline_query)
