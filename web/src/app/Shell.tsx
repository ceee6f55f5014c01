import { useQuery } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { RefusedDeeds } from "../features/refused/Refused";
import { directoryQuery, meQuery } from "../shared/api/queries";
import { person } from "../shared/auth/person";
import { signIn, signOut } from "../shared/auth/session";
import { speak, type Language } from "../shared/i18n/i18n";
import { useStore } from "../shared/lib/store";
import { LeavingBar } from "../shared/leaving/LeavingBar";
import { readTimesIn } from "../shared/lib/time";
import { One } from "../shared/ui/Each";
import { Dialog } from "../shared/ui/parts";
import { useKeys } from "../shared/ui/useKeys";
import { UndecidedCount } from "../shared/waiting/UndecidedCount";
import { Forbidden } from "./Fallbacks";
import { mayOpen, type Page } from "./roles";
import css from "./Shell.module.css";
import { chooseTheme, theme, type Choice } from "./theme";

const PAGES: { page: Page; to: string; word: string; id: string; key: string }[] = [
  { page: "queue", to: "/", word: "Antrean", id: "nav-queue", key: "a" },
  { page: "group", to: "/grup", word: "Grup aduan", id: "nav-group", key: "g" },
  { page: "destinations", to: "/tujuan", word: "Tujuan", id: "nav-destinations", key: "t" },
  { page: "counter", to: "/catat", word: "Catat aduan", id: "nav-counter", key: "c" },
  { page: "incoming", to: "/masuk", word: "Belum bertujuan", id: "nav-incoming", key: "m" },
  { page: "letters", to: "/surat", word: "Surat", id: "nav-letters", key: "s" },
  { page: "overview", to: "/ikhtisar", word: "Ikhtisar", id: "nav-overview", key: "i" },
  { page: "recap", to: "/rekap", word: "Rekap bulanan", id: "nav-recap", key: "r" },
  { page: "past", to: "/impor", word: "Impor data lama", id: "nav-past", key: "p" },
  { page: "administration", to: "/administrasi", word: "Administrasi", id: "nav-administration", key: "d" },
  { page: "deliveries", to: "/pengiriman", word: "Pengiriman", id: "nav-deliveries", key: "k" },
  { page: "access-log", to: "/jejak", word: "Jejak", id: "nav-access-log", key: "j" },
  { page: "rebuild", to: "/bangun-ulang", word: "Bangun ulang", id: "nav-rebuild", key: "b" },
  { page: "quarantine", to: "/disisihkan", word: "Pesan disisihkan", id: "nav-quarantine", key: "p" },
];

export function Shell() {
  const { t } = useTranslation();
  const who = person();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [showKeys, setShowKeys] = useState(false);
  const { data: directory } = useQuery({ ...directoryQuery, enabled: mayOpen("group", who) });
  const { data: me } = useQuery({ ...meQuery, enabled: mayOpen("queue", who) });
  useEffect(() => {
    if (me) {
      readTimesIn(me.timeZone);
    }
  }, [me]);

  const offered = PAGES.filter(({ page }) => mayOpen(page, who) && (page !== "group" || directory?.group));
  const current = PAGES.findLast(({ to }) =>
    to === "/" ? true : path.startsWith(`/staff${to}`) || path.startsWith(to),
  );
  useKeys({
    "?": () => setShowKeys(true),
    ...Object.fromEntries(offered.map(({ key, to }) => [`g ${key}`, () => void navigate({ to })])),
  });

  return (
    <div className={css.shell}>
      <a className="skip" href="#main">
        {t("Langsung ke isi")}
      </a>
      <header className={css.top}>
        <Link to="/" className={css.mark ?? ""}>
          <img src="/favicon.svg" alt="" />
          Tanggap
        </Link>
        <nav className={css.nav} aria-label={t("Utama")} id="staff-nav">
          {offered.map(({ to, word, id, page }) => (
            <Link key={to} to={to} id={id} activeProps={{}} aria-current={page === current?.page ? "page" : undefined}>
              {t(word)}
              {page === "destinations" && <UndecidedCount />}
            </Link>
          ))}
        </nav>
        <button
          type="button"
          className="bare"
          onClick={() => setShowKeys(true)}
          aria-label={t("Papan ketik")}
          title={t("Papan ketik")}
        >
          <kbd>?</kbd>
        </button>
        <Account place={me?.divisionName ?? me?.agencyName ?? me?.governmentName} name={who.name} />
      </header>
      <One of={who} as="div">
        {() => <RefusedDeeds />}
      </One>
      <LeavingBar />
      <main id="main" className={css.main}>
        {!current || mayOpen(current.page, who) ? (
          <Outlet />
        ) : current.to === "/" && offered[0] ? (
          <Navigate to={offered[0].to} replace />
        ) : (
          <div className="page">
            <Forbidden />
          </div>
        )}
      </main>
      {showKeys && <Keys close={() => setShowKeys(false)} offered={offered} />}
    </div>
  );
}

function Account({ name, place }: { name: string; place: string | undefined }) {
  const { t, i18n } = useTranslation();
  const shade = useStore(theme);
  return (
    <>
      <button type="button" className={`bare ${css.account}`} id="account" popoverTarget="account-menu">
        <span>
          <b id="person">{name}</b>
          <small>{place}</small>
        </span>
        <span aria-hidden="true">▾</span>
      </button>
      <div className={css.menu} id="account-menu" popover="auto">
        <div className="field">
          <label htmlFor="language">Bahasa / Language</label>
          <select id="language" value={i18n.language} onChange={(event) => void speak(event.target.value as Language)}>
            <option value="id">Bahasa Indonesia</option>
            <option value="en">English</option>
          </select>
        </div>
        <div className="field">
          <label htmlFor="theme">{t("Tampilan")}</label>
          <select id="theme" value={shade} onChange={(event) => chooseTheme(event.target.value as Choice)}>
            <option value="machine">{t("Seperti perangkat")}</option>
            <option value="light">{t("Terang")}</option>
            <option value="dark">{t("Gelap")}</option>
          </select>
        </div>
        <button type="button" onClick={() => void signIn({ otherAccount: true })}>
          {t("Ganti akun")}
        </button>
        <button type="button" id="logout" onClick={() => void signOut()}>
          {t("Keluar")}
        </button>
      </div>
    </>
  );
}

function Keys({ close, offered }: { close: () => void; offered: { key: string; word: string }[] }) {
  const { t } = useTranslation();
  const line = (keys: ReactNode, word: string) => (
    <>
      <dt>{keys}</dt>
      <dd>{t(word)}</dd>
    </>
  );
  return (
    <Dialog title={t("Papan ketik")} close={close} id="keys">
      <dl className={css.keys}>
        {line(
          <>
            <kbd>j</kbd> <kbd>k</kbd>
          </>,
          "Baris berikut, baris sebelumnya",
        )}
        {line(<kbd>Enter</kbd>, "Buka aduan")}
        {line(<kbd>x</kbd>, "Pilih atau lepas")}
        {line(<kbd>a</kbd>, "Terima aduan")}
        {line(<kbd>r</kbd>, "Kembalikan sebagai salah tujuan")}
        {line(<kbd>/</kbd>, "Cari")}
        {line(<kbd>u</kbd>, "Kembali ke antrean")}
        {offered.map(({ key, word }) => (
          <div key={key} style={{ display: "contents" }}>
            {line(
              <>
                <kbd>g</kbd> <kbd>{key}</kbd>
              </>,
              word,
            )}
          </div>
        ))}
        {line(<kbd>?</kbd>, "Papan ketik")}
      </dl>
    </Dialog>
  );
}
