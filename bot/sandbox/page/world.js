// What the page knows: the sandbox's world, who looks at it, and what happened since.

import { getClock, getState } from "./server.js";

export const world = { bot: null, people: [], chats: [], event: 0, connected: false };

/** What the person at the page chose: who they are and which chat is open (null: only the list). */
export const view = { person: null, chat: null };

const typing = new Map();
const unread = new Map();
let ahead = 0;

/** The sandbox's time now, in ms. */
export const now = () => Date.now() + ahead;

/** Take the whole state from the server; gives the number of the last event in it. */
export async function load() {
  const state = await getState();
  const before = new Map(world.chats.map((chat) => [chat.id, chat]));
  for (const chat of state.chats) {
    chat.messages = chat.messages.map((message) => kept(before.get(chat.id), message));
  }
  Object.assign(world, state);
  setNow(state.clock);
  return state.event;
}

/** An unchanged message stays the same object, so that its bubble is not drawn anew. */
function kept(chat, message) {
  const old = chat?.messages.find((other) => keyOf(other) === keyOf(message));
  return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
}

function setNow(iso) {
  if (iso) ahead = Date.parse(iso) - Date.now();
}

/** A name for the message within its chat. */
export const keyOf = (message) => String(message.message_id);

export const person = (id = view.person) => world.people.find((each) => each.id === id);
export const chatOf = (id = view.chat) => world.chats.find((each) => each.id === id);
export const member = (chat, id = view.person) => chat.members?.find((each) => each.person === id);
export const isGroup = (chat) => chat.type !== "private";

/** The chats a person sees: their own with the bot, and the groups. Newest first. */
export function chatsOf(id = view.person) {
  const age = (chat) => visible(chat, id).at(-1)?.date ?? 0;
  return world.chats.filter((chat) => isGroup(chat) || chat.id === id).sort((a, b) => age(b) - age(a));
}

/** The messages of a chat this person can see. */
export const visible = (chat, id = view.person) =>
  chat.messages.filter((message) => !message.deleted && (message.ephemeral_for ?? id) === id);

export const isMine = (message) => message.from?.id === view.person;
export const isBot = (user) => user?.id === world.bot.id;

/** The name of a chat as this person sees it: a private chat bears the bot's name. */
export const chatTitle = (chat) => (isGroup(chat) ? chat.title : world.bot.first_name);

/** The full name of a user, a person or the bot. */
export const nameOf = (user) => [user?.first_name, user?.last_name].filter(Boolean).join(" ");

/** What the bot is doing in the chat just now: a chat action or null. */
export const typingIn = (chat) => typing.get(chat)?.action ?? null;

const TYPING_MS = 5000;

function setTyping(chat, action, redraw) {
  clearTimeout(typing.get(chat)?.timer);
  const timer = setTimeout(() => {
    typing.delete(chat);
    redraw();
  }, TYPING_MS);
  typing.set(chat, { action, timer });
}

export const unreadIn = (chat, id = view.person) => unread.get(`${id}:${chat}`) ?? 0;
export const unreadOf = (id) => chatsOf(id).reduce((sum, chat) => sum + unreadIn(chat.id, id), 0);

/** Note that the open chat has been seen. */
export function seen() {
  unread.delete(`${view.person}:${view.chat}`);
}

function countUnread(chat, message) {
  for (const { id } of world.people) {
    const theirs = isGroup(chat) ? member(chat, id) : chat.id === id;
    const hidden = (message.ephemeral_for ?? id) !== id || message.from?.id === id;
    if (theirs && !hidden && !(view.person === id && view.chat === chat.id)) {
      unread.set(`${id}:${chat.id}`, unreadIn(chat.id, id) + 1);
    }
  }
}

/** Change the world by one event of the stream. `redraw` is called again when something fades by itself. */
export async function apply(event, redraw) {
  if (event.n <= world.event) return;
  world.event = event.n;
  const chat = chatOf(event.chat);
  if (event.kind === "message" || event.kind === "edit") put(chat, event.message);
  else if (event.kind === "delete") remove(chat, event);
  else if (event.kind === "typing") setTyping(event.chat, event.action ?? "typing", redraw);
  else if (event.kind === "clock") setNow(event.clock ?? event.now ?? (await getClock()).now);
  else if (event.kind === "chat" || event.kind === "commands") await load();
  else if (event.kind === "reset") {
    unread.clear();
    await load();
  }
}

function put(chat, message) {
  if (!chat) return;
  const at = chat.messages.findIndex((other) => keyOf(other) === keyOf(message));
  if (at >= 0) {
    chat.messages[at] = message;
    return;
  }
  chat.messages.push(message);
  if (isBot(message.from)) typing.delete(chat.id);
  countUnread(chat, message);
}

function remove(chat, event) {
  const key = event.message ? keyOf(event.message) : String(event.message_id);
  if (chat) chat.messages = chat.messages.filter((message) => keyOf(message) !== key);
}
