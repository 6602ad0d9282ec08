// The head of the open chat: its name, what goes on in it, its menu, and the pinned message.

import { avatar } from "./avatar.js";
import { botInside, statusOf } from "./chats.js";
import { el, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { showMessage } from "./log.js";
import { summary } from "./media.js";
import { menu, modal, trying } from "./popups.js";
import { act } from "./server.js";
import { memberCount, spoken, t } from "./words.js";
import { chatOf, chatTitle, isGroup, member, nameOf, person, view, world } from "./world.js";

const head = document.getElementById("head");
const pinned = document.getElementById("pinned");

const inGroup = (chat) => chat.members.length + (botInside(chat) ? 1 : 0);

/** Draw the head of the open chat; `leave` goes back to the list (on a phone). */
export function drawHead(leave) {
  const chat = chatOf();
  const status = chat && (statusOf(chat) ?? memberCount(inGroup(chat)));
  reconcile(head, chat ? [{
    key: chat.id,
    stamp: [spoken(), chatTitle(chat), view.person],
    make: () => bar(chat, leave),
    dress(node) {
      const line = node.querySelector(".head-status");
      if (line.textContent !== status) line.textContent = status;
    },
  }] : []);
  drawPinned(chat);
}

function bar(chat, leave) {
  const id = isGroup(chat) ? chat.id : world.bot.id;
  const more = el(
    "button",
    {
      class: "round", type: "button", "aria-label": t("more"), "aria-haspopup": "menu",
      "aria-expanded": "false", "data-testid": "chat-menu",
    },
    icon("more"),
  );
  more.addEventListener("click", () => menu(more, entries(chatOf()), t("more")));
  return el(
    "div",
    { class: "head-row" },
    el("button", {
      class: "round back", type: "button", "aria-label": t("back"), "data-testid": "back", onclick: leave,
    }, icon("back")),
    avatar(id, chatTitle(chat)),
    el("div", { class: "head-words" }, el("h2", {}, chatTitle(chat)), el("span", { class: "head-status" })),
    more,
  );
}

function entries(chat) {
  const entry = (name, mark, deed, kind) => ({
    action: deed, icon: mark, label: t(name), kind,
    does: () => trying(() => act(view.person, chat.id, { do: deed })),
  });
  if (!isGroup(chat)) {
    return [person().blocked ? entry("unblock", "block", "unblock") : entry("block", "block", "block", "danger")];
  }
  const inside = botInside(chat);
  return [
    { action: "members", icon: "people", label: t("members"), does: () => showMembers(chat) },
    !inside && entry("addBot", "people", "add_bot"),
    inside && (chat.bot_status === "administrator"
      ? entry("demoteBot", "contact", "demote_bot")
      : entry("promoteBot", "contact", "promote_bot")),
    inside && entry("removeBot", "block", "remove_bot", "danger"),
    member(chat) ? entry("leave", "back", "leave", "danger") : entry("join", "people", "join"),
  ].filter(Boolean);
}

function showMembers(chat) {
  const line = (id, name, note, status) =>
    el(
      "li",
      {},
      avatar(id, name),
      el("span", { class: "member-words" }, el("strong", {}, name), note && el("span", {}, note)),
      ["creator", "administrator"].includes(status) && el("span", { class: "badge" }, t(status)),
    );
  const people = chat.members.map(({ person: id, status }) => {
    const found = person(id);
    return line(id, nameOf(found), id === view.person ? t("you") : found.username && `@${found.username}`, status);
  });
  const bot = botInside(chat) && line(world.bot.id, world.bot.first_name, t("bot"), chat.bot_status);
  modal({
    title: chat.title, body: el("ul", { class: "members" }, people, bot), testid: "members",
    buttons: [{ label: t("close"), value: "close" }],
  });
}

function drawPinned(chat) {
  const message = chat?.pinned && chat.messages.find((each) => each.message_id === chat.pinned && !each.deleted);
  pinned.hidden = !message;
  reconcile(pinned, message ? [{
    key: chat.id,
    stamp: [message, spoken()],
    make: () => el(
      "button",
      { type: "button", onclick: () => showMessage(String(message.message_id)) },
      icon("pin"),
      el("span", {}, el("strong", {}, t("pinned")), el("span", {}, summary(message))),
    ),
  }] : []);
}
