// A phone with one chat: shows what stands on it, and sends what its owner does.

const REMEMBERED = "ponsel";
const SPOTS = [
  ["Balai Kota Surakarta", -7.5695, 110.8291],
  ["Pasar Gede", -7.5689, 110.8317],
  ["Stasiun Purwosari", -7.5613, 110.7967],
  ["Alun-alun Karanganyar", -7.5966, 110.9402],
];
const TICKS = {
  WAITING: ["◷", "menunggu"],
  SENT: ["✓", "terkirim"],
  DELIVERED: ["✓✓", "sampai"],
  READ: ["✓✓", "dibaca"],
};
const KINDS = { text: "Pesan", sticker: "Stiker", contacts: "Kontak", reaction: "Reaksi" };

/** @param {string} id */
const at = (id) => /** @type {any} */ (document.getElementById(id));
const remembered = JSON.parse(localStorage.getItem(REMEMBERED) ?? "{}");
let shown = "";

/** An element with classes, such as `p.kind`, and what stands in it. */
function h(tag, attributes = {}, ...inside) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.classList.add(...classes);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key, value);
    else element.setAttribute(key, value);
  }
  element.append(...inside);
  return element;
}

async function ask(path, options = {}) {
  try {
    const answer = await fetch(`double/${path}`, options);
    if (!answer.ok) throw new Error(await answer.text());
    at("trouble").hidden = true;
    return await answer.json();
  } catch (failure) {
    at("trouble").textContent = `Ponsel ini tidak terhubung: ${failure.message}`;
    at("trouble").hidden = false;
    throw failure;
  }
}

function post(path, body, more = {}) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), ...more });
}

const account = () => at("account").value;
const citizen = () => at("citizen").value;
const act = (name, more = {}, options = {}) =>
  post(`citizens/${encodeURIComponent(citizen())}/${name}`, { account: account(), ...more }, options);

function remember() {
  remembered.citizen = citizen();
  remembered.account = account();
  localStorage.setItem(REMEMBERED, JSON.stringify(remembered));
}

// ---- who and whom

async function setUp() {
  const accounts = await ask("accounts");
  at("account").replaceChildren(...accounts.map((one) => h("option", { value: one.number }, `${one.id} (${one.number})`)));
  at("account").value = remembered.account ?? accounts[0]?.number;
  if (at("account").selectedIndex < 0) at("account").selectedIndex = 0;
  await listCitizens(remembered.citizen);
}

async function listCitizens(chosen) {
  let all = await ask("citizens");
  if (!all.some((one) => one.id === chosen)) {
    // Those of an earlier run are forgotten there, and known here.
    const again = (remembered.people ?? []).find((one) => one.id === chosen);
    const made = await post("citizens", again ?? { name: "Siti Rahayu", number: "0812000111222" });
    all = await ask("citizens");
    chosen = made.id;
  }
  at("citizen").replaceChildren(
    ...all.map((one) => h("option", { value: one.id }, `${one.name} · ${one.hidden ? "nomor disembunyikan" : `+${one.number}`}`)),
  );
  at("citizen").value = chosen;
  remembered.people = all;
}

async function chosen() {
  remember();
  shown = "";
  at("office").textContent = at("account").selectedOptions[0]?.text.split(" ")[0] ?? "Tidak ada nomor";
  at("me").replaceChildren(...at("citizen").selectedOptions[0].text.split(" · ").map((line) => h("span", {}, line)));
  await look(true);
  await refresh();
}

/** What comes is read as long as somebody looks. */
const look = (open) => act("open", { on: open && document.visibilityState === "visible" }, { keepalive: true });

async function leave(change) {
  await look(false);
  change();
  await chosen();
}

// ---- the chat

async function refresh() {
  const chat = await ask(`citizens/${encodeURIComponent(citizen())}/chat?account=${encodeURIComponent(account())}`);
  at("doing").textContent = chat.typing ? "sedang mengetik…" : "";
  at("off").checked = chat.off;
  const now = JSON.stringify(chat.bubbles);
  if (now === shown) return;
  shown = now;
  const bubbles = chat.bubbles.map((bubble, i) => balloon(bubble, i === chat.bubbles.length - 1));
  at("chat").replaceChildren(...(bubbles.length ? bubbles : [h("p.empty", {}, "Belum ada pesan. Tulis sesuatu untuk memulai.")]));
  at("chat").scrollTop = at("chat").scrollHeight;
}

