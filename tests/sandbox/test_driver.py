"""The driver of journeys itself."""

import pytest

from tests.journeys.driver import NotPossibleError, Telegram
from tests.sandbox.api import GROUP, Api, button, inline


async def test_person_sees_message_and_edit(api: Api, telegram: Telegram) -> None:
    """What the bot writes and changes is seen with its buttons and formatting."""
    aigul = telegram.person(1001)
    sent = await api.send(
        "<b>Қызметтер</b> &amp; <a href='https://egov.kz/'>egov</a>",
        parse_mode="HTML",
        reply_markup=inline([button("1"), button("2")], [button("Артқа")]),
    )
    seen = await aigul.sees("Қызметтер", "Артқа")
    assert seen.html == '<b>Қызметтер</b> &amp; <a href="https://egov.kz/">egov</a>'
    assert seen.buttons == [["1", "2"], ["Артқа"]]
    assert (seen.kind, seen.alert, seen.toast) == ("message", None, None)
    await api.ok("editMessageText", chat_id=1001, message_id=sent["message_id"], text="Бітті")
    edited = await aigul.sees("Бітті")
    assert (edited.kind, edited.id) == ("edit", seen.id)


async def test_what_was_before_the_last_act_is_read(api: Api, telegram: Telegram) -> None:
    """Old messages do not count for what a person looks for now."""
    aigul = telegram.person(1001)
    await api.send("ескі")
    await aigul.say("тағы")
    with pytest.raises(AssertionError) as failure:
        await aigul.sees("ескі", within=0)
    assert "Айгүл did not see a message with ['ескі'] within 0 s" in str(failure.value)
    assert "Айгүл: тағы" in str(failure.value)


async def test_own_words_and_other_chats_are_not_seen(api: Api, telegram: Telegram) -> None:
    """A person waits for the bot, in one chat."""
    aigul = telegram.person(1001)
    await aigul.say("сәлем")
    await api.send("сәлем", GROUP)
    with pytest.raises(AssertionError):
        await aigul.sees("сәлем", within=0)
    assert (await aigul.sees("сәлем", chat=GROUP)).raw["chat"]["id"] == GROUP


async def test_tap_takes_the_newest_message_with_the_label(api: Api, telegram: Telegram) -> None:
    """Of two buttons with one label the newer is tapped; a label nobody shows is refused."""
    aigul = telegram.person(1001)
    await api.send("ескі", reply_markup=inline([button("Иә", callback_data="old")]))
    await api.send("жаңа", reply_markup=inline([button("Жоқ")], [button("Иә")]))
    await api.send("соңғы")
    tapped = await aigul.tap("Иә")
    assert (await telegram.callbacks())[-1]["data"] == "yes"
    with pytest.raises(AssertionError, match=r"no button «Мүмкін», only .*Жоқ"):
        await aigul.tap("Мүмкін")
    with pytest.raises(AssertionError, match="was not answered"):
        await aigul.answered(tapped, within=0)


async def test_alert_nobody_gave_is_missed(api: Api, telegram: Telegram) -> None:
    """An answer without words is no alert."""
    aigul = telegram.person(1001)
    await api.send(reply_markup=inline([button()]))
    tapped = await aigul.tap("Иә")
    await api.ok("answerCallbackQuery", callback_query_id=tapped.callback_id)
    await aigul.answered(tapped)
    with pytest.raises(AssertionError, match="did not see an alert"):
        await aigul.alerted(within=0)


async def test_keyboard_in_place_of_letters_sends_what_it_says(
    api: Api, telegram: Telegram
) -> None:
    """Its buttons send their label, a phone number or a place."""
    aigul = telegram.person(1001)
    rows = [
        ["Мәзір"],
        [{"text": "Телефон", "request_contact": True}],
        [{"text": "Орным", "request_location": True}],
    ]
    await api.send(reply_markup={"keyboard": rows})
    for label in ("Мәзір", "Телефон", "Орным"):
        await aigul.tap(label)
    _, _, said, phone, place = [message.raw for message in await aigul.messages()]
    assert said["text"] == "Мәзір"
    assert "contact" in phone
    assert "location" in place
    assert "location" in (await aigul.transcript()).splitlines()[-1]


async def test_reset_forgets_what_was_read(api: Api, telegram: Telegram) -> None:
    """After a reset people begin anew, and see what comes then."""
    aigul = telegram.person(1001)
    await api.send("бұрын")
    await telegram.reset()
    assert await aigul.messages() == []
    await aigul.start()
    await api.send("кейін")
    assert (await aigul.sees()).text == "кейін"


async def test_refused_acts_raise(telegram: Telegram) -> None:
    """What the sandbox refuses is an exception with its sentence."""
    with pytest.raises(NotPossibleError, match="There is nothing to send"):
        await telegram.person(1001).say("")
