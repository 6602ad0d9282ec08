// Telegram's text formatting: text and entities in, DOM nodes out.
// Offsets are UTF-16 units, as are those of JavaScript's strings.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const SAFE = /^(https?:|tg:|mailto:|tel:)/i;

/**
 * Build the nodes of a formatted text. `does` says what a tap does: {openLink(url, hidden), sendCommand(text),
 * openMention(name)}; each may be left out, and then there is nothing to tap.
 */
export function formatted(text, entities, does = {}) {
  const sorted = (entities ?? [])
    .map((entity) => ({ ...entity }))
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, does);
}

function build(text, start, end, entities, does) {
  const nodes = document.createDocumentFragment();
  let at = start;
  while (entities.length > 0) {
    const entity = entities.shift();
    const from = Math.max(entity.offset, at);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    if (from > at) nodes.append(text.slice(at, from));
    const inner = takeInner(entities, to);
    nodes.append(wrap(entity, text.slice(from, to), build(text, from, to, inner, does), does));
    // A block ends its line itself; the newline after it would leave an empty one.
    at = BLOCKS.has(entity.type) && text[to] === "\n" ? to + 1 : to;
  }
  if (at < end) nodes.append(text.slice(at, end));
  return nodes;
}

/** Take from `entities` those that begin before `to`; what of them reaches past `to` stays in the queue. */
function takeInner(entities, to) {
  const inner = [];
  const rest = [];
  while (entities.length > 0 && entities[0].offset < to) {
    const entity = entities.shift();
    inner.push(entity);
    const over = entity.offset + entity.length - to;
    if (over > 0) rest.push({ ...entity, offset: to, length: over });
  }
  entities.unshift(...rest);
  return inner;
}

function wrap(entity, plain, nodes, does) {
  const { type } = entity;
  if (type in SIMPLE) return el(SIMPLE[type], {}, nodes);
  if (type === "pre") return el("pre", { tabindex: "0" }, el("code", {}, nodes));
  if (type === "blockquote") return el("blockquote", {}, nodes);
  if (type === "expandable_blockquote") return expandable(nodes);
  if (type === "spoiler") return spoiler(nodes);
  if (type === "text_link") return link(entity.url, nodes, true, does);
  if (type === "url") return link(SAFE.test(plain) ? plain : `https://${plain}`, nodes, false, does);
  if (type === "email") return link(`mailto:${plain}`, nodes, false, does);
  if (type === "phone_number") return link(`tel:${plain.replace(/[^\d+]/g, "")}`, nodes, false, does);
  if (type === "bot_command" && does.sendCommand) return tap(nodes, () => does.sendCommand(plain));
  if (type === "mention" && does.openMention) return tap(nodes, () => does.openMention(plain.slice(1)));
  return el("span", {}, nodes);
}

function tap(nodes, onclick) {
  return el("button", { class: "link", type: "button", onclick }, nodes);
}

function link(url, nodes, hidden, does) {
  if (!SAFE.test(url) || !does.openLink) return el("span", {}, nodes);
  const onclick = (event) => {
    event.preventDefault();
    does.openLink(url, hidden);
  };
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick }, nodes);
}

function spoiler(nodes) {
  const inside = el("span", { "aria-hidden": "true" }, nodes);
  const cover = el("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler"),
  }, inside);
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    cover.removeEventListener("click", reveal, true);
    cover.removeEventListener("keydown", reveal);
    inside.removeAttribute("aria-hidden");
    for (const name of ["role", "aria-label"]) cover.removeAttribute(name);
    cover.classList.add("shown");
  };
  // In the capture phase, so that the first tap shows a hidden link and does not follow it.
  cover.addEventListener("click", reveal, true);
  cover.addEventListener("keydown", reveal);
  return cover;
}

function expandable(nodes) {
  const body = el("div", { class: "clamped" }, nodes);
  const button = el("button", {
    class: "expand", type: "button", "aria-expanded": "false", "aria-label": t("expand"),
  }, icon("down"));
  button.addEventListener("click", () => {
    const open = body.classList.toggle("clamped") === false;
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", t(open ? "collapse" : "expand"));
  });
  // Three lines or fewer have nothing to unfold; that is known only once they are laid out.
  requestAnimationFrame(() => {
    button.hidden = body.scrollHeight <= body.clientHeight + 2;
  });
  return el("blockquote", { class: "expandable" }, body, button);
}
