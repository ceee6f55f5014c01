import { h, isBusy, setBusy } from "/assets/dom.js";
import { moment } from "/assets/words.js";
import { callSignedIn } from "./api.js";

const PATH = "/api/routing/v1/automatic-dispatch";

/** Whether the system dispatches by itself, how often it was right, and the switch for it. */
export async function automaticDispatch(desk) {
  const box = h("details", { class: "card", id: "automatic-dispatch" });
  const answer = await callSignedIn(PATH);
  if (answer.ok) {
    show(answer.data);
  } else {
    desk.explain(answer);
    box.hidden = true;
  }
  return box;

  function show(state) {
    box.classList.toggle("warning", !state.enabled);
    box.open ||= !state.enabled;
    box.replaceChildren(...[
      h("summary", {}, state.enabled ? "Penyaluran otomatis menyala" : "Penyaluran otomatis berhenti"),
      ...sentences(state).map((sentence) => h("p", {}, sentence)),
      desk.person.roles.has("coordinator")
        ? h("div", { class: "actions" }, h("button", { type: "button", class: "quiet", id: "automatic-dispatch-switch", onclick: (event) => change(event.currentTarget, !state.enabled) },
          state.enabled ? "Matikan" : "Nyalakan lagi"))
        : null].filter(Boolean));
  }

  async function change(button, enabled) {
    if (isBusy(button)) {
      return;
    }
    setBusy(button, true);
    desk.clear();
    const changed = await callSignedIn(PATH, { method: "PUT", body: { enabled } });
    setBusy(button, false);
    if (!changed.ok) {
      desk.explain(changed);
      return;
    }
    show(changed.data);
    desk.say(enabled ? "Sistem kembali menyalurkan sendiri aduan yang tujuannya cukup pasti." : "Semua tujuan kini ditetapkan koordinator.");
    box.querySelector("button").focus();
  }
}

function sentences(state) {
  const promise = `${percent(state.promised)} harus tepat`;
  const { measured, correct } = state.record;
  const said = [];
  if (!state.enabled) {
    said.push(state.byItself
      ? `Berhenti sendiri ${moment(state.since)}: ${state.before.correct} dari ${state.before.measured} penyaluran terakhir tepat, padahal ${promise}. Koordinator menetapkan semua tujuan.`
      : `Dimatikan koordinator ${moment(state.since)}. Koordinator menetapkan semua tujuan.`);
    if (measured > 0) {
      said.push(`Sejak itu ${correct} dari ${measured} usulan yang dianggap pasti ternyata tepat.`);
    }
  } else {
    said.push(measured > 0
      ? `Aduan yang tujuannya cukup pasti dikirim tanpa menunggu. ${correct} dari ${measured} yang terakhir tepat; ${promise}.`
      : `Aduan yang tujuannya cukup pasti dikirim tanpa menunggu; ${promise}. Belum ada yang terukur.`);
  }
  said.push(state.learned
    ? `Sistem belajar dari ${number(state.examples)} aduan yang tujuannya sudah pasti.`
    : `Usulan memakai aturan. Sistem mulai belajar setelah ${number(state.enough)} aduan tujuannya pasti; kini ${number(state.examples)}.`);
  return said;
}

function percent(share) {
  return `${number(Math.round(share * 100))} %`;
}

function number(value) {
  return value.toLocaleString("id-ID");
}
