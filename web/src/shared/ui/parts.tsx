import { useEffect, useId, useRef, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";
import { deadline, spanWords } from "../lib/deadline";
import { isTime, moment } from "../lib/time";
import { statusWord } from "../lib/desk";
import { useNow } from "./now";
import css from "./parts.module.css";

/** The heading of a page: names the window and takes the focus, so that who listens knows where they are. */
export function Heading({ children, name }: { children: ReactNode; name: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${name} – Tanggap`;
  }, [name]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

const TONE: Record<string, string> = {
  DISPATCHED: "new",
  IN_PROGRESS: "new",
  DISPOSED: "new",
  NEEDS_INFO: "wait",
  OBJECTED: "late",
  ANSWERED: "good",
  RESOLVED: "good",
};

/** Shape, word and colour say the same; none of them alone. */
export function Status({ of, id }: { of: string; id?: string }) {
  const { t } = useTranslation();
  return (
    <span className={css.status} data-tone={TONE[of] ?? "quiet"} id={id}>
      <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
        {SHAPE[of] ?? SHAPE.CLOSED}
      </svg>
      {t(statusWord(of))}
    </span>
  );
}

const ring = <circle cx="8" cy="8" r="6.5" />;
const SHAPE: Record<string, ReactNode> = {
  DISPATCHED: ring,
  IN_PROGRESS: (
    <>
      {ring}
      <path d="M8 1.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" stroke="none" />
    </>
  ),
  DISPOSED: (
    <>
      <path d="M2 3v6.5h10" />
      <path d="m9 6 3.5 3.5L9 13" />
    </>
  ),
  NEEDS_INFO: (
    <>
      <path d="M5 1.5h6M5 14.5h6M5.5 2c0 4 5 4 5 6s-5 2-5 6M10.5 2c0 4-5 4-5 6s5 2 5 6" strokeWidth="1.5" />
    </>
  ),
  OBJECTED: (
    <>
      <path d="M8 1.8 14.8 14H1.2Z" strokeLinejoin="round" />
      <path d="M8 6v4M8 11.4v1.2" strokeWidth="1.6" />
    </>
  ),
  ANSWERED: <path d="m2 8.5 4 4 8-9" />,
  RESOLVED: (
    <>
      <path d="m1 8.5 3.5 3.5L11 4.5" />
      <path d="m7.5 11.5.5.5L15 4.5" />
    </>
  ),
  CLOSED: (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" />
      <path d="m5 8 2.2 2.2L11 6" />
    </>
  ),
  WITHDRAWN: <path d="m3 3 10 10M13 3 3 13" />,
  MERGED: <path d="M3 2v3c0 3 5 3 5 6v3M13 2v3c0 3-5 3-5 6" />,
  REFERRED: (
    <>
      <path d="M9 2h5v5M14 2 7 9" />
      <path d="M12 9.5V14H2V4h4.5" />
    </>
  ),
};

/** How much time is left, in words, with a thin bar of what is used up. */
export function Countdown({
  dueAt,
  since,
  name,
  id,
}: {
  dueAt: string | undefined;
  since: string;
  /** Of which clock. */
  name?: string | undefined;
  id?: string;
}) {
  const { t } = useTranslation();
  const now = useNow();
  if (!isTime(dueAt)) {
    return <span className="hint">{dueAt ?? "–"}</span>;
  }
  const { urgency, sentence, span, used } = deadline(dueAt, since, now);
  return (
    <span className={css.deadline} data-urgency={urgency} id={id} title={moment(dueAt)}>
      <strong>{t(sentence, { span: spanWords(span, (key, values) => t(key, values)) })}</strong>
      {name && <small>{name}</small>}
      <span className={css.bar} aria-hidden="true">
        <i style={{ transform: `scaleX(${used})` }} />
      </span>
    </span>
  );
}

export const Time = ({ at }: { at: string }) => <time dateTime={at}>{moment(at)}</time>;

/** A table that may be wider than its place: scrolled by keyboard too, and no landmark of its own. */
export function Scroll({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={name}>
      {children}
    </div>
  );
}

/** What stands in for lines that are on their way. */
export function Bones({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <div className={css.bones} role="status">
      <span className="unseen">{t("Sedang dimuat")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="bone" style={{ width: `${92 - ((line * 17) % 45)}%` }} aria-hidden="true" />
      ))}
    </div>
  );
}

export function Empty({ title, children, id }: { title: string; children?: ReactNode; id?: string }) {
  return (
    <div className={css.state} id={id}>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d="M3 13.5 6 4h12l3 9.5V20H3ZM3 13.5h5.5a3.5 3.5 0 0 0 7 0H21" strokeLinejoin="round" />
      </svg>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** A page or a part of it that could not be had: why, and what helps. */
export function Failure({
  of,
  retry,
  inline = false,
}: {
  of: unknown;
  retry?: (() => void) | undefined;
  inline?: boolean;
}) {
  const { t } = useTranslation();
  const problem =
    of instanceof Problem
      ? of
      : new Problem(0, "Halaman ini gagal dimuat", "Muat ulang halaman; yang Anda ketik tetap tersimpan.");
  const again = retry && problem.passes && (
    <button type="button" id="retry" onClick={retry}>
      {t("Coba lagi")}
    </button>
  );
  if (inline) {
    return (
      <div className={css.inline} role="alert">
        <strong>{t(problem.title)}</strong>
        <span>
          {t(problem.detail)} {problem.errors.map(({ message }) => message).join(" ")}
        </span>
        {again}
      </div>
    );
  }
  return (
    <div className={css.state} role="alert">
      <h2>{t(problem.title)}</h2>
      <p>{t(problem.detail)}</p>
      {again}
    </div>
  );
}

interface DialogProps {
  title: string;
  /** Left out where one of the actions has to be chosen. */
  close?: () => void;
  children: ReactNode;
  actions?: ReactNode;
  id?: string;
}

/** A native dialog: the browser keeps the focus inside and gives it back. */
export function Dialog({ title, close, children, actions, id }: DialogProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const shown = box.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={box}
      id={id}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      <div className={css.dialogHead}>
        <h2 id={heading}>{title}</h2>
        {close && (
          <button type="button" className="bare" onClick={close} aria-label={t("Tutup")}>
            ✕
          </button>
        )}
      </div>
      <div className="stack">{children}</div>
      {actions && <div className={css.dialogFoot}>{actions}</div>}
    </dialog>
  );
}
