import { byId, h, isBusy, setBusy } from "/assets/dom.js";
import { categoryName } from "/assets/governments.js";
import { channelWord, deskStatusWord, misroutingWord, moment, typeWord, visibilityWord } from "/assets/words.js";
import { callSignedIn } from "./api.js";
import { directory } from "./directory.js";

/** One case: read it, take it on, answer it. */
export async function caseView(desk, id) {
  const path = `/api/response/v1/cases/${encodeURIComponent(id)}`;
  const answer = await callSignedIn(path);
  if (!answer.ok) {
    if (answer.status !== 404) {
      desk.explain(answer, () => desk.go(location.pathname));
      return [back(), h("h1", {}, "Kasus belum dapat dibuka")];
    }
    return [back(), h("h1", {}, "Kasus tidak ditemukan"),
      h("p", { id: "case-missing" }, "Kasus ini tidak ada, atau ditangani oleh instansi lain.")];
  }
  return page(desk, path, answer.data, answer.data.category ? await categoryName(answer.data.government, answer.data.category) : null);
}

function page(desk, path, file, category) {
  const draftKey = `tanggap.answer.${file.id}`;

  async function act(button, step, body, done) {
    if (isBusy(button)) {
      return;
    }
    setBusy(button, true);
    desk.clear();
    const answer = await callSignedIn(`${path}/${step}`, { method: "POST", body });
    setBusy(button, false);
    if (answer.ok) {
      if (step === "answer") {
        sessionStorage.removeItem(draftKey);
      }
      show(answer.data);
      desk.say(done);
    } else if (answer.status === 409) {
      const current = await callSignedIn(path);
      if (current.ok) {
        show(current.data);
      }
      desk.explain({ ...answer, title: "Kasus ini sudah berubah", detail: `${answer.detail} Keadaan terbaru ditampilkan di bawah.` });
    } else if (answer.errors.length > 0) {
      const box = byId("answer-text");
      byId("answer-error").textContent = answer.errors.map(({ message }) => message).join(" ");
      byId("answer-error").hidden = false;
      box.setAttribute("aria-invalid", "true");
      box.focus();
    } else {
      desk.explain(answer, () => act(button, step, body, done));
    }
  }

  const show = (now) => byId("view").replaceChildren(...page(desk, path, now, category));

  return [
    back(),
    h("div", { class: "head" }, h("h1", { tabindex: "-1" }, `Aduan ${file.number}`),
      h("span", { class: file.status === "ANSWERED" ? "badge done" : "badge", id: "case-status" }, deskStatusWord(file.status)),
      file.overdue ? h("span", { class: "badge late", id: "case-overdue" }, "Lewat tenggat") : null),
    h("div", { class: "case" },
      h("div", { class: "case-main" },
        h("section", { class: "card", "aria-label": "Isi aduan" },
          file.title ? h("h2", { id: "case-title" }, file.title) : null,
          file.text ? h("p", { class: "prose", id: "case-text" }, file.text) : sealed(desk, file),
          file.address ? h("p", { class: "hint", id: "case-address" }, `Lokasi: ${file.address}`) : null),
        work(file, draftKey, act),
        file.status === "ANSWERED" || !desk.person.roles.has("agency-admin") ? null : giveBack(desk, file)),
      h("aside", { class: "card side", "aria-label": "Keterangan" },
        h("dl", { class: "facts" },
          fact("Jawab paling lambat", file.dueAt && h("span", { id: "case-due", class: file.overdue ? "late-text" : null }, moment(file.dueAt))),
          fact("Instansi", file.agencyName ?? file.agency),
          fact("Diterima warga", moment(file.receivedAt)),
          fact("Masuk ke instansi", file.dispatchedAt && moment(file.dispatchedAt)),
          fact("Mulai ditangani", file.acceptedAt && moment(file.acceptedAt)),
          fact("Dijawab", file.answeredAt && moment(file.answeredAt)),
          fact("Kategori", category),
          fact("Jenis", typeWord(file.type)),
          fact("Sifat", visibilityWord(file.visibility)),
          fact("Kanal", channelWord(file.channel))))),
  ];
}

