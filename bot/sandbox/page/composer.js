// Where a person writes: the input, what it answers or changes, and what stands there instead.

import { onIntent } from "./actions.js";
import { openAttach } from "./attach.js";
import { el, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { askInline, inlineQueryIn, leaveInline } from "./inline.js";
import { summary } from "./media.js";
import { trying } from "./popups.js";
import { placeholderOf, replyKeysOpen, toggleReplyKeys } from "./replykeys.js";
import { act, Refused } from "./server.js";
import { startSuggest, stopSuggesting, suggest, suggestKey, suggesting } from "./suggest.js";
import { spoken, t } from "./words.js";
import { chatOf, isGroup, isMine, member, nameOf, person, view, visible, world } from "./world.js";

const LONGEST_TEXT = 4096;

const form = document.getElementById("composer");
const drafts = new Map();
const place = () => `${view.person}:${view.chat}`;

let intent = {};
let shown = null;
let wired = {};

const input = el("textarea", {
  id: "input", rows: "1", "data-testid": "input", autocomplete: "off", enterkeyhint: "send",
});

/** Wire the input once; `does` is {redraw(), openStart(payload)}. */
export function startComposer(does) {
  wired = does;
  startSuggest(input);
  onIntent(begin);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener("input", typed);
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", () => inlineQueryIn(input.value) === null && stopSuggesting());
}

/** Draw the composer of the open chat, or what stands in its place. */
export function drawComposer() {
  const chat = chatOf();
  if (shown !== place()) changePlace();
  const only = chat && instead(chat);
  const open = chat && replyKeysOpen(chat);
  const inside = form.contains(document.activeElement);
  reconcile(form, !chat ? [] : only ? [only] : [
    { key: "intent", stamp: [intent, spoken()], make: intentBar },
    {
      key: "row",
      stamp: [spoken(), open === null],
      make: () => inputRow(open !== null),
      dress: (row) => dressRow(row, open),
    },
  ]);
  input.placeholder = (chat && placeholderOf(chat)) ?? t("message");
  input.setAttribute("aria-label", t("message"));
  if (inside && !form.contains(document.activeElement)) focusInput();
  grow();
}

/** One button in the place of the input: start, unblock, join. */
function instead(chat) {
  const button = (name, deed) => ({
    key: deed,
    stamp: [spoken(), place()],
    make: () => el("button", {
      type: "button", class: "instead", "data-testid": deed,
      onclick: () => trying(() => act(view.person, view.chat, { do: deed })),
    }, t(name)),
  });
  if (isGroup(chat)) return member(chat) ? null : button("join", "join");
  if (person().blocked) return button("unblock", "unblock");
  return visible(chat).length === 0 ? button("start", "start") : null;
}

function intentBar() {
  const message = intent.reply ?? intent.edit;
  if (!message) return el("div", { class: "intent", hidden: true });
  const title = intent.edit ? t("edit") : isMine(message) ? t("you") : nameOf(message.from);
  return el(
    "div",
    { class: "intent", "data-testid": "intent" },
    icon(intent.edit ? "edit" : "reply"),
    el("span", { class: "intent-words" }, el("strong", {}, title), el("span", {}, summary(message))),
    el("button", {
      type: "button", class: "round", "aria-label": t("cancel"), onclick: () => begin({}),
    }, icon("close")),
  );
}

function inputRow(hasKeys) {
  const round = (name, mark, testid, onclick) =>
    el("button", {
      type: "button", class: "round", "aria-label": t(name), title: t(name), "data-testid": testid, onclick,
    }, icon(mark));
  const attach = round("attach", "attach", "attach", () => openAttach(attach));
  attach.setAttribute("aria-haspopup", "menu");
  return el(
    "div",
    { class: "input-row" },
    round("commands", "slash", "commands", toggleCommands),
    attach,
    input,
    hasKeys && round("hideKeys", "keys", "toggle-keyboard", () => {
      toggleReplyKeys(chatOf());
      wired.redraw();
    }),
    el("button", {
      type: "submit", class: "round send", "aria-label": t("send"), "data-testid": "send",
    }, icon("send")),
  );
}

function dressRow(row, open) {
  row.querySelector(".send").setAttribute("aria-label", t(intent.edit ? "save" : "send"));
  const keys = row.querySelector("[data-testid=toggle-keyboard]");
  keys?.setAttribute("aria-label", t(open ? "hideKeys" : "showKeys"));
  keys?.setAttribute("aria-expanded", String(Boolean(open)));
}

/** Another chat or person: keep what was being written there, take out what was written here. */
function changePlace() {
  if (shown) drafts.set(shown, input.value);
  shown = place();
  intent = {};
  leaveInline();
  stopSuggesting();
  input.value = drafts.get(shown) ?? "";
}

function begin(next) {
  if (intent.edit || next.edit) input.value = next.edit?.text ?? "";
  intent = next;
  wired.redraw();
  input.focus();
}

/** Put a text into the input, as a button that shares an inline query does. */
export function write(text) {
  input.value = text;
  wired.redraw();
  input.focus();
  typed();
}

function grow() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
  form.classList.toggle("filled", input.value.trim() !== "");
}

