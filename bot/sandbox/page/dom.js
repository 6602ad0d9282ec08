// Making and refreshing DOM nodes. Text goes in as text nodes only; nothing here parses HTML.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element: `on<event>` is a listener, true a bare attribute; null and false are left out. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** Make an SVG element in the same way. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const stamps = new WeakMap();

/**
 * Make the children of `container` those of `items`, in order: {key, stamp, make, dress?}.
 * A child whose key and stamp (a list, compared part by part) are unchanged stays the same node, so that focus,
 * scroll and what a screen reader has said stay too; `dress` sets what may change without a new node.
 */
export function reconcile(container, items) {
  const wanted = new Set(items.map((item) => String(item.key)));
  const old = new Map();
  for (const child of [...container.children]) {
    if (wanted.has(child.dataset.key)) old.set(child.dataset.key, child);
    else child.remove();
  }
  const focused = container.contains(document.activeElement) ? document.activeElement : null;
  let place = container.firstElementChild;
  for (const item of items) {
    const before = old.get(String(item.key));
    const node = before && same(stamps.get(before), item.stamp) ? before : item.make();
    if (node !== before) {
      node.dataset.key = item.key;
      stamps.set(node, item.stamp);
    }
    if (before && node !== before) {
      if (place === before) place = node;
      exchange(before, node);
    }
    if (node === place) place = node.nextElementSibling;
    else container.insertBefore(node, place);
    item.dress?.(node);
  }
  // Moving a node takes the focus out of it.
  if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
}

function same(left, right) {
  return left.length === right.length && left.every((part, index) => part === right[index]);
}

/** Put `fresh` where `before` was; the keyboard focus goes to the like control, or else to the new node. */
function exchange(before, fresh) {
  const focused = before.contains(document.activeElement) ? document.activeElement : null;
  before.replaceWith(fresh);
  if (!focused) return;
  const alike = [...fresh.querySelectorAll("button")];
  const target = alike.find((button) => button.textContent === focused.textContent) ?? alike[0] ?? fresh;
  target.focus({ preventScroll: true });
}

/** Move the focus among `nodes` by arrow, Home and End keys; returns true when the key was one of them. */
export function roam(event, nodes, back = "ArrowUp", forward = "ArrowDown") {
  const steps = { [back]: -1, [forward]: 1 };
  const at = nodes.indexOf(document.activeElement);
  let next = null;
  if (event.key in steps) next = at < 0 ? 0 : at + steps[event.key];
  if (event.key === "Home") next = 0;
  if (event.key === "End") next = nodes.length - 1;
  if (next === null || nodes.length === 0) return false;
  event.preventDefault();
  nodes[Math.max(0, Math.min(nodes.length - 1, next))].focus();
  return true;
}
