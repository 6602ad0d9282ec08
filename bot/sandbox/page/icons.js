// The icons, drawn here: 24 by 24, one stroke weight.

import { svg } from "./dom.js";

const PATHS = {
  back: "M15 5l-7 7 7 7",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  send: "M4 12l16-7.5-5 16-3.5-6.5zM11.5 14L20 4.5",
  attach: "M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5",
  slash: "M4.5 4.5h15v15h-15zM14 8.5l-4 7",
  keys: "M3 6.5h18v11H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M17.5 10.5h.01M8 14h8",
  down: "M6 9.5l6 6 6-6",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
  close: "M6 6l12 12M18 6L6 18",
  photo: "M4 5.5h16v13H4zM4 16l4.5-4.5 4 4 3-2.5 4.5 4M15.5 9.5h.01",
  document: "M6.5 3.5h7l4 4v13h-11zM13 3.5V8h4.5",
  voice: "M12 3.5a2.8 2.8 0 0 1 2.8 2.8v5a2.8 2.8 0 0 1-5.6 0v-5A2.8 2.8 0 0 1 12 3.5zM6 11a6 6 0 0 0 12 0M12 17v3.5",
  sticker: "M12 3.5a8.5 8.5 0 1 0 8.5 8.5L12 3.5zM12 3.5c-1 5 2 9.5 8.5 8.5M8 13.5c1 1.8 2.5 2.6 4.5 2.5",
  location: "M12 21c4-4.5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.5 6.5 6.5 11zM12 7.8a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z",
  contact: "M12 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 12 4zM4.5 20c.8-4 3.6-6 7.5-6s6.7 2 7.5 6",
  video: "M3.5 6.5h12v11h-12zM15.5 10.5l5-3v9l-5-3",
  poll: "M6 20v-6M12 20V4M18 20v-9",
  reply: "M10 6l-6 5.5 6 5.5v-3.5c5 0 8 1.5 10 5 0-6-3.5-9.5-10-9.5z",
  edit: "M5 19l1-4L16.5 4.5l3 3L9 18z",
  copy: "M8 8h11.5v11.5H8zM16 8V4.5H4.5V16H8",
  trash: "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
  download: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  link: "M8 16L16.5 7.5M9 7h8v8",
  share: "M14 5l6 5.5-6 5.5v-3.3c-5 0-8 1-10 4.3.5-5.5 4-9 10-9z",
  block: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12",
  people: "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3 19c.5-3.5 2.7-5 6-5s5.5 1.5 6 5M15.5 5.5a3 3 0 0 1 0 5.5M17.5 14.5c2 .6 3.2 2 3.5 4.5",
  eye: "M2.5 12c2.5-4.5 5.5-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.5 6.5-9.5 6.5S5 16.5 2.5 12zM12 9.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4z",
  pin: "M9 4h6l-.8 6 3.3 3.5h-11L9.8 10zM12 13.5V20",
};

/** Draw the icon `name`; it says nothing to a screen reader, so its control needs a label. */
export function icon(name) {
  return svg(
    "svg",
    { class: `icon icon-${name}`, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { d: PATHS[name] }),
  );
}
