import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import css from "./Recap.module.css";
import type { RecapState } from "./recap";
import { recapStateWord } from "./words";

const TONE: Record<RecapState, string> = {
  RUNNING: "quiet",
  DUE: "late",
  COMPILED: "new",
  EVALUATED: "new",
  DISPOSED: "wait",
  ARCHIVED: "good",
};

const ring = <circle cx="8" cy="8" r="6.5" />;
const SHAPE: Record<RecapState, ReactNode> = {
  RUNNING: (
    <>
      {ring}
      <path d="M8 4v4l3 2" />
    </>
  ),
  DUE: (
    <>
      {ring}
      <path d="M8 4.5v4M8 10.5v1.2" />
    </>
  ),
  COMPILED: (
    <>
      <path d="M3 1.5h7l3 3v10H3Z" strokeLinejoin="round" />
      <path d="M5.5 8h5M5.5 11h5" />
    </>
  ),
  EVALUATED: <path d="m2 8.5 4 4 8-9" />,
  DISPOSED: (
    <>
      <path d="M2 13.5 3 10l8-8 3 3-8 8Z" strokeLinejoin="round" />
    </>
  ),
  ARCHIVED: (
    <>
      <rect x="1.5" y="2" width="13" height="4" rx="1" />
      <path d="M2.5 6v8h11V6M6 9h4" />
    </>
  ),
};

/** How far a recap has come: shape, word and colour say the same. One that nobody owes waits for nobody. */
export function RecapStatus({ of, owed, id }: { of: RecapState; owed: boolean; id?: string }) {
  const { t } = useTranslation();
  const waits = owed || of !== "DUE";
  return (
    <span className={css.chip} data-tone={waits ? TONE[of] : "quiet"} data-state={of} data-owed={owed} id={id}>
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
        {waits ? SHAPE[of] : SHAPE.ARCHIVED}
      </svg>
      {t(waits ? recapStateWord(of) : "Data impor")}
    </span>
  );
}
