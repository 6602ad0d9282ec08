// Round pictures with initials.

import { el } from "./dom.js";
import { world } from "./world.js";

const COLOURS = 5;

/** The number of the colour of a user or chat: always the same for the same id, and the bot has its own. */
export const colourOf = (id) => (id === world.bot.id ? "bot" : Math.abs(id) % COLOURS);

/** Draw the avatar of `name`. */
export function avatar(id, name) {
  const letters = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
  return el("span", { class: `avatar colour-${colourOf(id)}`, "aria-hidden": "true" }, letters);
}
