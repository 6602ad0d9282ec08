// The clock panel: look at the sandbox's time and move it.

import { el } from "./dom.js";
import { modal, trying } from "./popups.js";
import { resetWorld, setClock } from "./server.js";
import { dayName, fromWallClock, t, toWallClock, wallClock } from "./words.js";
import { now } from "./world.js";

const HOUR = 3600;

/** Open the panel; every button takes effect at once, and Close leaves it. */
export function openClock() {
  const shown = el("output", { class: "big-clock", "data-testid": "clock-now" });
  const field = el("input", {
    type: "datetime-local", "aria-label": t("dayAndTime"), "data-testid": "clock-field",
  });
  const show = () => {
    const moment = now();
    const { year, time } = wallClock(moment);
    const day = dayName(moment, moment - 2 * 86_400_000);
    const dated = day.includes(String(year)) ? day : `${day} ${year}`;
    shown.replaceChildren(el("strong", {}, time), el("span", {}, dated));
    if (document.activeElement !== field) field.value = toWallClock(moment);
  };
  show();
  const timer = setInterval(show, 1000);
  const move = async (change) => {
    const answer = await trying(() => setClock(change));
    // The event of the same change may still be on its way.
    if (answer) setTimeout(show, 150);
  };
  const button = (name, change, testid) =>
    el("button", { type: "button", class: "tonal", "data-testid": testid, onclick: () => move(change) }, t(name));
  const set = () => field.value && move({ now: new Date(fromWallClock(field.value)).toISOString() });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    set();
  });
  const body = [
    shown,
    el(
      "div",
      { class: "clock-row" },
      button("plusHour", { advance: HOUR }, "clock-hour"),
      button("plusDay", { advance: 24 * HOUR }, "clock-day"),
    ),
    field,
    el("button", { type: "button", class: "tonal", "data-testid": "clock-set", onclick: set }, t("setClock")),
    button("resetClock", { reset: true }, "clock-reset"),
    el("hr"),
    el("button", {
      type: "submit", value: "world", class: "danger", "data-testid": "reset-world",
    }, t("resetWorld")),
  ];
  const buttons = [{ label: t("close"), value: "close" }];
  modal({ title: t("clock"), body, buttons, testid: "clock-panel" }).then((value) => {
    clearInterval(timer);
    if (value === "world") trying(resetWorld);
  });
}
