// The reply keyboard over the input, as the last message that set one left it.

import { el, reconcile } from "./dom.js";
import { isBot, isGroup, keyOf, view, visible } from "./world.js";

const panel = document.getElementById("keyboard");
const used = new Set();
const closed = new Set();

/** The message whose keyboard is in force for this person here, or null. */
function source(chat) {
  const messages = visible(chat);
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const markup = messages[at].reply_markup;
    const elsewhere = markup?.selective && isGroup(chat) && !addressed(messages[at]);
    if (!markup || elsewhere || !isBot(messages[at].from)) continue;
    if (markup.keyboard || markup.remove_keyboard) return markup.keyboard ? messages[at] : null;
  }
  return null;
}

const addressed = (message) =>
  message.reply_to_message?.from?.id === view.person ||
  message.entities?.some((entity) => entity.user?.id === view.person);

const nameOfKeys = (message) => `${view.person}:${view.chat}:${keyOf(message)}`;

/** Is there a keyboard here, and does it stand open? Gives null, true or false. */
export function replyKeysOpen(chat) {
  const message = source(chat);
  return message && !closed.has(nameOfKeys(message)) && !used.has(nameOfKeys(message));
}

/** Open or close the keyboard by the button beside the input. */
export function toggleReplyKeys(chat) {
  const name = nameOfKeys(source(chat));
  const open = replyKeysOpen(chat);
  used.delete(name);
  if (open) closed.add(name);
  else closed.delete(name);
}

/** The hint of the keyboard, or of a forced reply, for the empty input; null when it gives none. */
export const placeholderOf = (chat) => source(chat)?.reply_markup.input_field_placeholder ?? null;

/** Draw the keyboard; `does` is {say(text), contact(), location(), redraw()}. */
export function drawReplyKeys(chat, does) {
  const open = chat && replyKeysOpen(chat);
  panel.hidden = !open;
  const message = open && source(chat);
  reconcile(panel, message ? [{ key: nameOfKeys(message), stamp: [message], make: () => keys(message, does) }] : []);
}

function keys(message, does) {
  const markup = message.reply_markup;
  const press = (button) => {
    if (markup.one_time_keyboard) used.add(nameOfKeys(message));
    if (button.request_contact) does.contact();
    else if (button.request_location) does.location();
    else does.say(button.text);
    does.redraw();
  };
  const key = (raw) => {
    const button = typeof raw === "string" ? { text: raw } : raw;
    return el(
      "button",
      {
        type: "button", class: `reply-key ${button.style ?? ""}`, "data-testid": "reply-button",
        onclick: () => press(button),
      },
      button.text,
    );
  };
  const rows = markup.keyboard.map((row) => el("div", { class: "reply-row" }, row.map(key)));
  return el("div", { class: "reply-rows" }, rows);
}
