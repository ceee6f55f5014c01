import { h, isBusy, setBusy } from "/assets/dom.js";
import { categoryName, governments } from "/assets/governments.js";
import { channelWord, deskStatusWord, moment } from "/assets/words.js";
import { callSignedIn } from "./api.js";

const PAGE = 25;
const BADGES = { ANSWERED: "badge done" };

/** The agency's queue. The filters stand in the address, so that going back finds them again. */
export async function queueView(desk) {
  const chosen = new URLSearchParams(location.search);
  const rows = h("tbody", { id: "queue" });
  const more = h("button", { type: "button", class: "quiet", id: "load-more", hidden: true }, "Muat lagi");
  const shown = h("caption", { id: "queue-count", "aria-live": "polite" });
  const empty = h("p", { class: "card empty", id: "queue-empty", hidden: true }, "Tidak ada kasus dengan pilihan ini.");
  const table = h("table", { class: "stack" }, shown,
    h("thead", {}, h("tr", {}, ["Nomor", "Aduan", "Status", "Tenggat"].map((name) => h("th", { scope: "col" }, name)))), rows);
  let next = null;

  async function load() {
    if (isBusy(more)) {
      return;
    }
    setBusy(more, true);
    const query = new URLSearchParams({ limit: PAGE });
    for (const name of ["status", "category", "overdue", "agency"]) {
      if (chosen.get(name)) {
        query.set(name, chosen.get(name));
      }
    }
    if (next) {
      query.set("after", next);
    }
    const answer = await callSignedIn(`/api/response/v1/cases?${query}`);
    setBusy(more, false);
    if (!answer.ok) {
      desk.explain(answer, () => {
        desk.clear();
        load();
      });
      return;
    }
    const added = await Promise.all(answer.data.items.map(row));
    const first = rows.childElementCount === 0 ? null : added[0];
    rows.append(...added);
    next = answer.data.next ?? null;
    more.hidden = !next;
    const total = rows.childElementCount;
    shown.textContent = next ? `${total} kasus ditampilkan, masih ada lagi` : `${total} kasus`;
    empty.hidden = total > 0;
    table.hidden = total === 0;
    first?.querySelector("a").focus();
  }
  more.addEventListener("click", load);

  await load();
  return [
    h("h1", {}, "Antrean aduan"),
    await filters(desk, chosen),
    h("div", { class: "scroll" }, table),
    empty,
    h("div", { class: "more" }, more),
  ];
}

async function row(item) {
  const category = item.category ? await categoryName(item.government, item.category) : null;
  return h("tr", {},
    h("th", { scope: "row", class: "number" }, h("a", { href: `/staff/kasus/${encodeURIComponent(item.id)}`, "data-view": true }, item.number)),
    h("td", {}, item.title || extract(item.text) || "(isi tidak ditampilkan)",
      h("span", { class: "extract hint" }, [item.agencyName, category, channelWord(item.channel)].filter(Boolean).join(" · "))),
    h("td", {}, h("span", { class: BADGES[item.status] ?? "badge" }, deskStatusWord(item.status))),
    h("td", { class: "due", "data-label": "Tenggat" }, item.dueAt ? moment(item.dueAt) : "–", item.overdue ? h("span", { class: "late-text" }, "Lewat tenggat") : null));
}

const extract = (text) => (text && text.length > 110 ? `${text.slice(0, 110).trimEnd()}…` : text);

async function filters(desk, chosen) {
  const choose = (name, value) => {
    if (value) {
      chosen.set(name, value);
    } else {
      chosen.delete(name);
    }
    desk.go(`/staff/${chosen.size > 0 ? `?${chosen}` : ""}`);
  };
  const option = (name) => ([value, word]) => h("option", { value, selected: chosen.get(name) === value || null }, word);
  return h("div", { class: "filters", role: "group", "aria-label": "Saring antrean" },
    h("div", { class: "field" },
      h("label", { for: "filter-status" }, "Status"),
      h("select", { id: "filter-status", onchange: (event) => choose("status", event.target.value) },
        [["", "Semua"], ...["DISPATCHED", "IN_PROGRESS", "ANSWERED"].map((status) => [status, deskStatusWord(status)])].map(option("status")))),
    h("div", { class: "field" },
      h("label", { for: "filter-category" }, "Kategori"),
      h("select", { id: "filter-category", onchange: (event) => choose("category", event.target.value) },
        [["", "Semua"], ...await categories(desk)].map(option("category")))),
    h("label", { class: "check", for: "filter-overdue" },
      h("input", { type: "checkbox", id: "filter-overdue", checked: chosen.get("overdue") === "true", onchange: (event) => choose("overdue", event.target.checked ? "true" : "") }),
      "Hanya yang lewat tenggat"));
}

async function categories(desk) {
  const answer = await governments();
  return (answer.ok ? answer.data : [])
    .filter(({ id }) => desk.person.governments.includes(id))
    .flatMap(({ categories: list }) => list.map(({ id, name }) => [id, name]));
}
