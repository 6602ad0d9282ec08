// Inline keyboards: what a press does, and the waiting until the bot answers it.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { alert, toast, trying } from "./popups.js";
import { act } from "./server.js";
import { t } from "./words.js";
import { keyOf, view } from "./world.js";

const waiting = new Map();
const answered = new Set();
const GIVE_UP_MS = 20_000;
const MARKS = { url: "link", login_url: "link", web_app: "link", copy_text: "copy" };

/**
 * Build the keyboard under a message. `does` is {openLink(url, hidden), shareInline(query, here)} for the
 * buttons that are not for the bot; returns null when there is none.
 */
export function inlineKeyboard(message, does) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return el(
    "div",
    { class: "inline-keys", role: "group", "aria-label": t("buttons") },
    rows.map((row, at) =>
      el(
        "div",
        { class: "inline-row" },
        row.map((button, column) => inlineButton(message, button, at, column, does)),
      )),
  );
}

function inlineButton(message, button, row, column, does) {
  const key = `${view.person}:${view.chat}:${keyOf(message)}:${row}:${column}`;
  const mark = Object.keys(MARKS).find((kind) => button[kind]);
  const address = button.url ?? button.login_url?.url ?? button.web_app?.url;
  const share = Object.keys(button).find((kind) => kind.startsWith("switch_inline_query"));
  const node = el(
    "button",
    {
      type: "button", class: `inline-key ${button.style ?? ""}`, "data-testid": "inline-button", "data-press": key,
      "aria-busy": waiting.has(key) ? "true" : null, disabled: button.disabled ?? null,
    },
    el("span", { class: "key-label" }, button.text),
    (mark || share) && icon(mark ? MARKS[mark] : "share"),
  );
  node.addEventListener("click", () => {
    if (button.callback_data !== undefined) press(key, message, row, column);
    else if (address) does.openLink(address, true);
    else if (button.copy_text) copy(button.copy_text.text);
    else if (share) does.shareInline(button[share].query ?? button[share], share.endsWith("current_chat"));
  });
  return node;
}

/** Put a text on the clipboard and say so. */
export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast(t("copied"));
}

async function press(key, message, row, column) {
  if (waiting.has(key)) return;
  setWaiting(key, "");
  const { message_id } = message;
  const answer = await trying(() => act(view.person, view.chat, { do: "press", message_id, row, column }));
  const id = answer?.callback_query_id;
  if (!id || answered.delete(id)) {
    setWaiting(key, null);
    return;
  }
  setWaiting(key, id);
  setTimeout(() => waiting.get(key) === id && setWaiting(key, null), GIVE_UP_MS);
}

function setWaiting(key, id) {
  if (id === null) waiting.delete(key);
  else waiting.set(key, id);
  const node = document.querySelector(`[data-press="${CSS.escape(key)}"]`);
  if (id === null) node?.removeAttribute("aria-busy");
  else node?.setAttribute("aria-busy", "true");
}

/** The bot answered a press: stop the waiting, show its toast or alert, open its link. */
export function callbackAnswered(event, openLink) {
  const id = event.callback_query_id;
  const key = [...waiting].find(([, waits]) => waits === id)?.[0];
  if (key) setWaiting(key, null);
  else answered.add(id);
  if (event.person !== view.person) return;
  if (event.url) openLink(event.url, true);
  if (!event.text) return;
  if (event.show_alert) alert(event.text);
  else toast(event.text);
}
