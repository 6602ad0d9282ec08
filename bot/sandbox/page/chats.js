// The list of chats.

import { avatar } from "./avatar.js";
import { el, reconcile, roam } from "./dom.js";
import { kindOf, serviceLine, summary } from "./media.js";
import { shortTime, spoken, t } from "./words.js";
import {
  chatTitle, chatsOf, isGroup, isMine, nameOf, now, typingIn, unreadIn, view, visible, world,
} from "./world.js";

const list = document.getElementById("chats");

/** Draw the list; `open(chatId)` is called with the chosen one. */
export function drawChats(open) {
  reconcile(list, chatsOf().map((chat) => {
    const last = visible(chat).at(-1);
    const here = chat.id === view.chat;
    const time = last ? shortTime(last.date * 1000, now()) : "";
    const [preview, count] = [previewOf(chat, last), unreadIn(chat.id)];
    return {
      key: chat.id,
      stamp: [chatTitle(chat), preview.who, preview.text, preview.quiet, time, count, here, spoken()],
      make: () => item(chat, { preview, time, count, here, open }),
    };
  }));
}

function previewOf(chat, last) {
  if (typingIn(chat.id)) return { who: "", text: t("typing"), quiet: true };
  if (!last) return { who: "", text: t("empty"), quiet: true };
  const alone = serviceLine(last) || (!isGroup(chat) && !isMine(last));
  const who = alone ? "" : `${isMine(last) ? t("you") : nameOf(last.from)}: `;
  return { who, text: summary(last), quiet: Boolean(serviceLine(last) || (kindOf(last) && !last.caption)) };
}

function item(chat, { preview, time, count, here, open }) {
  const id = isGroup(chat) ? chat.id : world.bot.id;
  const button = el(
    "button",
    {
      type: "button", class: "chat-item", "data-testid": "chat-item", "data-chat-id": chat.id,
      "aria-current": here ? "true" : null, onclick: () => open(chat.id),
    },
    avatar(id, chatTitle(chat)),
    el(
      "span",
      { class: "chat-words" },
      el("span", { class: "chat-top" }, el("strong", {}, chatTitle(chat)), el("time", {}, time)),
      el(
        "span",
        { class: "chat-bottom" },
        el(
          "span",
          { class: preview.quiet ? "preview quiet" : "preview" },
          preview.who && el("b", {}, preview.who),
          preview.text,
        ),
        count > 0 && el("span", { class: "count", "aria-label": t("unread", count) }, String(count)),
      ),
    ),
  );
  return el("li", {}, button);
}

/** Wire the arrows once. */
export function startChats() {
  list.addEventListener("keydown", (event) => roam(event, [...list.querySelectorAll("button")]));
}

/** What stands under a chat's name: what it is, or what the bot is doing. */
export function statusOf(chat) {
  const action = typingIn(chat.id);
  if (action) return t(action.startsWith("upload") ? "uploading" : "typing");
  if (!world.connected) return t("connecting");
  return isGroup(chat) ? null : t("bot");
}

/** Is the bot among the members of this chat? */
export const botInside = (chat) => !isGroup(chat) || !["left", "kicked"].includes(chat.bot_status);

