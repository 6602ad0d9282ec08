"""Things people send that are not text: small but whole samples."""

import base64
from collections.abc import Callable
from typing import Final

from bot.sandbox.actor import Actor
from bot.sandbox.files import StoredFile
from bot.sandbox.refusals import ActError, JsonObject

# One grey pixel.
PIXEL: Final = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


def sample(actor: Actor) -> JsonObject:
    """Return the content of the message the act names."""
    return _SAMPLES[actor.text("do")](actor)


def _keep(actor: Actor, kind: str, name: str, data: bytes = b"sandbox") -> StoredFile:
    return actor.sandbox.files.keep(kind, name, data)


def _photo(actor: Actor) -> JsonObject:
    stored = _keep(actor, "photos", "photo.png", PIXEL)
    return {"photo": [stored.reference() | {"width": 1, "height": 1}]}


def _voice(actor: Actor) -> JsonObject:
    stored = _keep(actor, "voice", "voice.oga")
    return {"voice": stored.reference() | {"duration": 3, "mime_type": "audio/ogg"}}


def _video(actor: Actor) -> JsonObject:
    stored = _keep(actor, "videos", "video.mp4")
    shape = {"width": 320, "height": 240, "duration": 3, "mime_type": "video/mp4"}
    return {"video": stored.reference() | shape}


def _sticker(actor: Actor) -> JsonObject:
    stored = _keep(actor, "stickers", "sticker.webp")
    shape = {
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
        "emoji": "🙂",
    }
    return {"sticker": stored.reference() | shape}


def _document(actor: Actor) -> JsonObject:
    stored = _keep(actor, "documents", actor.text("file_name") or "document.pdf")
    return {"document": stored.reference() | {"file_name": stored.name, "mime_type": stored.mime}}


def _location(actor: Actor) -> JsonObject:
    place = {name: actor.asked.get(name) for name in ("latitude", "longitude")}
    if not all(isinstance(value, int | float) for value in place.values()):
        raise ActError("A location needs latitude and longitude.")
    return {"location": place}


def _contact(actor: Actor) -> JsonObject:
    return {
        "contact": {
            "phone_number": "77001234567",
            "first_name": actor.person.first_name,
            "user_id": actor.person.id,
        }
    }


def _dice(actor: Actor) -> JsonObject:
    return {"dice": {"emoji": "🎲", "value": 1 + actor.sandbox.world.next_number() % 6}}


def _poll(actor: Actor) -> JsonObject:
    options = [
        {"persistent_id": str(place), "text": text, "voter_count": 0}
        for place, text in enumerate(("Иә", "Жоқ"))
    ]
    return {
        "poll": {
            "id": str(actor.sandbox.world.next_number()),
            "question": "Сұрақ",
            "options": options,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": True,
            "members_only": False,
        }
    }


_SAMPLES: Final[dict[str, Callable[[Actor], JsonObject]]] = {
    "photo": _photo,
    "voice": _voice,
    "video": _video,
    "sticker": _sticker,
    "document": _document,
    "location": _location,
    "contact": _contact,
    "dice": _dice,
    "poll": _poll,
}
