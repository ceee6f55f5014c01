import { byId, h } from "/assets/dom.js";
import { governmentName } from "/assets/governments.js";
import { channelWord, moment } from "/assets/words.js";
import { callSignedIn } from "./api.js";

const NUMBER = new Intl.NumberFormat("id-ID");
const MONTH = new Intl.DateTimeFormat("id-ID", { month: "long", year: "numeric", timeZone: "UTC" });

/** The monthly recap of a government: totals on the page, the whole as a file. */
export async function recapView(desk) {
  const chosen = new URLSearchParams(location.search);
  const month = chosen.get("bulan") ?? thisMonth();
  const government = chosen.get("pemda") ?? desk.person.governments[0] ?? "";
  const show = () => desk.go(`/staff/rekap?${new URLSearchParams({ pemda: byId("recap-government").value, bulan: byId("recap-month").value })}`);

  const form = h("form", { class: "filters", id: "recap-form", onsubmit: (event) => { event.preventDefault(); show(); } },
    h("div", { class: "field" }, h("label", { for: "recap-government" }, "Pemerintah daerah"),
      h("select", { id: "recap-government" }, await Promise.all(desk.person.governments.map(async (id) => h("option", { value: id, selected: id === government }, await governmentName(id)))))),
    h("div", { class: "field" }, h("label", { for: "recap-month" }, "Bulan"),
      h("input", { id: "recap-month", type: "month", value: month, required: true, pattern: "\\d{4}-\\d{2}", placeholder: "2026-01" })),
    h("button", { type: "submit", id: "recap-show" }, "Tampilkan"));

  const path = `/api/reporting/v1/recaps/${encodeURIComponent(government)}/${encodeURIComponent(month)}`;
  const answer = await callSignedIn(`${path}?limit=1`);
  const heading = h("h1", {}, `Rekap ${monthWord(month)}`);
  if (!answer.ok) {
    if (answer.status === 404) {
      return [heading, form, h("p", { class: "card empty", id: "recap-empty" }, "Belum ada rekap untuk bulan ini.")];
    }
    desk.explain(answer, show);
    return [heading, form];
  }
  const download = h("button", { type: "button", class: "quiet", id: "recap-csv", onclick: () => saveCsv(desk, path, `rekap-${government}-${month}.csv`) }, "Unduh CSV");
  const preliminary = answer.data.preliminary && h("p", { class: "hint", id: "recap-preliminary" },
    `Sementara: bulan belum berakhir. Keadaan ${moment(answer.data.asOf)}.`);
  return [heading, form, preliminary || "", ...tables(answer.data), h("div", { class: "actions more" }, download)];
}

async function saveCsv(desk, path, name) {
  desk.clear();
  const answer = await callSignedIn(path, { accept: "text/csv" });
  if (!answer.ok) {
    desk.explain(answer, () => saveCsv(desk, path, name));
    return;
  }
  const address = URL.createObjectURL(answer.data);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const FIGURES = [
  ["received", "Aduan masuk"],
  ["answered", "Dijawab"],
  ["answeredInTime", "Dijawab tepat waktu"],
  ["answeredLate", "Dijawab terlambat"],
  ["open", "Belum dijawab"],
  ["overdue", "Lewat tenggat"],
];

/** Totals only: the single complaints are in the file. */
function tables({ totals, byAgency, byCategory, byChannel }) {
  return [
    table("recap-totals", "Seluruhnya", "Keterangan", [["", "Jumlah"]], FIGURES.map(([name, word]) => [word, totals[name]])),
    sums("recap-agencies", "Per instansi", "Instansi", byAgency, ({ agencyName }) => agencyName),
    sums("recap-categories", "Per kategori", "Kategori", byCategory, ({ categoryName }) => categoryName),
    sums("recap-channels", "Per kanal", "Kanal", byChannel, ({ channel }) => channelWord(channel)),
  ];
}

function sums(id, title, head, records, name) {
  const columns = FIGURES.filter(([figure]) => records.length > 0 && figure in records[0]);
  return table(id, title, head, columns, records.map((record) => [name(record), ...columns.map(([figure]) => record[figure])]));
}

function table(id, title, head, columns, rows) {
  return h("section", { class: "recap" }, h("h2", {}, title), h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": title },
    h("table", { id },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, head), columns.map(([, word]) => h("th", { scope: "col", class: "amount" }, word)))),
      h("tbody", {}, rows.map(([name, ...figures]) =>
        h("tr", {}, h("th", { scope: "row" }, name), figures.map((figure) => h("td", { class: "amount" }, NUMBER.format(figure)))))))));
}

const monthWord = (month) => (/^\d{4}-\d{2}$/.test(month) ? MONTH.format(new Date(`${month}-01T00:00:00Z`)) : month);

function thisMonth() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jakarta", year: "numeric", month: "2-digit" }).format(new Date()).slice(0, 7);
}
