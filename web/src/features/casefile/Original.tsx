import { useEffect, useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call";
import { person } from "../../shared/auth/session";
import { Dialog, Failure, Time } from "../../shared/ui/parts";
import type { CaseFile } from "./case";
import css from "./CasePage.module.css";

const SHOWN_SECONDS = 60;
const PURPOSES = ["menangani aduan", "memeriksa kebenaran masking", "permintaan warga yang bersangkutan"];

interface OriginalWords {
  title?: string;
  text: string;
  address?: string;
  /** What the citizen wrote later. */
  added: { at: string; text: string }[];
}

/** The words as they were written lie in the vault: opened for a purpose, shown for a while, and written down. */
export function Original({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const { roles } = person();
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState(PURPOSES[0] ?? "");
  const [left, setLeft] = useState(0);
  const opening = useMutation({
    mutationFn: (why: string) => call<OriginalWords>(`/api/intake/v1/complaints/${file.id}/disclosure`, { method: "POST", body: { purpose: why } }),
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

  const mayOpen = roles.has("agency-admin") || roles.has("coordinator") || roles.has("division-staff");
  const ask = mayOpen && <button type="button" id="case-open" onClick={() => setAsking(true)}>{t("Buka isi asli")}</button>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (purpose.trim().length >= 3) {
      opening.mutate(purpose.trim());
    }
  };
  return (
    <div id="case-sealed">
      {opening.data && left > 0 ? (
        <div className={css.shown} role="region" aria-label={t("Isi asli")}>
          <p className="hint" role="timer">{t("Isi asli, tertutup lagi dalam {{n}} detik. Pembukaan ini tercatat atas nama Anda.", { n: left })}</p>
          {opening.data.title && <h2>{opening.data.title}</h2>}
          <p className="reading" id={file.text ? "case-original" : "case-text"}>{opening.data.text}</p>
          {opening.data.address && <p>{t("Lokasi")}: {opening.data.address}</p>}
          {opening.data.added.map(({ at, text }) => <div key={at}><p className="hint"><Time at={at} /></p><p className="reading">{text}</p></div>)}
          <div className="row"><button type="button" onClick={() => { setLeft(0); reset(); }}>{t("Tutup sekarang")}</button></div>
        </div>
      ) : file.text ? (
        mayOpen && <p className="row" style={{ marginTop: "1rem" }}><span className="hint">{t("Nomor identitas dan kontak disamarkan.")}</span>{ask}</p>
      ) : (
        <div className={css.sealed}>
          <p>{t("Aduan rahasia. Isinya tersimpan terkunci; setiap pembukaan dicatat beserta nama petugasnya.")}</p>
          {ask}
        </div>
      )}
      {asking && (
        <Dialog
          title={t("Buka isi asli")}
          close={() => setAsking(false)}
          actions={
            <>
              <button type="button" onClick={() => setAsking(false)}>{t("Batal")}</button>
              <button type="submit" form="original-form" className="main" id="original-open" disabled={opening.isPending || purpose.trim().length < 3}>{t("Buka selama satu menit")}</button>
            </>
          }
        >
          <form id="original-form" onSubmit={submit} className="stack">
            <p>{t("Sebutkan keperluannya. Nama Anda, waktu, dan keperluan ini dicatat.")}</p>
            <div className="field">
              <label htmlFor="original-purpose">{t("Keperluan")}</label>
              <input id="original-purpose" list="original-purposes" maxLength={200} value={purpose} onChange={(event) => setPurpose(event.target.value)} />
              <datalist id="original-purposes">{PURPOSES.map((one) => <option key={one} value={one} />)}</datalist>
            </div>
            {opening.isError && <Failure of={opening.error} inline />}
          </form>
        </Dialog>
      )}
    </div>
  );
}
