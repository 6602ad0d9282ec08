"""What a person sees of the bot: a message, an edit, a toast or an alert."""

import html
from dataclasses import dataclass
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ("<tg-spoiler>", "</tg-spoiler>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote expandable>", "</blockquote>"),
}


@dataclass(frozen=True)
class Seen:
    """One thing seen, as it was at that moment.

    `kind` is "message", "edit" or "callback_answer"; `n` the number of the event, 0 if it was
    looked up and not waited for.
    """

    kind: str
    n: int
    raw: Json

    @property
    def id(self) -> int:
        """The message's id (negative for an ephemeral one)."""
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """The text or the caption, as read."""
        return str(self.raw.get("text") or self.raw.get("caption") or "")

    @property
    def html(self) -> str:
        """The text with the formatting people see, as HTML."""
        return as_html(
            self.text, self.raw.get("entities") or self.raw.get("caption_entities") or []
        )

    @property
    def buttons(self) -> list[list[str]]:
        """The rows of labels, under the message or in place of letters."""
        return [[str(button["text"]) for button in row] for row in self.keyboard]

    @property
    def labels(self) -> list[str]:
        """All labels, one after another."""
        return [label for row in self.buttons for label in row]

    @property
    def keyboard(self) -> list[list[Json]]:
        """The rows of buttons as Telegram has them."""
        markup = self.raw.get("reply_markup") or {}
        rows: list[list[Json]] = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return rows

    @property
    def inline(self) -> bool:
        """Whether the buttons are under the message."""
        return "inline_keyboard" in (self.raw.get("reply_markup") or {})

    @property
    def changes_letters(self) -> bool:
        """Whether it puts a keyboard in place of letters, or takes one away."""
        return bool({"keyboard", "remove_keyboard"} & (self.raw.get("reply_markup") or {}).keys())

    @property
    def alert(self) -> str | None:
        """The text of an alert, which has to be closed; None if it is none."""
        shown = self.kind == "callback_answer" and self.raw.get("show_alert")
        return self.text if shown else None

    @property
    def toast(self) -> str | None:
        """The text of a notice that goes away by itself; None if it is none."""
        shown = self.kind == "callback_answer" and not self.raw.get("show_alert")
        return self.text if shown else None

    def button(self, label: str) -> Json | None:
        """Return the button with that label as Telegram has it, or None."""
        found = (button for row in self.keyboard for button in row if button["text"] == label)
        return next(found, None)

    def line(self) -> str:
        """Return the message as one paragraph of a transcript."""
        what = self.text or " ".join(
            kind for kind in ("photo", "document", "location", "venue") if kind in self.raw
        )
        rows = ["  " + " ".join(f"[{label}]" for label in row) for row in self.buttons]
        return "\n".join([what or "(no text)", *rows])


def as_html(text: str, entities: list[Json]) -> str:
    """Return `text` with the tags of its entities; found addresses and commands get none."""
    marks: list[tuple[int, int, str]] = []
    for place, entity in enumerate(entities):
        opening, closing = _TAGS.get(entity["type"], ("", ""))
        if entity["type"] == "text_link":
            opening, closing = f'<a href="{html.escape(entity["url"])}">', "</a>"
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        # At one place tags close before others open; what opened last closes first.
        marks += [(begin, place + 1, opening), (end, -place - 1, closing)]
    units = text.encode("utf-16-le")
    pieces, done = [], 0
    for offset, _, tag in sorted(marks):
        pieces += [html.escape(units[2 * done : 2 * offset].decode("utf-16-le"), quote=False), tag]
        done = offset
    return "".join(pieces) + html.escape(units[2 * done :].decode("utf-16-le"), quote=False)
