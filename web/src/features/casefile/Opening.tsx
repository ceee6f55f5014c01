import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Dialog, Failure } from "../../shared/ui/parts";
import css from "./CasePage.module.css";

const SHOWN_SECONDS = 60;
/** As they stand in the access log, in whatever language the page speaks. */
export const TO_READ = ["menangani aduan", "memeriksa kebenaran masking", "permintaan warga yang bersangkutan"];

/** One part of the vault: asked for, shown, and shut again. */
export interface Opening<T> {
  shown: T | undefined;
  secondsLeft: number;
  asking: boolean;
  ask: () => void;
  shut: () => void;
  open: (purpose: string) => void;
  busy: boolean;
  failure: Error | null;
}

export function useOpening<T>(unlock: (purpose: string) => Promise<T>): Opening<T> {
  const [asking, setAsking] = useState(false);
  const [left, setLeft] = useState(0);
  const opening = useMutation({
    mutationFn: unlock,
    onSuccess: () => {
      setAsking(false);
      setLeft(SHOWN_SECONDS);
    },
    gcTime: 0,
  });
  const { reset } = opening;
  useEffect(() => {
    if (left <= 0) {
      return;
    }
    const timer = setTimeout(() => {
      setLeft(left - 1);
      if (left === 1) {
        reset();
      }
    }, 1_000);
    return () => clearTimeout(timer);
  }, [left, reset]);
  return {
    shown: left > 0 ? opening.data : undefined,
    secondsLeft: left,
    asking,
    ask: () => setAsking(true),
    shut: () => {
      setAsking(false);
      setLeft(0);
      reset();
    },
    open: opening.mutate,
    busy: opening.isPending,
    failure: opening.error,
  };
}

export function Shown<T>({ of, name, children }: { of: Opening<T>; name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={css.shown} role="region" aria-label={name}>
      <p className="hint" role="timer">
        {t("{{what}}, tertutup lagi dalam {{n}} detik. Pembukaan ini tercatat atas nama Anda.", {
          what: name,
          n: of.secondsLeft,
        })}
      </p>
      {children}
      <div className="row">
        <button type="button" onClick={of.shut}>
          {t("Tutup sekarang")}
        </button>
      </div>
    </div>
  );
}

export function Purpose<T>({ of, title, usual }: { of: Opening<T>; title: string; usual: string[] }) {
  const { t } = useTranslation();
  const [purpose, setPurpose] = useState(usual[0] ?? "");
  const ready = purpose.trim().length >= 3 && !of.busy;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) {
      of.open(purpose.trim());
    }
  };
  return (
    of.asking && (
      <Dialog
        title={title}
        close={of.shut}
        actions={
          <>
            <button type="button" onClick={of.shut}>
              {t("Batal")}
            </button>
            <button type="submit" form="purpose-form" className="main" id="original-open" disabled={!ready}>
              {t("Buka selama satu menit")}
            </button>
          </>
        }
      >
        <form id="purpose-form" onSubmit={submit} className="stack">
          <p>{t("Sebutkan keperluannya. Nama Anda, waktu, dan keperluan ini dicatat.")}</p>
          <div className="field">
            <label htmlFor="original-purpose">{t("Keperluan")}</label>
            <input
              id="original-purpose"
              list="original-purposes"
              maxLength={200}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
            <datalist id="original-purposes">
              {usual.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </div>
          {of.failure && <Failure of={of.failure} inline />}
        </form>
      </Dialog>
    )
  );
}
