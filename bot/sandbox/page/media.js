// What a message carries besides text: pictures, files, places, people.

import { el } from "./dom.js";
import { icon } from "./icons.js";
import { coordinates, map } from "./map.js";
import { fileSize, t } from "./words.js";
import { nameOf, world } from "./world.js";

const BUILDERS = { photo, document, voice, video, sticker, location, contact, dice, poll };

/** Name the kind of thing the message carries, or null for plain text. */
export const kindOf = (message) => Object.keys(BUILDERS).find((kind) => message[kind]) ?? null;

/** Build what the message carries, or null. */
export function media(message) {
  const kind = kindOf(message);
  return kind && BUILDERS[kind](message[kind], message);
}

function photo(sizes) {
  const best = sizes.at(-1);
  const picture = el("img", {
    src: best.url, alt: t("photo"), width: best.width, height: best.height, loading: "lazy",
  });
  picture.addEventListener("error", () => {
    picture.replaceWith(el("div", { class: "no-picture" }, icon("photo"), t("photo")));
  });
  return el("a", { class: "photo", href: best.url, target: "_blank", rel: "noopener" }, picture);
}

function row(name, title, detail) {
  return [
    el("span", { class: "file-icon" }, icon(name)),
    el("span", { class: "file-text" }, el("strong", {}, title), detail && el("span", {}, detail)),
  ];
}

function document(file) {
  const name = file.file_name ?? t("document");
  return el(
    "a",
    {
      class: "file", href: file.url, download: name, "aria-label": t("download", name),
      "data-testid": "file",
    },
    row("download", name, file.file_size ? fileSize(file.file_size) : null),
  );
}

const seconds = (count) => `${Math.floor(count / 60)}:${String(count % 60).padStart(2, "0")}`;

function voice(file) {
  return el("div", { class: "file" }, row("voice", t("voice"), seconds(file.duration ?? 0)));
}

function video(file) {
  return el("div", { class: "file" }, row("video", t("video"), seconds(file.duration ?? 0)));
}

function sticker(file) {
  return el("div", { class: "sticker", role: "img", "aria-label": t("sticker") }, file.emoji ?? icon("sticker"));
}

function location(point, { venue }) {
  return el(
    "figure",
    { class: "place", "data-testid": "location" },
    map(point),
    el(
      "figcaption",
      {},
      el("strong", {}, venue?.title ?? t("location")),
      venue && el("span", {}, venue.address),
      el("span", {}, coordinates(point)),
    ),
  );
}

function contact(card) {
  return el("div", { class: "file" }, row("contact", nameOf(card), card.phone_number));
}

function dice({ emoji, value }) {
  return el("div", { class: "file" }, row("sticker", t("dice"), `${emoji ?? ""} ${value}`));
}

function poll({ question, options }) {
  return el(
    "div",
    { class: "poll" },
    el("strong", {}, question),
    el("ul", {}, options.map((option) => el("li", {}, option.text))),
  );
}

/** Say in one line what a message is, for the chat list, quotes and the screen reader. */
export function summary(message) {
  if (message.deleted) return t("deleted");
  const words = message.text ?? message.caption ?? serviceLine(message);
  const kind = kindOf(message);
  const label = kind === "document" ? message.document.file_name ?? t(kind) : kind && t(kind);
  return [label, words].filter(Boolean).join(", ").replace(/\s+/g, " ") || t("unsupported");
}

/** Say what a service message tells, or null when the message is an ordinary one. */
export function serviceLine(message) {
  const { new_chat_members: came, left_chat_member: went, new_chat_title: title } = message;
  if (came) return t("joined", came.map(nameOf).join(", "));
  if (went) return t("left", nameOf(went));
  if (title) return t("groupRenamed", title);
  if (message.pinned_message) return t("pinnedBy", nameOf(message.from));
  if (message.group_chat_created || message.supergroup_chat_created) return t("groupMade");
  return null;
}

/** The name shown for the bot a message came through. */
export const viaName = (message) => `@${message.via_bot.username ?? world.bot.username}`;
