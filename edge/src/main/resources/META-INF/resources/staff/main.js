import { byId, h, hideNotice, showNotice } from "/assets/dom.js";
import { caseView } from "./case.js";
import { directory } from "./directory.js";
import * as oidc from "./oidc.js";
import { queueView } from "./queue.js";
import { recapView } from "./recap.js";
import { destinationsView, groupView } from "./waiting.js";

const DECIDERS = ["coordinator", "head"];
const GROUP_MEMBERS = ["agency-admin", "coordinator", "head"];
const ASK_AGAIN_MILLIS = 3000;
const RECAP_READERS = ["coordinator", "head", "auditor"];
const view = byId("view");
const notice = byId("staff-notice");
let turn = 0;

/** What a view may ask of the workspace. */
const desk = {
  person: null,
  go(path) {
    history.pushState(null, "", path);
    return render();
  },
  clear: () => hideNotice(notice),
  say: (title, text) => {
    showNotice(notice, "good", title, text);
    notice.focus();
  },
  /** Says plainly why something failed, and offers what helps. */
  explain(answer, retry) {
    const actions = [];
    if (answer.status === 401) {
      actions.push(h("button", { type: "button", id: "login-again", onclick: signIn }, "Masuk kembali"));
    } else if (retry && (answer.status === 0 || answer.status === 429 || answer.status >= 500)) {
      actions.push(h("button", { type: "button", id: "retry", onclick: retry }, "Coba lagi"));
    }
    const [title, text] = PLAIN[answer.status] ?? [answer.title, answer.detail];
    showNotice(notice, answer.status === 0 || answer.status >= 500 ? "" : "bad", title, text,
      actions.length > 0 ? h("div", { class: "actions" }, actions) : "");
    notice.focus();
  },
};

const PLAIN = {
  401: ["Sesi Anda berakhir", "Masuk kembali untuk melanjutkan. Jawaban yang sedang ditulis tetap tersimpan di tab ini."],
  403: ["Tidak berwenang", "Peran Anda tidak mencakup hal ini. Hubungi admin instansi bila ini keliru."],
};

const VIEWS = [
  [/^\/staff\/?$/, "nav-queue", () => queueView(desk)],
  [/^\/staff\/kasus\/([^/]+)$/, "nav-queue", ([, id]) => caseView(desk, decodeURIComponent(id))],
  [/^\/staff\/grup(?:\/([^/]+))?$/, "nav-group", ([, id]) => groupView(desk, id && decodeURIComponent(id))],
  [/^\/staff\/tujuan$/, "nav-destinations", () => destinationsView(desk)],
  [/^\/staff\/rekap$/, "nav-recap", () => recapView(desk)],
];

async function render() {
  const mine = ++turn;
  hideNotice(notice);
  for (const [pattern, nav, make] of VIEWS) {
    const match = pattern.exec(location.pathname);
    if (match) {
      mark(nav);
      const content = await make(match);
      if (mine === turn) {
        view.replaceChildren(...content);
        const heading = view.querySelector("h1");
        document.title = `${heading.textContent} – Tanggap`;
        heading.tabIndex = -1;
        if (notice.hidden) {
          heading.focus();
        }
        scrollTo({ top: 0, behavior: "instant" });
      }
      return;
    }
  }
  mark(null);
  view.replaceChildren(h("h1", {}, "Halaman tidak ditemukan"), h("p", {}, h("a", { href: "/staff/", "data-view": true }, "Kembali ke antrean")));
}

function mark(nav) {
  for (const link of byId("staff-nav").querySelectorAll("a")) {
    if (link.id === nav) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

function welcome(...extra) {
  view.replaceChildren(
    h("div", { class: "card welcome" },
      h("h1", {}, "Meja kerja petugas"),
      h("p", {}, "Untuk perangkat daerah, koordinator, dan pimpinan: membaca aduan, menjawab tepat waktu, dan melihat rekap."),
      h("div", { class: "actions" }, h("button", { type: "button", id: "login", onclick: signIn }, "Masuk")),
      ...extra));
}

async function signIn() {
  await untilAvailable(() => oidc.signIn());
}

/** The sign-in service may still be starting: say so and ask again until it is there. */
async function untilAvailable(action) {
  for (;;) {
    try {
      const result = await action();
      hideNotice(notice);
      return result;
    } catch (failure) {
      if (!(failure instanceof oidc.SignInUnavailable)) {
        throw failure;
      }
      if (notice.hidden) {
        showNotice(notice, "", "Layanan masuk sedang disiapkan", "Saat pertama dinyalakan perlu waktu hingga satu menit. Halaman ini mencoba lagi dengan sendirinya.");
      }
      await new Promise((done) => setTimeout(done, ASK_AGAIN_MILLIS));
    }
  }
}

async function start() {
  welcome();
  let signedIn = false;
  try {
    signedIn = await untilAvailable(oidc.resume);
  } catch {
    showNotice(notice, "bad", "Tidak berhasil masuk", "Proses masuk terputus atau kedaluwarsa. Silakan masuk sekali lagi.");
  }
  if (!signedIn) {
    return;
  }
  desk.person = oidc.person();
  byId("staff-nav").hidden = false;
  byId("nav-recap").hidden = !RECAP_READERS.some((role) => desk.person.roles.has(role));
  byId("nav-destinations").hidden = !DECIDERS.some((role) => desk.person.roles.has(role));
  byId("nav-group").hidden = !GROUP_MEMBERS.some((role) => desk.person.roles.has(role)) || !(await directory()).group;
  byId("person").textContent = desk.person.name;
  byId("person").hidden = false;
  byId("logout").hidden = false;
  byId("logout").addEventListener("click", () => untilAvailable(oidc.signOut));
  await render();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-view]");
  if (link && desk.person && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    desk.go(link.getAttribute("href"));
  }
});
addEventListener("popstate", () => desk.person && render());
start();
