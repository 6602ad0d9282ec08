// The page's own words, Russian and Kazakh, and how it writes times.

const WORDS = {
  skip: ["Хабар жазуға өту", "К вводу сообщения"],
  chats: ["Чаттар", "Чаты"],
  people: ["Кім жазады", "Кто пишет"],
  language: ["Бет тілі", "Язык страницы"],
  log: ["Хабарлар", "Сообщения"],
  back: ["Чаттарға қайту", "Назад к чатам"],
  more: ["Чат мәзірі", "Меню чата"],
  down: ["Соңына өту", "В конец"],
  suggestions: ["Ұсыныстар", "Подсказки"],
  keyboard: ["Бот пернетақтасы", "Клавиатура бота"],
  buttons: ["Хабар түймелері", "Кнопки сообщения"],
  message: ["Хабар", "Сообщение"],
  send: ["Жіберу", "Отправить"],
  save: ["Сақтау", "Сохранить"],
  attach: ["Тіркеу", "Прикрепить"],
  commands: ["Командалар", "Команды"],
  noCommands: ["Бұл чатта командалар жоқ.", "В этом чате команд нет."],
  showKeys: ["Пернетақтаны көрсету", "Показать клавиатуру"],
  hideKeys: ["Пернетақтаны жасыру", "Скрыть клавиатуру"],
  bot: ["бот", "бот"],
  typing: ["жазып жатыр…", "печатает…"],
  uploading: ["файл жіберіп жатыр…", "отправляет файл…"],
  connecting: ["қосылуда…", "соединение…"],
  offline: ["Сынақ сервері жауап бермейді.", "Сервер песочницы не отвечает."],
  tooLong: [
    "Бір хабарға {0} таңбаға дейін сыяды, ал мұнда {1} таңба бар.",
    "В одном сообщении помещается до {0} знаков, а здесь {1}.",
  ],
  failed: ["Орындалмады.", "Не получилось."],
  edited: ["өзгертілді", "изменено"],
  via: ["{0} арқылы", "через {0}"],
  forwarded: ["{0} жазған хабар", "Переслано от: {0}"],
  today: ["Бүгін", "Сегодня"],
  yesterday: ["Кеше", "Вчера"],
  you: ["Сіз", "Вы"],
  empty: ["Әзірге хабар жоқ", "Пока нет сообщений"],
  hint: ["Ботпен сөйлесуді бастаңыз", "Начните разговор с ботом"],
  about: ["Бұл бот не істейді?", "Что умеет этот бот?"],
  start: ["Бастау", "Начать"],
  block: ["Ботты бұғаттау", "Заблокировать бота"],
  unblock: ["Бұғаттан шығару", "Разблокировать"],
  join: ["Топқа қосылу", "Вступить в группу"],
  leave: ["Топтан шығу", "Выйти из группы"],
  members: ["Қатысушылар", "Участники"],
  creator: ["иесі", "владелец"],
  administrator: ["әкімші", "админ"],
  addBot: ["Ботты қосу", "Добавить бота"],
  removeBot: ["Ботты шығару", "Удалить бота"],
  promoteBot: ["Ботты әкімші ету", "Сделать бота админом"],
  demoteBot: ["Ботты әкімшіліктен алу", "Снять бота с админов"],
  onlyYou: ["Тек сізге көрінеді", "Видите только вы"],
  spoiler: ["Жасырын мәтін, ашу", "Скрытый текст, показать"],
  expand: ["Толық көрсету", "Показать целиком"],
  collapse: ["Жию", "Свернуть"],
  reply: ["Жауап беру", "Ответить"],
  edit: ["Өзгерту", "Изменить"],
  copy: ["Мәтінді көшіру", "Копировать текст"],
  copied: ["Көшірілді", "Скопировано"],
  delete: ["Жою", "Удалить"],
  deleted: ["Жойылған хабар", "Удалённое сообщение"],
  cancel: ["Болдырмау", "Отмена"],
  close: ["Жабу", "Закрыть"],
  ok: ["Жақсы", "Хорошо"],
  open: ["Ашу", "Открыть"],
  openLink: ["Мына сілтемені ашасыз ба?", "Открыть эту ссылку?"],
  chooseChat: ["Чатты таңдаңыз", "Выберите чат"],
  photo: ["Фото", "Фото"],
  document: ["Файл", "Файл"],
  download: ["Жүктеп алу: {0}", "Скачать: {0}"],
  voice: ["Дауыстық хабар", "Голосовое сообщение"],
  video: ["Бейне", "Видео"],
  sticker: ["Стикер", "Стикер"],
  location: ["Орналасқан жер", "Геопозиция"],
  contact: ["Контакт", "Контакт"],
  poll: ["Сауалнама", "Опрос"],
  dice: ["Кубик", "Кубик"],
  latitude: ["Ендік", "Широта"],
  longitude: ["Бойлық", "Долгота"],
  sendLocation: ["Орынды жіберу", "Отправить место"],
  sendContact: ["Контактіңізді ботқа жібересіз бе?", "Отправить боту ваш контакт?"],
  searching: ["Ізделуде…", "Ищем…"],
  noResults: ["Ештеңе табылмады", "Ничего не нашлось"],
  clock: ["Сынақ уақыты", "Время песочницы"],
  plusHour: ["+1 сағат", "+1 час"],
  plusDay: ["+1 күн", "+1 день"],
  setClock: ["Қою", "Поставить"],
  dayAndTime: ["Күні мен уақыты", "Дата и время"],
  resetClock: ["Нақты уақытқа қайту", "Вернуть настоящее время"],
  resetWorld: ["Бәрін басынан бастау", "Начать всё заново"],
  joined: ["{0} топқа қосылды", "{0} теперь в группе"],
  left: ["{0} топтан шықты", "{0} больше не в группе"],
  pinned: ["Бекітілген хабар", "Закреплённое сообщение"],
  pinnedBy: ["{0} хабарды бекітті", "{0} закрепил(а) сообщение"],
  groupMade: ["Топ құрылды", "Группа создана"],
  groupRenamed: ["Топтың жаңа атауы: «{0}»", "Новое название группы: «{0}»"],
  service: ["Қызметтік хабар", "Служебное сообщение"],
  unsupported: ["Бұл хабарды бет көрсете алмайды", "Эту часть страница показать не может"],
  unread: ["оқылмаған: {0}", "непрочитанных: {0}"],
  bytes: ["Б КБ МБ", "Б КБ МБ"],
};

