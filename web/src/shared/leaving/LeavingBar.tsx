import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { desk, take } from "../api/call";
import { useStore } from "../lib/store";
import { say, warn } from "../ui/notices";
import { fateOf } from "./left";
import { goNow, goWithThePage, leaving, takeBack, toldBefore, type Leaving } from "./leaving";
import css from "./LeavingBar.module.css";
import { GOES, STAYED, WENT } from "./words";

const TICK = 250;

/** What goes to a citizen in a moment, on whatever page: to be taken back, or to be sent at once. */
export function LeavingBar() {
  const { t } = useTranslation();
  const all = useStore(leaving);
  useLeftBehind();
  useEffect(() => {
    addEventListener("pagehide", goWithThePage);
    return () => removeEventListener("pagehide", goWithThePage);
  }, []);
  return (
    all.length > 0 && (
      <section className={css.bar} aria-label={t("Akan dikirim kepada warga")} id="leaving">
        {all.map((one) => (
          <OnItsWay key={one.id} letter={one} />
        ))}
      </section>
    )
  );
}

function OnItsWay({ letter: { id, number, act, at, state } }: { letter: Leaving }) {
  const { t } = useTranslation();
  const left = useSecondsTo(at);
  const back = useRef<HTMLButtonElement>(null);
  useFocusMeanwhile(back);
  return (
    <div
      className={css.letter}
      data-leaving={id}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          takeBack(id);
        }
      }}
    >
      <span className="unseen" role="status">
        {t(GOES[act], { number, n: 10 })} {t("Selama itu dapat dibatalkan.")}
      </span>
      <strong aria-hidden="true">{t(GOES[act], { number, n: left })}</strong>
      <span className="row">
        <button ref={back} type="button" className="main" id="leaving-back" onClick={() => takeBack(id)}>
          {t("Batalkan")}
        </button>
        <button type="button" id="send-now" disabled={state === "sending"} onClick={() => void goNow(id)}>
          {t("Kirim sekarang")}
        </button>
      </span>
    </div>
  );
}

function useSecondsTo(at: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1_000));
}

/** Who pressed the button can press again at once, whether by eye or by ear; then the focus goes back to where it was. */
function useFocusMeanwhile(button: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const before = document.activeElement;
    const shown = button.current;
    shown?.focus();
    return () => {
      if (document.activeElement === shown || document.activeElement === document.body) {
        const home = before instanceof HTMLElement && before.isConnected ? before : undefined;
        setTimeout(() => (home ?? document.querySelector<HTMLElement>("h1"))?.focus());
      }
    };
  }, [button]);
}

/** What the page before left behind is looked for, and told. */
function useLeftBehind(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => {
    const over = new AbortController();
    const pause = (millis: number) => new Promise<void>((done) => setTimeout(done, millis));
    const read = (id: string) => take(desk.GET("/api/response/v1/cases/{id}", { params: { path: { id } } }));
    const look = () => {
      for (const told of toldBefore()) {
        fateOf(told, read, pause).then(
          (fate) => {
            const { id, number, act } = told;
            const open = { word: t("Buka aduan"), run: () => void navigate({ to: "/kasus/$id", params: { id } }) };
            if (fate === "went") {
              say(t(WENT[act], { number }));
            } else if (fate === "stayed") {
              warn(t(STAYED[act], { number }), open);
            }
          },
          // Asked again at the next start.
          () => undefined,
        );
      }
    };
    look();
    addEventListener("pageshow", (event) => event.persisted && look(), { signal: over.signal });
    return () => over.abort();
  }, [navigate, t]);
}
