// What comes over the page: toasts, alerts, questions, menus.

import { el, roam } from "./dom.js";
import { icon } from "./icons.js";
import { Refused } from "./server.js";
import { t } from "./words.js";

const TOAST_MS = 6000;

/** Show one sentence for a while; `kind` "error" is announced at once. */
export function toast(text, kind = "note") {
  const node = el(
    "div",
    { class: `toast ${kind}`, "data-testid": "toast", "data-kind": kind, role: kind === "error" ? "alert" : null },
    el("span", {}, text),
    el("button", {
      class: "plain", type: "button", "aria-label": t("close"), onclick: () => node.remove(),
    }, icon("close")),
  );
  const room = document.getElementById("toasts");
  room.replaceChildren(node);
  // In the top layer, so that it is seen over an open window too.
  if (room.matches(":popover-open")) room.hidePopover();
  room.showPopover();
  let timer = setTimeout(() => node.remove(), TOAST_MS);
  node.addEventListener("pointerenter", () => clearTimeout(timer));
  node.addEventListener("pointerleave", () => {
    timer = setTimeout(() => node.remove(), TOAST_MS);
  });
}

/** Take the toast away. */
export const clearToast = () => document.getElementById("toasts").replaceChildren();

/** Run `deed`; a refusal becomes a toast. Gives the answer, or null when refused. */
export async function trying(deed) {
  try {
    return await deed();
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    toast(problem.message, "error");
    return null;
  }
}

/** Show a modal window; gives the value of the button pressed, or "" when it was closed with Esc. */
export function modal({ title, body, buttons, testid = "dialog", wide = false }) {
  const row = buttons.map(({ label, value, kind }, index) =>
    el("button", {
      // Enter in a field takes the first submit button: the one that says no must not be it.
      type: value ? "submit" : "button", value, class: kind ?? "plain", autofocus: index === buttons.length - 1,
      onclick: value ? null : () => window.close(""),
    }, label));
  const form = el(
    "form",
    { method: "dialog" },
    title && el("h2", { id: "dialog-title" }, title),
    el("div", { class: "dialog-body", id: "dialog-body" }, body),
    el("div", { class: "dialog-buttons" }, row),
  );
  const window = el(
    "dialog",
    {
      class: wide ? "wide" : null,
      "data-testid": testid,
      role: testid === "alert" ? "alertdialog" : null,
      "aria-labelledby": title ? "dialog-title" : "dialog-body",
      "aria-describedby": title && testid === "alert" ? "dialog-body" : null,
    },
    form,
  );
  window.addEventListener("click", (event) => {
    if (event.target === window) window.close("");
  });
  document.body.append(window);
  window.showModal();
  return new Promise((resolve) => {
    window.addEventListener("close", () => {
      window.remove();
      resolve(window.returnValue);
    });
  });
}

/** Show the alert a callback query was answered with. */
export const alert = (text) =>
  modal({ testid: "alert", title: null, body: text, buttons: [{ label: t("ok"), value: "ok", kind: "filled" }] });

/** Ask a yes-or-no question; gives true or false. */
export async function confirm(question, detail, yes) {
  const buttons = [{ label: t("cancel"), value: "" }, { label: yes, value: "yes", kind: "filled" }];
  return (await modal({ title: question, body: detail, buttons })) === "yes";
}

/** Let the person choose one of `options` ({label, value}) in a window; gives its value or "". */
export const choose = (title, options) =>
  modal({
    title,
    body: options.map(({ label, value }) => el("button", { type: "submit", value, class: "option" }, label)),
    buttons: [{ label: t("cancel"), value: "" }],
  });

/** Open a menu at `anchor`: entries are {label, icon, does, kind?}. Esc or a click elsewhere closes it. */
export function menu(anchor, entries, label) {
  const back = document.activeElement;
  const items = entries.map((entry) =>
    el(
      "button",
      {
        type: "button", role: "menuitem", tabindex: "-1", class: entry.kind, "data-action": entry.action,
        onclick: () => {
          node.hidePopover();
          entry.does();
        },
      },
      icon(entry.icon),
      el("span", {}, entry.label),
    ));
  const node = el("div", {
    class: "menu", role: "menu", popover: "auto", "aria-label": label, "data-testid": "menu",
  }, items);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Tab") node.hidePopover();
    else roam(event, items);
  });
  node.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    if (node.contains(document.activeElement) || document.activeElement === document.body) back?.focus();
    anchor.setAttribute?.("aria-expanded", "false");
    node.remove();
  });
  document.body.append(node);
  node.showPopover();
  place(node, anchor.getBoundingClientRect());
  if (anchor.hasAttribute?.("aria-haspopup")) anchor.setAttribute("aria-expanded", "true");
  items[0]?.focus();
}

/** Put a popover below the box, or above it where there is no room; always inside the window. */
function place(node, box) {
  const { offsetWidth: width, offsetHeight: height } = node;
  const below = box.bottom + height + 8 < innerHeight;
  const left = Math.min(Math.max(8, box.left), innerWidth - width - 8);
  node.style.left = `${left}px`;
  node.style.top = `${Math.max(8, below ? box.bottom + 4 : box.top - height - 4)}px`;
}