/** The words of a secret complaint stay in the vault until somebody opens them, which is written down there. */
function sealed(desk, file) {
  const open = async (event) => {
    const button = event.currentTarget;
    setBusy(button, true);
    desk.clear();
    const answer = await callSignedIn(`/api/intake/v1/complaints/${encodeURIComponent(file.id)}/disclosure`, { method: "POST", body: { purpose: "menangani aduan" } });
    setBusy(button, false);
    if (!answer.ok) {
      desk.explain(answer);
      return;
    }
    byId("case-sealed").replaceChildren(
      answer.data.title ? h("h2", {}, answer.data.title) : "",
      h("p", { class: "prose", id: "case-text" }, answer.data.text),
      answer.data.address ? h("p", { class: "hint" }, `Lokasi: ${answer.data.address}`) : "",
      ...answer.data.added.flatMap((added) => [
        h("h3", {}, `${added.kind === "OBJECTED" ? "Keberatan" : "Balasan"} warga, ${moment(added.at)}`),
        h("p", { class: "prose" }, added.text)]));
  };
  return h("div", { id: "case-sealed" },
    h("p", { class: "hint" }, "Aduan rahasia. Isinya tersimpan terkunci; setiap pembukaan dicatat beserta nama petugasnya."),
    h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", id: "case-open", onclick: open }, "Buka isi aduan")));
}

function work(file, draftKey, act) {
  if (file.status === "ANSWERED") {
    return h("section", { class: "card", "aria-labelledby": "answer-heading" }, h("h2", { id: "answer-heading" }, "Jawaban"),
      h("p", { class: "prose", id: "case-answer" }, file.answer ?? ""));
  }
  if (file.status === "DISPATCHED") {
    return h("section", { class: "card", "aria-labelledby": "accept-heading" },
      h("h2", { id: "accept-heading" }, "Terima untuk ditangani"),
      h("p", { class: "hint" }, "Warga melihat bahwa aduannya sedang ditangani."),
      h("div", { class: "actions" },
        h("button", { type: "button", id: "accept", onclick: (event) => act(event.currentTarget, "accept", undefined, "Aduan diterima untuk ditangani.") }, "Terima aduan")));
  }
  const box = h("textarea", { id: "answer-text", rows: 8, maxlength: 10000, "aria-describedby": "answer-hint answer-error" });
  box.value = sessionStorage.getItem(draftKey) ?? "";
  const error = h("p", { class: "error", id: "answer-error", hidden: true });
  box.addEventListener("input", () => {
    sessionStorage.setItem(draftKey, box.value);
    error.hidden = true;
    box.removeAttribute("aria-invalid");
  });
  const submit = (event) => {
    event.preventDefault();
    if (box.value.trim() === "") {
      error.textContent = "Tuliskan jawaban terlebih dahulu.";
      error.hidden = false;
      box.setAttribute("aria-invalid", "true");
      box.focus();
      return;
    }
    act(byId("answer-send"), "answer", { text: box.value.trim() }, "Jawaban dikirim kepada warga.");
  };
  return h("section", { class: "card", "aria-labelledby": "answer-heading" },
    h("form", { id: "answer-form", novalidate: true, onsubmit: submit },
      h("div", { class: "field" },
        h("h2", { id: "answer-heading" }, h("label", { for: "answer-text" }, "Jawaban untuk warga")),
        h("p", { class: "hint", id: "answer-hint" }, "Dibaca warga apa adanya. Draf tersimpan di tab ini."),
        box, error),
      h("div", { class: "actions" }, h("button", { type: "submit", id: "answer-send" }, "Kirim jawaban"))));
}

/** Sent to the wrong agency: it goes on to the one that is named, or back to the coordinator. */
function giveBack(desk, file) {
  const reason = h("select", { id: "return-reason" }, ["NOT_OUR_DUTY", "OTHER_AREA", "WRONG_CATEGORY", "OUTSIDE_JURISDICTION"].map((code) =>
    h("option", { value: code }, misroutingWord(code))));
  const target = h("select", { id: "return-target" }, h("option", { value: "" }, "Tidak tahu, koordinator yang menetapkan"));
  const details = h("details", { class: "card", id: "return" },
    h("summary", {}, "Salah tujuan?"),
    h("p", { class: "hint" }, "Kembalikan bila bukan tugas instansi Anda. Tenggat kepada warga tidak berubah."),
    h("div", { class: "field" }, h("label", { for: "return-reason" }, "Alasan"), reason),
    h("div", { class: "field" }, h("label", { for: "return-target" }, "Instansi yang berwenang"), target),
    h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", id: "return-send", onclick: async (event) => {
      const button = event.currentTarget;
      setBusy(button, true);
      desk.clear();
      const answer = await callSignedIn(`/api/routing/v1/cases/${encodeURIComponent(file.id)}/return`, {
        method: "POST",
        body: { reason: reason.value, ...(target.value ? { target: target.value } : {}) },
      });
      setBusy(button, false);
      if (answer.ok) {
        await desk.go("/staff/");
        desk.say(`Aduan ${file.number} dikembalikan.`);
      } else {
        desk.explain(answer);
      }
    } }, "Kembalikan")));
  details.addEventListener("toggle", async () => {
    if (details.open && target.options.length === 1) {
      const { agencies } = await directory();
      target.append(...agencies.filter((agency) => agency.id !== file.agency)
        .map((agency) => h("option", { value: agency.id }, agency.name)));
    }
  });
  return details;
}

const back = () => h("a", { class: "back", href: "/staff/", "data-view": true, id: "back" }, "← Antrean");
const fact = (term, value) => (value ? h("div", {}, h("dt", {}, term), h("dd", {}, value)) : null);
