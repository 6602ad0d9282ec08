// The sandbox's HTTP contract, as seen from the page.

import { t } from "./words.js";

/** A refusal, with the one sentence to show. */
export class Refused extends Error {}

async function ask(path, body) {
  const options = body === undefined
    ? {}
    : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused(t("offline"));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || answer.ok === false) throw new Refused(answer.description || t("failed"));
  return answer;
}

export const getState = () => ask("/sandbox/state");
export const getClock = () => ask("/clock");
export const setClock = (change) => ask("/sandbox/clock", change);
export const resetWorld = () => ask("/sandbox/reset", {});

/** Do something as a person in a chat; `deed` is {do, ...}. Throws Refused. */
export const act = (person, chat, deed) => ask("/sandbox/act", { person, chat, ...deed });

const RETRY_MS = 1000;

/**
 * Follow the sandbox's events: `catchUp()` is awaited before each (re)connection and gives the
 * number to go on from, `receive(event)` gets each event, `connected(boolean)` hears of the line's state.
 */
export async function follow({ catchUp, receive, connected }) {
  const again = () => setTimeout(() => follow({ catchUp, receive, connected }), RETRY_MS);
  let after;
  try {
    after = await catchUp();
  } catch {
    connected(false);
    again();
    return;
  }
  const stream = new EventSource(`/sandbox/events?after=${after}`);
  connected(true);
  stream.onmessage = ({ data }) => receive(JSON.parse(data));
  stream.onerror = () => {
    stream.close();
    connected(false);
    again();
  };
}
