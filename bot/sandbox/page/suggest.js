// The list over the input: commands, the bot's name, inline results. The focus stays in the input.

import { el } from "./dom.js";

const list = document.getElementById("suggest");
let input = null;
let options = [];
let chosen = 0;
let wantsMore = null;

/** Tell which input the list belongs to. */
export function startSuggest(field) {
  input = field;
  for (const [name, value] of Object.entries({ "aria-autocomplete": "list", "aria-controls": "suggest" })) {
    field.setAttribute(name, value);
  }
  list.addEventListener("scroll", () => {
    if (wantsMore && list.scrollTop + list.clientHeight > list.scrollHeight - 80) {
      const more = wantsMore;
      wantsMore = null;
      more();
    }
  }, { passive: true });
}

export const suggesting = () => !list.hidden;

/** Close the list. */
export function stopSuggesting() {
  options = [];
  wantsMore = null;
  list.hidden = true;
  list.replaceChildren();
  input.removeAttribute("aria-activedescendant");
}

/**
 * Show `entries` ({title, detail?, mark?, does}); a note (text) stands alone in the place of results.
 * `more` is called once when the end of the list comes near.
 */
export function suggest(entries, { note = null, more = null, keep = false, kind = "" } = {}) {
  options = entries;
  wantsMore = more;
  chosen = keep ? Math.min(chosen, entries.length - 1) : 0;
  const rows = entries.map((entry, index) =>
    el(
      "li",
      {
        id: `suggest-${index}`, role: "option", "data-testid": "suggestion", onclick: () => take(index),
        onpointerdown: (event) => event.preventDefault(), onpointermove: () => mark(index, false),
      },
      entry.mark,
      el(
        "span",
        { class: "suggest-words" },
        el("strong", {}, entry.title),
        entry.detail && el("span", {}, entry.detail),
      ),
    ));
  list.className = `suggest ${kind}`;
  list.replaceChildren(...rows);
  if (note) list.append(el("li", { class: "note", role: "option", "aria-disabled": "true" }, note));
  list.hidden = false;
  if (!keep) list.scrollTop = 0;
  if (rows.length > 0) mark(chosen, keep);
  else input.removeAttribute("aria-activedescendant");
}

function mark(index, scroll = true) {
  chosen = index;
  [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
  input.setAttribute("aria-activedescendant", `suggest-${index}`);
  if (scroll) list.children[index]?.scrollIntoView({ block: "nearest" });
}

function take(index) {
  const entry = options[index];
  stopSuggesting();
  input.focus();
  entry?.does();
}

/** Handle a key pressed in the input while the list is open; true when it was for the list. */
export function suggestKey(event) {
  const { key } = event;
  if (!suggesting() || event.isComposing) return false;
  if (key === "Escape") stopSuggesting();
  else if (options.length === 0) return false;
  else if (key === "ArrowDown" || key === "ArrowUp") {
    mark((chosen + (key === "ArrowDown" ? 1 : options.length - 1)) % options.length);
  } else if ((key === "Enter" && !event.shiftKey) || (key === "Tab" && !event.shiftKey)) take(chosen);
  else return false;
  event.preventDefault();
  return true;
}
