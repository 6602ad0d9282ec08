// The menu of one message: reply, copy, edit, delete.

import { copy } from "./buttons.js";
import { menu, trying } from "./popups.js";
import { act } from "./server.js";
import { t } from "./words.js";
import { chatOf, isGroup, isMine, keyOf, view } from "./world.js";

let intend = () => {};

/** Tell where "reply" and "edit" go: `intend({reply: message})` or `intend({edit: message})`. */
export function onIntent(listener) {
  intend = listener;
}

/** Open the menu of the message whose node is given, at the pointer when there is one. */
export function openMessageMenu(node, pointer) {
  const message = chatOf()?.messages.find((each) => keyOf(each) === node.dataset.messageId);
  if (!message) return;
  const words = message.text ?? message.caption;
  const mine = isMine(message) && !message.via_bot;
  const { person, chat } = view;
  const entries = [
    !message.ephemeral_for && {
      action: "reply", icon: "reply", label: t("reply"), does: () => intend({ reply: message }),
    },
    words && { action: "copy", icon: "copy", label: t("copy"), does: () => copy(words) },
    mine && message.text && {
      action: "edit", icon: "edit", label: t("edit"), does: () => intend({ edit: message }),
    },
    (isMine(message) || !isGroup(chatOf())) && {
      action: "delete", icon: "trash", label: t("delete"), kind: "danger",
      does: () => trying(() => act(person, chat, { do: "delete", message_id: message.message_id })),
    },
  ].filter(Boolean);
  const anchor = pointer?.clientX ? at(pointer) : node.querySelector(".bubble") ?? node;
  if (entries.length > 0) menu(anchor, entries, t("more"));
}

const at = ({ clientX, clientY }) => ({ getBoundingClientRect: () => new DOMRect(clientX, clientY, 0, 0) });