const MONTHS = [
  "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" "),
  "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" "),
];

const ZONE = "Asia/Almaty";
const DAY = 86_400_000;
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE, year: "numeric", month: "numeric", day: "numeric",
  hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

let lang = "kk";

/** Choose the language of the page: "kk" or "ru". */
export function speak(code) {
  lang = code;
  document.documentElement.lang = code;
}

/** The language of the page now. */
export const spoken = () => lang;

/** Give the page's word or sentence `name`, with {0} filled. */
export function t(name, ...values) {
  return WORDS[name][lang === "ru" ? 1 : 0].replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** Count members: «4 участника», «4 қатысушы». */
export function memberCount(count) {
  if (lang !== "ru") return `${count} қатысушы`;
  const form = new Intl.PluralRules("ru").select(count);
  return `${count} ${{ one: "участник", few: "участника" }[form] ?? "участников"}`;
}

/** Split a moment (ms) into the fields of the wall clock in Almaty, all numbers but `time` ("09:05"). */
export function wallClock(moment) {
  const found = Object.fromEntries(parts.formatToParts(moment).map(({ type, value }) => [type, value]));
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)];
  return { year, month, day, time: `${found.hour}:${found.minute}`, serial: Date.UTC(year, month - 1, day) / DAY };
}

/** Read a `datetime-local` value as Almaty time; gives ms. */
export function fromWallClock(value) {
  const guess = Date.parse(`${value}:00Z`);
  return guess - (Date.parse(`${toWallClock(guess)}:00Z`) - guess);
}

/** Write a moment (ms) as a `datetime-local` value in Almaty time. */
export function toWallClock(moment) {
  const { year, month, day, time } = wallClock(moment);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}T${time}`;
}

/** Name the day of `moment` as seen at `now`: today, yesterday, or the date. */
export function dayName(moment, now) {
  const [then, today] = [wallClock(moment), wallClock(now)];
  if (then.serial === today.serial) return t("today");
  if (then.serial === today.serial - 1) return t("yesterday");
  const day = `${then.day} ${MONTHS[lang === "ru" ? 1 : 0][then.month - 1]}`;
  if (then.year === today.year) return day;
  return lang === "ru" ? `${day} ${then.year}` : `${then.year} ж. ${day}`;
}

/** Write a time for the chat list: the hour today, the date before. */
export function shortTime(moment, now) {
  const [then, today] = [wallClock(moment), wallClock(now)];
  if (then.serial === today.serial) return then.time;
  return `${String(then.day).padStart(2, "0")}.${String(then.month).padStart(2, "0")}`;
}

/** Write a size in bytes as «24 КБ». */
export function fileSize(bytes) {
  const units = t("bytes").split(" ");
  if (bytes < 1024) return `${bytes} ${units[0]}`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} ${units[1]}`;
  return `${(bytes / 1024 ** 2).toFixed(1).replace(".", ",")} ${units[2]}`;
}
