// One message: a bubble with what it says, or a line of service.

import { avatar, colourOf } from "./avatar.js";
import { inlineKeyboard } from "./buttons.js";
import { el } from "./dom.js";
import { formatted } from "./format.js";
import { icon } from "./icons.js";
import { kindOf, media, serviceLine, summary, viaName } from "./media.js";
import { t, wallClock } from "./words.js";
import { chatOf, isBot, isGroup, isMine, member, nameOf } from "./world.js";

/** Build the node of a message. `does` is what its links and buttons do (see format.js and buttons.js). */
export function messageNode(message, does) {
  const line = serviceLine(message);
  const attributes = {
    "data-testid": "message", "data-message-id": message.message_id, tabindex: "-1",
  };
  if (line) return el("article", { ...attributes, class: "service" }, el("span", {}, line));
  const group = isGroup(chatOf());
  const theirs = !isMine(message);
  const side = theirs ? "theirs" : "mine";
  return el(
    "article",
    { ...attributes, class: `message ${side}${group ? " in-group" : ""}` },
    el(
      "div",
      { class: "stack" },
      bubble(message, does, group && theirs),
      reactions(message),
      inlineKeyboard(message, does),
    ),
  );
}

function bubble(message, does, named) {
  const kind = kindOf(message);
  const words = message.text ?? message.caption;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  const bare = kind === "sticker" && !message.reply_to_message;
  return el(
    "div",
    { class: ["bubble", kind && `has-${kind}`, bare && "bare", !words && "wordless"].filter(Boolean).join(" ") },
    named && avatar(message.from.id, nameOf(message.from)),
    named ? sender(message) : el("span", { class: "hidden" }, `${author(message)}: `),
    message.ephemeral_for &&
      el("div", { class: "ephemeral", "data-testid": "ephemeral" }, icon("eye"), t("onlyYou")),
    message.forward_origin && el("div", { class: "via" }, t("forwarded", originName(message.forward_origin))),
    message.via_bot && el("div", { class: "via" }, t("via", viaName(message))),
    message.reply_to_message && quote(message.reply_to_message, message.quote?.text),
    media(message),
    words !== undefined && el("div", { class: "text" }, formatted(words, entities, does)),
    !kind && words === undefined && el("div", { class: "text" }, t("unsupported")),
    meta(message),
  );
}

function reactions(message) {
  const given = message.reactions ?? [];
  return given.length > 0 && el("div", { class: "reactions" }, given.map(({ emoji }) => el("span", {}, emoji)));
}

function sender(message) {
  const status = isBot(message.from) ? chatOf().bot_status : member(chatOf(), message.from.id)?.status;
  const badge = ["creator", "administrator"].includes(status) ? t(status) : null;
  return el(
    "div",
    { class: `sender ink-${colourOf(message.from.id)}` },
    el("span", {}, nameOf(message.from)),
    badge && el("span", { class: "badge" }, badge),
  );
}

const author = (message) => (isMine(message) ? t("you") : nameOf(message.from));

const originName = (origin) =>
  origin.sender_user_name ?? origin.sender_chat?.title ?? origin.chat?.title ?? nameOf(origin.sender_user);

function quote(original, part) {
  const id = original.message_id;
  return el(
    "button",
    { class: "quote", type: "button", "data-jump": id },
    el("strong", {}, nameOf(original.from)),
    el("span", {}, part ?? summary(original)),
  );
}

function meta(message) {
  const { time } = wallClock(message.date * 1000);
  return el(
    "span",
    { class: "meta" },
    message.edit_date && el("span", { "data-testid": "edited" }, t("edited")),
    el("time", { datetime: new Date(message.date * 1000).toISOString() }, time),
  );
}