function balloon(bubble, isLast) {
  const item = h(bubble.mine ? "article.bubble.mine" : "article.bubble", {}, ...content(bubble, isLast));
  const time = new Date(bubble.at).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Jakarta" });
  item.append(h("div.foot", {}, `${time} `, ...(bubble.mine ? [tick(bubble.state)] : [])));
  return item;
}

function tick(state) {
  const [sign, words] = TICKS[state];
  return h(state === "READ" ? "span.seen" : "span", { title: words, "aria-label": words, role: "img" }, sign);
}

function content(bubble, isLast) {
  const type = bubble.content.type;
  const held = bubble.content[type] ?? {};
  switch (type) {
    case "text":
      return [words(held.body)];
    case "image":
      return [h("img", { src: `double/files/${held.id}`, alt: held.caption ?? "Foto" }), ...caption(held)];
    case "audio":
      return [h("audio", { src: `double/files/${held.id}`, controls: "", "aria-label": "Pesan suara" })];
    case "document":
    case "video":
      return [h("a", { href: `double/files/${held.id}`, target: "_blank", rel: "noopener" }, held.filename ?? "Berkas"), ...caption(held)];
    case "location":
      return [h("p", {}, held.name ?? "Lokasi"), h("p.kind", {}, `${held.latitude}, ${held.longitude}`)];
    case "interactive":
      return bubble.content.interactive.action ? asked(bubble, held, isLast) : [h("p", {}, held[held.type]?.title ?? "")];
    case "template":
      return template(held);
    default:
      return [h("p.kind", {}, KINDS[type] ?? type)];
  }
}

const caption = (held) => (held.caption ? [words(held.caption)] : []);

/** With what WhatsApp makes bold, and links to follow. */
function words(text) {
  const parts = String(text ?? "").split(/(https?:\/\/\S*[^\s.,)]|\*[^*\n]+\*)/);
  return h(
    "p",
    {},
    ...parts.map((part, i) => {
      if (i % 2 === 0) return part;
      return part.startsWith("*")
        ? h("strong", {}, part.slice(1, -1))
        : h("a", { href: part, target: "_blank", rel: "noopener" }, part);
    }),
  );
}

function template(held) {
  const values = (held.components ?? []).flatMap((one) => one.parameters ?? []).map((one) => one.text);
  return [h("p.kind", {}, `Templat ${held.name}`), ...values.map(words)];
}

function asked(bubble, held, isLast) {
  const action = held.action;
  const press = (choice) => act("press", { message: bubble.id, choice }).then(refresh);
  const choices = h("div.choices");
  if (held.type === "button") {
    choices.append(...action.buttons.map(({ reply }) => h("button", { type: "button", click: () => press(reply.id) }, reply.title)));
  } else if (held.type === "list") {
    choices.append(h("button", { type: "button", click: () => list(held, press) }, `☰ ${action.button}`));
  } else {
    choices.append(h("button", { type: "button", click: place }, "Kirim lokasi"));
  }
  if (isLast) requestAnimationFrame(() => choices.firstElementChild?.scrollIntoView({ block: "nearest" }));
  return [words(held.body?.text), choices];
}

function list(held, press) {
  const rows = held.action.sections.flatMap((section) => section.rows);
  at("rows-title").textContent = held.action.button;
  at("rows")
    .querySelector(".rows")
    .replaceChildren(
      ...rows.map((row) =>
        h(
          "button",
          {
            type: "button",
            click: () => {
              at("rows").close();
              void press(row.id);
            },
          },
          row.title,
          ...(row.description ? [h("small", {}, row.description)] : []),
        ),
      ),
    );
  at("rows").showModal();
}

// ---- what the owner sends

