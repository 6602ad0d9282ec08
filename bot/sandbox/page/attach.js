// The attach menu. Pictures, files, voice and stickers are samples the sandbox keeps:
// what matters to the bot is that one comes.

import { el } from "./dom.js";
import { confirm, menu, modal, trying } from "./popups.js";
import { act } from "./server.js";
import { t } from "./words.js";
import { nameOf, person, view } from "./world.js";

const ASTANA = { latitude: "51.1284", longitude: "71.4306" };

const send = (deed) => trying(() => act(view.person, view.chat, deed));

/** Open the menu at its button. */
export function openAttach(anchor) {
  const entry = (name, does) => ({ action: name, icon: name, label: t(name), does });
  menu(anchor, [
    entry("photo", () => send({ do: "photo" })),
    entry("document", () => send({ do: "document" })),
    entry("voice", () => send({ do: "voice" })),
    entry("sticker", () => send({ do: "sticker" })),
    entry("location", sendLocation),
    entry("contact", sendContact),
  ], t("attach"));
}

/** Ask for coordinates and send the point. */
export async function sendLocation() {
  const field = (name, limit, first) =>
    el("label", {}, t(name), el("input", {
      type: "number", step: "any", min: -limit, max: limit, value: ASTANA[name], required: true, autofocus: first,
      "data-testid": name,
    }));
  const [latitude, longitude] = [field("latitude", 90, true), field("longitude", 180)];
  const value = await modal({
    title: t("location"),
    body: [latitude, longitude],
    buttons: [{ label: t("cancel"), value: "" }, { label: t("sendLocation"), value: "send", kind: "filled" }],
  });
  const number = (label) => Number(label.querySelector("input").value);
  if (value === "send") send({ do: "location", latitude: number(latitude), longitude: number(longitude) });
}

/** Ask, and send the person's own contact. */
export async function sendContact() {
  if (await confirm(t("sendContact"), nameOf(person()), t("send"))) send({ do: "contact" });
}
