import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { resume, session, SignInUnavailable, signIn } from "../shared/auth/session";
import { useStore } from "../shared/lib/store";
import { connection } from "../shared/live/connection";
import { dismiss, notices } from "../shared/ui/notices";
import css from "./Gate.module.css";

const ASK_AGAIN = 3_000;
let resumed = false;

/** Lets in who is signed in; tells when the session or the connection is lost, and leaves the page as it is. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const state = useStore(session);
  const [waiting, setWaiting] = useState(false);
  const [failed, setFailed] = useState(false);

  /** The sign-in service may still be starting: say so and ask again until it is there. */
  const untilAvailable = async (action: () => Promise<void>) => {
    for (;;) {
      try {
        await action();
        setWaiting(false);
        return;
      } catch (failure) {
        if (!(failure instanceof SignInUnavailable)) {
          setFailed(true);
          session.set("signed-out");
          return;
        }
        setWaiting(true);
        await new Promise((done) => setTimeout(done, ASK_AGAIN));
      }
    }
  };

  useEffect(() => {
    if (!resumed) {
      resumed = true;
      void untilAvailable(resume);
    }
  }, []);

  if (state === "signed-in" || state === "expired") {
    return (
      <>
        <Banners />
        {children}
        <Notices />
      </>
    );
  }
  return (
    <main className={css.door}>
      <div className={`sheet ${css.card}`}>
        <span className={css.mark}>
          <img src="/favicon.svg" alt="" />
          Tanggap
        </span>
        {state === "signed-out" ? (
          <>
            <h1>{t("Meja kerja petugas")}</h1>
            <p>
              {t(
                "Untuk perangkat daerah, koordinator, dan pimpinan: membaca aduan, menjawab tepat waktu, dan melihat rekap.",
              )}
            </p>
            {failed && (
              <p className="error" role="alert">
                {t("Proses masuk terputus atau kedaluwarsa. Silakan masuk sekali lagi.")}
              </p>
            )}
            <button type="button" className="main" id="login" onClick={() => void untilAvailable(signIn)}>
              {t("Masuk")}
            </button>
          </>
        ) : (
          <h1>{t("Memeriksa sesi masuk")}</h1>
        )}
        {waiting && (
          <p className="hint" role="status">
            {t(
              "Layanan masuk sedang disiapkan. Saat pertama dinyalakan perlu waktu hingga satu menit; halaman ini mencoba lagi dengan sendirinya.",
            )}
          </p>
        )}
      </div>
    </main>
  );
}

function Banners() {
  const { t } = useTranslation();
  const lost = useStore(connection) === "lost";
  const expired = useStore(session) === "expired";
  return (
    <>
      {expired && (
        <div className={css.banner} role="alert" id="session-expired">
          <span>{t("Sesi Anda berakhir. Yang Anda ketik tersimpan di peramban ini dan kembali setelah masuk.")}</span>
          <button type="button" id="login-again" onClick={() => void signIn()}>
            {t("Masuk kembali")}
          </button>
        </div>
      )}
      {lost && (
        <div className={css.banner} data-kind="lost" role="status" id="connection-lost">
          {t("Sambungan terputus. Halaman menyambung lagi dengan sendirinya; yang Anda ketik tetap ada.")}
        </div>
      )}
    </>
  );
}

function Notices() {
  const { t } = useTranslation();
  const shown = useStore(notices);
  return (
    <div className={css.notices} role="status" aria-live="polite" id="staff-notice">
      {shown.map((notice) => (
        <div key={notice.id} className={css.notice} data-kind={notice.kind}>
          <span>{notice.text}</span>
          {notice.action && (
            <button
              type="button"
              onClick={() => {
                notice.action?.run();
                dismiss(notice.id);
              }}
            >
              {notice.action.word}
            </button>
          )}
          <button type="button" className="bare" aria-label={t("Tutup")} onClick={() => dismiss(notice.id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