function typed() {
  grow();
  const query = inlineQueryIn(input.value);
  if (query !== null) {
    askInline(query, clear, wired.openStart);
    return;
  }
  leaveInline();
  const text = input.value;
  const name = `@${world.bot.username}`;
  if (/^\/\w*$/.test(text)) showCommands(text.slice(1));
  else if (/^@\w*$/.test(text) && name.startsWith(text.toLowerCase())) {
    suggest([{ title: name, detail: t("bot"), does: () => write(`${name} `) }]);
  } else stopSuggesting();
}

function showCommands(start, note = null) {
  const all = chatOf().commands?.[view.person] ?? [];
  const found = all.filter(({ command }) => command.startsWith(start.toLowerCase()));
  const suffix = isGroup(chatOf()) ? `@${world.bot.username}` : "";
  const entries = found.map(({ command, description }) => ({
    title: `/${command}`,
    detail: description,
    does: async () => (await say(`/${command}${suffix}`)) && clear(),
  }));
  if (entries.length > 0 || note) suggest(entries, { note: entries.length > 0 ? null : note, kind: "commands" });
  else stopSuggesting();
}

function toggleCommands() {
  input.focus();
  if (suggesting()) stopSuggesting();
  else showCommands("", t("noCommands"));
}

function onKey(event) {
  if (suggestKey(event)) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    submit();
  } else if (event.key === "Escape" && (intent.reply || intent.edit)) begin({});
  else if (event.key === "ArrowUp" && input.value === "" && !intent.edit) {
    const last = visible(chatOf()).findLast((message) => isMine(message) && message.text && !message.via_bot);
    if (last) {
      event.preventDefault();
      begin({ edit: last });
    }
  }
}

function clear() {
  // results of a query that was sent as a message must not open over the next one
  leaveInline();
  stopSuggesting();
  input.value = "";
  drafts.delete(place());
  intent = {};
  wired.redraw();
}

/** Send a text as the person at the page; gives true when it went. */
export async function say(text) {
  const deed = { do: "send", text };
  if (intent.reply) deed.reply_to = intent.reply.message_id;
  return Boolean(await post(deed));
}

/** Send or correct a text; one too long is refused here, in the language of the page. */
const post = (deed) => trying(() => act(view.person, view.chat, fitting(deed)));

function fitting(deed) {
  // In UTF-16 units, as Telegram counts; line separators and direction marks it drops.
  const { length } = deed.text.replace(/[\r\u2028-\u202e]/g, "");
  if (length > LONGEST_TEXT) throw new Refused(t("tooLong", LONGEST_TEXT, length));
  return deed;
}

async function submit() {
  const text = input.value.trim();
  if (!text) return;
  const { edit } = intent;
  const from = place();
  const sent = edit
    ? await post({ do: "edit", message_id: edit.message_id, text })
    : await say(text);
  if (sent && place() === from && input.value.trim() === text) clear();
}

/** Put the focus into the input, if there is one to write in. */
export function focusInput() {
  const target = form.querySelector("textarea, .instead");
  target?.focus({ preventScroll: true });
}
