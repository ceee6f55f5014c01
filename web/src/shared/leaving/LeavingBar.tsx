import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { desk, take } from "../api/call";
import { useStore } from "../lib/store";
import { say, warn } from "../ui/notices";
import { useKeys } from "../ui/useKeys";
import { fateOf } from "./left";
import { goNow, goWithThePage, leaving, takeBack, toldBefore, type Leaving } from "./leaving";
import css from "./LeavingBar.module.css";
import { STAYED, WENT } from "./words";

const TICK = 250;

/** What was ordered and has not left, on whatever page: to be taken back, or to leave at once. */
export function LeavingBar() {
  const all = useStore(leaving);
  const latest = all.at(-1);
  useLeftBehind();
  useKeys(latest ? { z: () => takeBack(latest.about) } : {});
  useEffect(() => {
    addEventListener("pagehide", goWithThePage);
    return () => removeEventListener("pagehide", goWithThePage);
  }, []);
  return (
    <div className={css.bar} role="status" id="leaving">
      <ul>
        {all.map((one) => (
          <OnItsWay key={one.about} order={one} latest={one === latest} />
        ))}
      </ul>
    </div>
  );
}

function OnItsWay({ order: { about, said, letter, at, state }, latest }: { order: Leaving; latest: boolean }) {
  const { t } = useTranslation();
  const back = useRef<HTMLButtonElement>(null);
  useFocusMeanwhile(back, letter !== undefined);
  return (
    <li onKeyDown={(event) => event.key === "Escape" && takeBack(about)}>
      <span>{said}</span>
      <span className="row">
        <Seconds to={at} />
        <button ref={back} type="button" className="main take-back" onClick={() => takeBack(about)}>
          {t("Batalkan")}
          {latest && (
            <>
              {" "}
              <kbd aria-hidden="true">z</kbd>
            </>
          )}
          <span className="unseen">: {said}</span>
        </button>
        <button type="button" className="send-now" disabled={state === "sending"} onClick={() => void goNow(about)}>
          {t("Kirim sekarang")}
          <span className="unseen">: {said}</span>
        </button>
      </span>
    </li>
  );
}

/** For the eyes alone: read out each second it would drown everything else. */
function Seconds({ to }: { to: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, []);
  return (
    <span className={css.seconds} aria-hidden="true">
      {Math.max(0, Math.ceil((to - now) / 1_000))}
    </span>
  );
}

/** Who pressed the button can press again at once, whether by eye or by ear; then the focus goes back to where it was. */
function useFocusMeanwhile(button: { readonly current: HTMLElement | null }, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) {
      return;
    }
    const before = document.activeElement;
    const shown = button.current;
    shown?.focus();
    return () => {
      if (document.activeElement === shown || document.activeElement === document.body) {
        const home = before instanceof HTMLElement && before.isConnected ? before : undefined;
        setTimeout(() => (home ?? document.querySelector<HTMLElement>("h1"))?.focus());
      }
    };
  }, [button, wanted]);
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
