// A drawn map of Kazakhstan with a pin: a rough outline and the large towns, enough to see where a point is.

import { svg } from "./dom.js";

const OUTLINE = `46.5 48.5 47 49.2 46.8 49.4 47.5 50.4 48.7 49.9 50.8 51.7 52.4 51.5 54.5 51 55.7 50.6 56.6 51 58.4 51.1
59.6 50.6 61.4 50.8 61.6 51.3 60 51.9 61 52.3 60.8 52.7 62.1 53 61.2 53.3 61.5 54 64.9 54.4 68.2 54.9 69.1 55.4 70.8 55.3
71.2 54.2 72.2 54.3 73.4 53.5 74.4 53.7 76.6 54.2 77.9 53.3 80 50.8 80.6 51.3 81.9 50.8 83.4 51 83.9 50.8 85.1 49.7
86.8 49.8 87.3 49.1 86.6 48.5 85.7 48.4 85.7 47.4 85.1 47 83 47.2 82.4 45.5 81.9 45.2 79.9 44.9 80.8 43.2 80.2 42.2
79.1 42.8 77 43 75.6 42.8 74.2 43.2 73.5 42.5 71.8 42.8 71 42.3 70.4 42 69 41.3 68.6 40.6 67.9 41.1 66.7 41.2 66.5 42
66 42 66.1 43 64.9 43.7 62 43.5 61.1 44.4 58.5 45.6 56 45 56 41.3 55.5 41.3 54.8 42 54.1 42.3 52.9 42.1 52.5 41.8
52.4 42.6 51.9 43.2 50.9 43.9 50.3 44.4 51.3 44.5 51 45 52.8 45.3 53.2 46.3 53 46.9 51.2 47 49.2 46.4 48.5 46.6 47.2 47.8`
  .split(/\s+/).map(Number);

// Longitude, latitude.
const TOWNS = [
  [71.43, 51.13], [76.89, 43.24], [69.59, 42.32], [73.1, 49.8], [57.17, 50.28], [71.37, 42.9], [76.97, 52.29],
  [82.61, 49.95], [80.23, 50.41], [51.92, 47.1], [63.62, 53.21], [65.51, 44.85], [51.37, 51.23], [69.14, 54.87],
  [51.2, 43.65], [69.39, 53.28], [78.37, 45.02], [68.25, 43.3], [67.7, 47.8],
];

const WEST = 45;
const NORTH = 57;
const PER_LONGITUDE = 6;
const PER_LATITUDE = 9;
const SIZE = { width: 264, height: 160 };
const across = (longitude) => (longitude - WEST) * PER_LONGITUDE;
const down = (latitude) => (NORTH - latitude) * PER_LATITUDE;

/** Draw the map with a pin; a point outside Kazakhstan moves the map so that the pin is in the middle. */
export function map({ latitude, longitude }) {
  const [x, y] = [across(longitude), down(latitude)];
  const inside = x > 4 && x < SIZE.width - 4 && y > 24 && y < SIZE.height - 4;
  const shift = inside ? "" : `translate(${SIZE.width / 2 - x} ${SIZE.height / 2 - y})`;
  const pin = `translate(${inside ? x : SIZE.width / 2} ${inside ? y : SIZE.height / 2})`;
  const points = [];
  for (let at = 0; at < OUTLINE.length; at += 2) points.push(`${across(OUTLINE[at])},${down(OUTLINE[at + 1])}`);
  return svg(
    "svg",
    { class: "map", viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, "aria-hidden": "true" },
    grid(),
    svg(
      "g",
      { transform: shift },
      svg("polygon", { class: "map-land", points: points.join(" ") }),
      TOWNS.map(([east, north]) =>
        svg("circle", { class: "map-town", cx: across(east), cy: down(north), r: 1.6 })),
    ),
    svg("path", { class: "map-pin", transform: pin, d: "M0 0c5-6.5 9-10.5 9-15.5a9 9 0 0 0-18 0c0 5 4 9 9 15.5z" }),
    svg("circle", { class: "map-hole", transform: pin, cy: -15, r: 3.4 }),
  );
}

function grid() {
  const lines = [];
  for (let x = 30; x < SIZE.width; x += 5 * PER_LONGITUDE) lines.push(`M${x} 0V${SIZE.height}`);
  for (let y = 18; y < SIZE.height; y += 5 * PER_LATITUDE) lines.push(`M0 ${y}H${SIZE.width}`);
  return svg("path", { class: "map-grid", d: lines.join("") });
}

/** Write a point as «51.1284° N, 71.4306° E». */
export function coordinates({ latitude, longitude }) {
  const half = (value, plus, minus) => `${Math.abs(value).toFixed(4)}° ${value < 0 ? minus : plus}`;
  return `${half(latitude, "N", "S")}, ${half(longitude, "E", "W")}`;
}