async function send(event) {
  event.preventDefault();
  const text = at("text").value.trim();
  if (!text) return;
  at("text").value = "";
  await act("write", { text });
  at("text").focus();
  await refresh();
}

async function sendFile(blob, type, name = "") {
  const caption = at("text").value.trim();
  const query = new URLSearchParams({ account: account(), caption, name });
  await ask(`citizens/${encodeURIComponent(citizen())}/file?${query}`, {
    method: "POST",
    headers: { "Content-Type": type },
    body: blob,
  });
  at("text").value = "";
  more(false);
  await refresh();
}

async function picked(event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (file) await sendFile(file, file.type || "application/octet-stream", file.name);
}

/** @type {MediaRecorder | undefined} */
let recorder;

async function voice(button) {
  if (recorder) {
    recorder.stop();
    return;
  }
  let sound;
  try {
    sound = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    // Without a microphone a recording that is there already may be sent.
    at("file").accept = "audio/*";
    at("file").click();
    return;
  }
  recorder = new MediaRecorder(sound);
  button.textContent = "■ Kirim rekaman";
  button.classList.add("recording");
  recorder.addEventListener("dataavailable", ({ data }) => void sendFile(data, data.type || "audio/ogg"));
  recorder.addEventListener("stop", () => {
    sound.getTracks().forEach((track) => track.stop());
    recorder = undefined;
    button.textContent = "Rekam suara";
    button.classList.remove("recording");
  });
  recorder.start();
}

function place() {
  at("place").showModal();
}

function more(open) {
  at("more").hidden = !open;
  at("add").setAttribute("aria-expanded", String(open));
  if (open) at("more").querySelector("button").focus();
}

function add(event) {
  const button = event.target.closest("[data-add]");
  switch (button?.dataset.add) {
    case "photo":
      return at("photo").click();
    case "voice":
      return void voice(button);
    case "file":
      at("file").accept = "";
      return at("file").click();
    case "place":
      return place();
  }
}

function spot() {
  [, at("lat").value, at("lon").value] = SPOTS[at("spot").selectedIndex];
}

async function placed() {
  if (at("place").returnValue !== "send") return;
  at("place").returnValue = "";
  await act("place", { lat: Number(at("lat").value), lon: Number(at("lon").value) });
  more(false);
  await refresh();
}

async function newcomer(event) {
  event.preventDefault();
  const made = await post("citizens", { name: at("name").value, number: at("number").value, hidden: at("hidden").checked });
  event.target.reset();
  await look(false);
  await listCitizens(made.id);
  await chosen();
}

// ---- begin

at("setup").open = matchMedia("(min-width: 800px)").matches;
at("spot").replaceChildren(...SPOTS.map(([name]) => h("option", {}, name)));
spot();
at("spot").addEventListener("change", spot);
at("place").addEventListener("close", () => void placed());
document.querySelectorAll("dialog .shut").forEach((button) => button.addEventListener("click", () => button.closest("dialog").close()));
at("composer").addEventListener("submit", send);
at("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) void send(event);
});
at("add").addEventListener("click", () => more(at("more").hidden));
at("composer").addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !at("more").hidden) {
    more(false);
    at("add").focus();
  }
});
at("more").addEventListener("click", add);
at("photo").addEventListener("change", picked);
at("file").addEventListener("change", picked);
at("newcomer").addEventListener("submit", newcomer);
at("off").addEventListener("change", () => act("off", { on: at("off").checked }));
for (const id of ["citizen", "account"]) {
  at(id).addEventListener("change", () => {
    const to = at(id).value;
    at(id).value = remembered[id];
    void leave(() => (at(id).value = to));
  });
}
document.addEventListener("visibilitychange", () => void look(true));
addEventListener("pagehide", () => void look(false));

await setUp();
await chosen();
const live = new EventSource("double/live");
live.addEventListener("message", ({ data }) => {
  if (data === citizen()) void refresh();
});
// A double that was started anew has forgotten everybody.
live.addEventListener("open", () => void refresh().catch(() => setUp().then(chosen)));
setInterval(() => void refresh(), 20_000);
