// The page: puts the parts together and redraws them when something happened.

import { sendContact, sendLocation } from "./attach.js";
import { drawBar } from "./bar.js";
import { callbackAnswered } from "./buttons.js";
import { drawChats, startChats } from "./chats.js";
import { drawComposer, focusInput, say, startComposer, write } from "./composer.js";
import { drawHead } from "./head.js";
import { drawLog, startLog } from "./log.js";
import { choose, clearToast, confirm, trying } from "./popups.js";
import { drawReplyKeys } from "./replykeys.js";
import { act, follow } from "./server.js";
import { speak, t } from "./words.js";
import { apply, chatOf, chatTitle, chatsOf, isGroup, load, person, seen, view, world } from "./world.js";

const TICK_MS = 10_000;
const wide = matchMedia("(min-width: 760px)");
const address = new URLSearchParams(location.search);
const chosenLanguage = new Map();

const does = { openLink, shareInline, sendCommand: say, openMention };
const keysDo = { say, contact: sendContact, location: sendLocation, redraw };

function redraw() {
  speak(chosenLanguage.get(view.person) ?? (person()?.language_code === "ru" ? "ru" : "kk"));
  if (view.chat !== null) seen();
  document.body.dataset.view = view.chat === null ? "list" : "chat";
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = t(node.dataset.say);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
  }
  drawBar(become, talkIn);
  drawChats(open);
  drawHead(leave);
  drawReplyKeys(chatOf(), keysDo);
  drawComposer();
  drawLog(does);
  document.title = view.chat === null ? t("chats") : chatTitle(chatOf());
}

/** Be another person: a group stays open, a private chat becomes theirs. */
function become(id) {
  clearToast();
  view.person = id;
  const chat = chatOf();
  if (chat && !isGroup(chat)) view.chat = id;
  remember("replaceState");
  redraw();
}

function talkIn(code) {
  chosenLanguage.set(view.person, code);
  redraw();
}

function open(chat) {
  const before = view.chat;
  if (chat !== before) clearToast();
  view.chat = chat;
  remember(before === null ? "pushState" : "replaceState");
  redraw();
  focusInput();
}

function leave() {
  const from = view.chat;
  view.chat = null;
  remember("replaceState");
  redraw();
  document.querySelector(`[data-chat-id="${from}"]`)?.focus();
}

/** Keep the view in the address, so that Back and a reload find it. */
function remember(how) {
  const query = new URLSearchParams({ person: view.person });
  if (view.chat !== null) query.set("chat", view.chat);
  history[how](null, "", `?${query}`);
}

/** Take the view from the address; what it does not name, or names wrongly, is the first person's. */
function readAddress(query) {
  const id = Number(query.get("person"));
  view.person = world.people.some((each) => each.id === id) ? id : world.people[0]?.id ?? null;
  const chat = chatsOf().find((each) => each.id === Number(query.get("chat")));
  view.chat = chat?.id ?? (wide.matches ? view.person : null);
}

/** Follow a link: one to the bot starts it, others open outside, after a look where the target is hidden. */
async function openLink(url, hidden) {
  const [, name, query] = /^(?:https?:\/\/)?(?:www\.)?t\.me\/(\w+)\/?(?:\?(.*))?$/i.exec(url) ?? [];
  if (name?.toLowerCase() === world.bot.username.toLowerCase()) {
    const payload = new URLSearchParams(query).get("start");
    if (payload === null) open(view.person);
    else openStart(payload);
    return;
  }
  if (hidden && !(await confirm(t("openLink"), url, t("open")))) return;
  window.open(url, "_blank", "noopener");
}

function openStart(payload) {
  open(view.person);
  trying(() => act(view.person, view.person, { do: "start", payload }));
}

function openMention(name) {
  if (name.toLowerCase() === world.bot.username.toLowerCase()) open(view.person);
}

/** A button that shares: the query goes into this chat's input, or into that of a chat to choose. */
async function shareInline(query, here) {
  let chat = view.chat;
  if (!here) {
    const options = chatsOf().map((each) => ({ label: chatTitle(each), value: String(each.id) }));
    const value = await choose(t("chooseChat"), options);
    if (!value) return;
    chat = Number(value);
  }
  open(chat);
  write(`@${world.bot.username} ${query}`);
}

let queue = Promise.resolve();

/** Take the events strictly one after another: some of them fetch the whole state. */
function receive(event) {
  queue = queue.then(() => trying(() => take(event))).catch(console.error);
}

async function take(event) {
  if (event.kind === "callback_answer") callbackAnswered(event, openLink);
  await apply(event, redraw);
  redraw();
}

async function catchUp() {
  const number = await load();
  if (view.person === null) {
    readAddress(address);
    if (["kk", "ru"].includes(address.get("lang"))) chosenLanguage.set(view.person, address.get("lang"));
    redraw();
    if (wide.matches) focusInput();
  }
  return number;
}

startLog();
startChats();
startComposer({ redraw, openStart });
addEventListener("popstate", () => {
  readAddress(new URLSearchParams(location.search));
  redraw();
});
wide.addEventListener("change", redraw);
setInterval(() => world.bot && redraw(), TICK_MS);
follow({
  catchUp,
  receive,
  connected(state) {
    world.connected = state;
    if (world.bot) redraw();
  },
});
