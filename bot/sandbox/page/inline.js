// Inline mode: what is typed after the bot's name, and the results to choose from.

import { avatar } from "./avatar.js";
import { el } from "./dom.js";
import { trying } from "./popups.js";
import { act } from "./server.js";
import { stopSuggesting, suggest } from "./suggest.js";
import { t } from "./words.js";
import { view, world } from "./world.js";

const PAUSE_MS = 300;

let timer = 0;
let asked = null;

/** The words after «@bot », or null when the text is no inline query. */
export function inlineQueryIn(text) {
  const name = `@${world.bot.username} `;
  return text.toLowerCase().startsWith(name.toLowerCase()) ? text.slice(name.length).trimStart() : null;
}

/** Forget the query on the way. */
export function leaveInline() {
  clearTimeout(timer);
  asked = null;
}

/** Ask the bot for `query` after a pause in typing; `done()` is called when a result was posted. */
export function askInline(query, done, openStart) {
  if (asked?.query === query) return;
  clearTimeout(timer);
  const mine = { query, person: view.person, chat: view.chat, results: [] };
  asked = mine;
  timer = setTimeout(() => fetchResults(mine, "", done, openStart), PAUSE_MS);
}

async function fetchResults(mine, offset, done, openStart) {
  if (!offset) suggest([], { note: t("searching"), kind: "inline" });
  const answer = await trying(() => act(mine.person, mine.chat, { do: "inline", query: mine.query, offset }));
  if (asked !== mine) return;
  if (!answer) {
    stopSuggesting();
    return;
  }
  const id = answer.inline_query_id;
  mine.results.push(...(answer.results ?? []).map((result) => ({ ...result, inline_query_id: id })));
  const entries = mine.results.map((result) => entry(mine, result, done));
  if (answer.button) {
    entries.unshift({ title: answer.button.text, does: () => openStart(answer.button.start_parameter) });
  }
  const next = answer.next_offset;
  suggest(entries, {
    kind: "inline",
    keep: Boolean(offset),
    note: entries.length === 0 ? t("noResults") : null,
    more: next ? () => fetchResults(mine, next, done, openStart) : null,
  });
}

function entry(mine, result, done) {
  const title = result.title ?? result.description ?? t("message");
  const posts = async () => {
    const { id: result_id, inline_query_id } = result;
    leaveInline();
    const deed = { do: "choose", result_id, inline_query_id };
    const answer = await trying(() => act(mine.person, mine.chat, deed));
    if (answer) done();
  };
  return {
    title, detail: result.title ? result.description : null, does: posts,
    mark: el("span", { class: "square" }, avatar(mine.results.indexOf(result), title)),
  };
}
