// The bar at the top: who writes, the sandbox's clock, the page's language.

import { avatar } from "./avatar.js";
import { openClock } from "./clock.js";
import { el, reconcile } from "./dom.js";
import { icon } from "./icons.js";
import { dayName, spoken, t, wallClock } from "./words.js";
import { nameOf, now, unreadOf, view, world } from "./world.js";

const bar = document.getElementById("bar");

/** Draw the bar; `become(id)` and `talkIn(code)` are called with the person and the language chosen. */
export function drawBar(become, talkIn) {
  const unread = world.people.map(({ id }) => (id === view.person ? 0 : unreadOf(id)));
  reconcile(bar, [
    {
      key: "who",
      stamp: [...unread, spoken(), world.people.length, view.person],
      make: () => who(unread, become),
    },
    { key: "clock", stamp: [spoken()], make: clockButton, dress: showTime },
    { key: "language", stamp: [spoken()], make: () => languages(talkIn) },
  ]);
}

function who(unread, become) {
  const people = world.people.map((each, index) =>
    el(
      "label",
      { class: "who", "data-testid": "person", "data-person-id": each.id },
      el("input", {
        type: "radio", name: "person", value: each.id, checked: each.id === view.person,
        onchange: () => become(each.id),
        "aria-label": unread[index] ? `${nameOf(each)}, ${t("unread", unread[index])}` : nameOf(each),
      }),
      avatar(each.id, nameOf(each)),
      el("span", { class: "who-name", "aria-hidden": "true" }, nameOf(each)),
      unread[index] > 0 && el("span", { class: "dot", "aria-hidden": "true" }),
    ));
  return el(
    "div",
    { class: "people", role: "radiogroup", "aria-label": t("people"), "data-testid": "person-switch" },
    people,
  );
}

function clockButton() {
  return el(
    "button",
    {
      class: "clock-button", type: "button", "data-testid": "clock", "aria-haspopup": "dialog",
      onclick: openClock,
    },
    icon("clock"),
    el("span", { class: "clock-day" }),
    el("time", {}),
  );
}

function showTime(node) {
  const moment = now();
  const [day, { time }] = [dayName(moment, Date.now()), wallClock(moment)];
  const label = `${t("clock")}: ${day}, ${time}`;
  if (node.getAttribute("aria-label") === label) return;
  node.setAttribute("aria-label", label);
  node.querySelector(".clock-day").textContent = day;
  node.querySelector("time").textContent = time;
}

function languages(talkIn) {
  const button = (code, short, full) =>
    el("button", {
      type: "button", lang: code, "aria-pressed": String(spoken() === code), "aria-label": full,
      "data-testid": `lang-${code}`,
      onclick: () => talkIn(code),
    }, short);
  return el(
    "div",
    { class: "langs", role: "group", "aria-label": t("language") },
    button("kk", "Қаз", "Қаз, қазақша"),
    button("ru", "Рус", "Рус, по-русски"),
  );
}
