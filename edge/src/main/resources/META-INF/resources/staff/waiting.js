import { h, isBusy, setBusy } from "/assets/dom.js";
import { categoryName } from "/assets/governments.js";
import { misroutingWord, moment } from "/assets/words.js";
import { callSignedIn } from "./api.js";
import { automaticDispatch } from "./automatic-dispatch.js";
import { agencyName, directory } from "./directory.js";

const PAGE = 25;

/** Complaints whose destination waits for a coordinator, and whether the system decides any by itself. */
export async function destinationsView(desk) {
  const [heading, hint, ...list] = await waitingView(desk, {
    path: "/api/routing/v1/undecided",
    heading: "Tujuan yang belum ditetapkan",
    hint: "Sistem tidak cukup yakin, atau instansi mengembalikan aduan. Pilih instansi yang menjawab.",
    empty: "Semua aduan sudah punya tujuan.",
    actions: decision,
  });
  return [heading, hint, await automaticDispatch(desk), ...list];
}

/** Complaints that the coordination group is offered; the first claim gets one. */
export async function groupView(desk, focusedId) {
  const { group } = await directory();
  return waitingView(desk, {
    path: "/api/routing/v1/offered",
    heading: group ?? "Grup aduan",
    hint: "Ambil aduan yang menjadi tugas instansi Anda. Yang tidak diambil sampai waktunya diteruskan sistem ke instansi yang diusulkan.",
    empty: "Tidak ada aduan yang menunggu di grup.",
    actions: claim,
    focusedId,
  });
}

async function waitingView(desk, { path, heading, hint, empty, actions, focusedId }) {
  const list = h("ol", { class: "plain", id: "waiting" });
  const none = h("p", { class: "card empty", id: "waiting-empty", hidden: true }, empty);
  const more = h("button", { type: "button", class: "quiet", id: "load-more", hidden: true }, "Muat lagi");
  let next = null;

  async function load() {
    if (isBusy(more)) {
      return;
    }
    setBusy(more, true);
    const query = new URLSearchParams({ limit: PAGE });
    if (next) {
      query.set("after", next);
    }
    const answer = await callSignedIn(`${path}?${query}`);
    setBusy(more, false);
    if (!answer.ok) {
      desk.explain(answer, () => {
        desk.clear();
        load();
      });
      return;
    }
    list.append(...await Promise.all(answer.data.items.map((item) => card(desk, item, actions))));
    next = answer.data.next ?? null;
    more.hidden = !next;
    none.hidden = list.childElementCount > 0;
  }
  more.addEventListener("click", load);

  await load();
  if (focusedId) {
    list.querySelector(`[data-id="${CSS.escape(focusedId)}"]`)?.classList.add("focused");
  }
  return [h("h1", {}, heading), h("p", { class: "hint" }, hint), list, none, h("div", { class: "more" }, more)];
}

async function card(desk, item, actions) {
  const government = desk.person.governments[0];
  const category = item.category ? await categoryName(government, item.category) : null;
  const options = await Promise.all(item.options.filter(({ agency }) => agency !== item.agency).map(async (option) =>
    h("li", {}, `${await agencyName(option.agency)}${option.confidence > 0 ? ` (${Math.round(option.confidence * 100)} %)` : ""}: ${option.reason}`)));
  const returned = item.agency
    ? h("p", { class: "hint" }, `Dikembalikan ${await agencyName(item.agency)}`,
      item.returnReason ? `: ${misroutingWord(item.returnReason)}` : "", item.target ? `. Menyebut ${await agencyName(item.target)}.` : ".")
    : null;
  const box = h("li", { class: "card", "data-id": item.id },
    h("div", { class: "head" }, h("h2", {}, item.number),
      item.dueAt ? h("span", { class: Date.parse(item.dueAt) < Date.now() ? "badge late" : "badge" }, `sampai ${moment(item.dueAt)}`) : null),
    item.title ? h("p", {}, h("strong", {}, item.title)) : null,
    h("p", { class: "prose" }, item.text ?? "Aduan rahasia. Isinya tersimpan terkunci."),
    category ? h("p", { class: "hint" }, category) : null,
    returned,
    options.length > 0 ? h("div", {}, h("p", { class: "hint" }, "Usulan sistem:"), h("ul", {}, options)) : null);
  const done = (text) => {
    const heir = box.nextElementSibling ?? box.previousElementSibling;
    box.remove();
    desk.say(text);
    heir?.querySelector("button")?.focus();
  };
  box.append(await actions(desk, item, done));
  return box;
}

async function claim(desk, item, done) {
  const take = async (event) => {
    const button = event.currentTarget;
    setBusy(button, true);
    desk.clear();
    const answer = await callSignedIn(`/api/routing/v1/cases/${item.id}/claim`, { method: "POST" });
    setBusy(button, false);
    if (answer.ok) {
      done(`Aduan ${item.number} kini ada di antrean instansi Anda.`);
    } else {
      desk.explain(answer);
    }
  };
  return h("div", { class: "actions" }, desk.person.roles.has("agency-admin")
    ? h("button", { type: "button", class: "claim", onclick: take }, "Ambil aduan ini")
    : h("p", { class: "hint" }, "Menunggu diambil admin instansi."));
}

async function decision(desk, item, done) {
  const { agencies, institutions } = await directory();
  const proposed = item.target ?? item.options.find((option) => option.agency !== item.agency)?.agency;
  const select = h("select", { id: `agency-${item.id}` },
    h("option", { value: "" }, "Pilih instansi"),
    h("optgroup", { label: "Instansi" }, agencies.map((agency) =>
      h("option", { value: agency.id, selected: agency.id === proposed || null }, agency.name))),
    h("optgroup", { label: "Di luar kewenangan" }, institutions.map((institution) =>
      h("option", { value: `outside:${institution.id}` }, institution.name))));
  const send = async (event) => {
    const button = event.currentTarget;
    if (!select.value) {
      select.focus();
      return;
    }
    setBusy(button, true);
    desk.clear();
    const outside = select.value.startsWith("outside:");
    const answer = await callSignedIn(`/api/routing/v1/cases/${item.id}/${outside ? "referral" : "destination"}`, {
      method: "POST",
      body: outside ? { institution: select.value.slice("outside:".length) } : { agency: select.value },
    });
    setBusy(button, false);
    if (answer.ok) {
      done(outside ? `Warga aduan ${item.number} diberi tahu ke mana harus menyampaikan.` : `Aduan ${item.number} dikirim.`);
    } else {
      desk.explain(answer);
    }
  };
  if (!desk.person.roles.has("coordinator")) {
    return h("p", { class: "hint" }, "Menunggu koordinator.");
  }
  return h("div", { class: "actions" },
    h("div", { class: "field" }, h("label", { for: `agency-${item.id}` }, "Tujuan"), select),
    h("button", { type: "button", class: "decide", onclick: send }, "Kirim"));
}
