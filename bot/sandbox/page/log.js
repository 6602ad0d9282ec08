// The open conversation: its bubbles in order, and a scroll position that does not jump.

import { el, reconcile } from "./dom.js";
import { messageNode } from "./message.js";
import { openMessageMenu } from "./actions.js";
import { icon } from "./icons.js";
import { dayName, spoken, t, wallClock } from "./words.js";
import { chatOf, isGroup, isMine, keyOf, now, person, view, visible } from "./world.js";
import { serviceLine } from "./media.js";

const NEAR_PX = 60;
const TOGETHER_S = 300;

const log = document.getElementById("log");
const sheet = document.getElementById("sheet");
const down = document.getElementById("down");
let shown = null;
let stuck = true;
let settled = 0;
let newestOwn = 0;

/** Draw the open chat. Only what changed gets new nodes. */
export function drawLog(does) {
  const chat = chatOf();
  const other = `${view.person}:${view.chat}:${spoken()}`;
  const fresh = other !== shown;
  shown = other;
  if (!chat) {
    sheet.replaceChildren();
    return;
  }
  // A screen reader is told of new messages, not of every old one when a chat is opened.
  log.setAttribute("aria-live", fresh ? "off" : "polite");
  log.setAttribute("aria-label", t("log"));
  const own = visible(chat).findLast(isMine)?.message_id ?? 0;
  // Who sends wants to see it go, and the answer come, wherever they were reading.
  if (!fresh && own > newestOwn) stuck = true;
  newestOwn = own;
  const place = fresh ? null : remember();
  if (fresh) sheet.replaceChildren();
  reconcile(sheet, items(chat, does));
  if (fresh) {
    log.scrollTop = log.scrollHeight;
    stuck = true;
  } else restore(place);
  requestAnimationFrame(() => log.setAttribute("aria-live", "polite"));
  showDown();
}

function items(chat, does) {
  const messages = visible(chat);
  if (messages.length === 0) return [{ key: "empty", stamp: [person().description], make: () => welcome(chat) }];
  const result = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    if (!before || dayOf(before) !== dayOf(message)) result.push(dayItem(message));
    const [first, last] = [!together(before, message), !together(message, messages[index + 1])];
    result.push({
      key: keyOf(message),
      stamp: [message, chat.bot_status, JSON.stringify(chat.members)],
      make: () => messageNode(message, does),
      dress(node) {
        node.classList.toggle("first", first);
        node.classList.toggle("last", last);
      },
    });
  });
  return result;
}

const dayOf = (message) => wallClock(message.date * 1000).serial;

function dayItem(message) {
  const name = dayName(message.date * 1000, now());
  return {
    key: `day-${dayOf(message)}-${keyOf(message)}`,
    stamp: [name],
    make: () => el("div", { class: "day", role: "separator", "aria-label": name }, el("span", {}, name)),
  };
}

/** Do two messages stand together as one person's turn? */
function together(earlier, later) {
  return Boolean(earlier && later) && earlier.from?.id === later.from?.id && dayOf(earlier) === dayOf(later) &&
    later.date - earlier.date < TOGETHER_S && !serviceLine(earlier) && !serviceLine(later);
}

function welcome(chat) {
  if (isGroup(chat)) return el("div", { class: "welcome" }, el("p", {}, t("empty")));
  const { description } = person();
  return el(
    "div",
    { class: "welcome" },
    el("h2", {}, t(description ? "about" : "empty")),
    el("p", {}, description || t("hint")),
  );
}

const gap = () => log.scrollHeight - log.scrollTop - log.clientHeight;

/** Remember where the reader is: at the end, or at the first message on the screen. */
function remember() {
  const top = log.getBoundingClientRect().top;
  const anchor = [...sheet.children].find((node) => node.getBoundingClientRect().bottom > top);
  return {
    atEnd: stuck,
    anchor: anchor?.dataset.key,
    offset: anchor ? anchor.getBoundingClientRect().top - top : 0,
  };
}

function restore({ atEnd, anchor, offset }) {
  if (atEnd) {
    toEnd();
    return;
  }
  const node = [...sheet.children].find((child) => child.dataset.key === anchor);
  if (node) log.scrollTop += node.getBoundingClientRect().top - log.getBoundingClientRect().top - offset;
}

/** Show the end; the newest message from its beginning, even when it is longer than the window. */
function toEnd() {
  const newest = sheet.lastElementChild;
  const limit = newest ? newest.offsetTop - NEAR_PX / 4 : Infinity;
  log.scrollTop = Math.min(log.scrollHeight - log.clientHeight, limit);
  settled = log.scrollTop;
}

function showDown() {
  down.hidden = gap() < NEAR_PX * 2;
}

/** The reader's own scrolling takes the view off its end, and back. */
function onScroll() {
  stuck = gap() < NEAR_PX || Math.abs(log.scrollTop - settled) < 2;
  showDown();
}

const articles = () => [...log.querySelectorAll("article")];

function jump(id) {
  const node = log.querySelector(`[data-message-id="${CSS.escape(id)}"]`);
  if (!node) return;
  node.scrollIntoView({ block: "center" });
  node.focus({ preventScroll: true });
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), 1200);
}

function onKey(event) {
  const list = articles();
  const at = list.indexOf(document.activeElement);
  if (document.activeElement !== log && at < 0) return;
  if (event.key === "Enter" && at >= 0) {
    event.preventDefault(); // or the same key would press the first entry of the menu
    openMessageMenu(list[at]);
  }
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || event.altKey) return;
  event.preventDefault();
  const next = list[at < 0 ? list.length - 1 : Math.max(0, Math.min(list.length - 1, at + step))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

/** Wire the log's listeners once. */
export function startLog() {
  down.replaceChildren(icon("down"));
  down.addEventListener("click", () => log.scrollTo({ top: log.scrollHeight }));
  log.addEventListener("scroll", onScroll, { passive: true });
  log.addEventListener("keydown", onKey);
  log.addEventListener("contextmenu", (event) => {
    const node = event.target.closest("article.message");
    if (!node || event.target.closest("a, input")) return;
    event.preventDefault();
    openMessageMenu(node, event);
  });
  log.addEventListener("click", (event) => {
    const jumper = event.target.closest("[data-jump]");
    if (jumper) jump(jumper.dataset.jump);
    const touched = event.pointerType === "touch" && event.target.closest(".bubble");
    const control = event.target.closest("a, button, [role=button], pre");
    if (touched && !control) openMessageMenu(touched.closest("article"), event);
  });
  // Where a picture comes late or a keyboard takes room away, the end stays in sight.
  const sizes = new ResizeObserver(() => {
    if (stuck) toEnd();
    showDown();
  });
  for (const node of [log, sheet]) sizes.observe(node);
}

/** Scroll to the message `id` and light it up. */
export const showMessage = jump;
