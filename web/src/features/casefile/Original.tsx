import { Fragment, useEffect, useState, type FormEvent, type ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { intake, take } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { wayWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Dialog, Failure, Time } from "../../shared/ui/parts";
import type { CaseFile } from "./case";
import { handlesOf } from "./handles";
import css from "./CasePage.module.css";

const SHOWN_SECONDS = 60;
/** As they stand in the access log, in whatever language the page speaks. */
const TO_READ = ["menangani aduan", "memeriksa kebenaran masking", "permintaan warga yang bersangkutan"];
const TO_CONTACT = ["menghubungi warga", "memastikan lokasi aduan"];

/** What lies in the vault, the words as they were written and the person: opened for a purpose, shown for a while, written down. */
export function Original({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const { roles } = person();
  const path = { params: { path: { id: file.id } } };
  const words = useOpening((purpose) =>
    take(intake.POST("/api/intake/v1/complaints/{id}/disclosure", { ...path, body: { purpose } })),
  );
  const identity = useOpening((purpose) =>
    take(intake.POST("/api/intake/v1/complaints/{id}/identity", { ...path, body: { purpose } })),
  );
  const ofTheAgency = roles.has("agency-admin");
  const coordinates = roles.has("coordinator");
  const hidden = file.visibility !== "PUBLIC" && !coordinates;
  const original = words.shown;
  const contact = identity.shown;
  return (
    <div id="case-sealed">
      {original && (
        <Shown of={words} name={t("Isi asli")}>
          {original.title && <h2>{original.title}</h2>}
          <p className="reading" id={file.text ? "case-original" : "case-text"}>
            {original.text}
          </p>
          {original.address && (
            <p>
              {t("Lokasi")}: {original.address}
            </p>
          )}
          <Each of={original.added} as="div" by={({ at }) => at}>
            {({ at, text }) => (
              <div>
                <p className="hint">
                  <Time at={at} />
                </p>
                <p className="reading">{text}</p>
              </div>
            )}
          </Each>
        </Shown>
      )}
      {contact && (
        <Shown of={identity} name={t("Identitas warga")}>
          {contact.name || handlesOf(contact).length > 0 ? (
            <dl className={css.facts} id="case-identity">
              {contact.name && (
                <>
                  <dt>{t("Nama")}</dt>
                  <dd>{contact.name}</dd>
                </>
              )}
              {handlesOf(contact).map((handle) => (
                <Fragment key={`${handle.way} ${handle.account ?? ""} ${handle.address}`}>
                  <dt>{t(wayWord(handle.way))}</dt>
                  <dd>
                    <Reach {...handle} />
                  </dd>
                </Fragment>
              ))}
            </dl>
          ) : (
            <p id="case-identity">{t("Warga tidak meninggalkan nama atau kontak.")}</p>
          )}
        </Shown>
      )}
      <div className={file.text || original ? css.openings : css.sealed}>
        <p className="hint">
          {file.text
            ? t("Nomor identitas dan kontak disamarkan.")
            : t("Aduan rahasia. Isinya tersimpan terkunci; setiap pembukaan dicatat beserta nama petugasnya.")}
          {ofTheAgency && hidden && ` ${t("Warga meminta namanya disembunyikan; koordinator dapat menghubunginya.")}`}
        </p>
        <div className="row">
          {(ofTheAgency || coordinates || roles.has("division-staff")) && !original && (
            <button type="button" id="case-open" onClick={words.ask}>
              {t("Buka isi asli")}
            </button>
          )}
          {(ofTheAgency || coordinates) && !hidden && !contact && (
            <button type="button" id="identity-open" onClick={identity.ask}>
              {t("Buka identitas")}
            </button>
          )}
        </div>
      </div>
      <Purpose of={words} title={t("Buka isi asli")} usual={TO_READ} />
      <Purpose of={identity} title={t("Buka identitas")} usual={TO_CONTACT} />
    </div>
  );
}

const SCHEMES: Record<string, string> = { PHONE: "tel:", SMS: "sms:", EMAIL: "mailto:" };

/** An address, to be used at once where a program of the officer's can. */
function Reach({ way, address }: { way: string; address: string }) {
  const scheme = SCHEMES[way];
  return scheme ? <a href={scheme + address}>{address}</a> : address;
}

/** One part of the vault: asked for, shown, and shut again. */
interface Opening<T> {
  shown: T | undefined;
  secondsLeft: number;
  asking: boolean;
  ask: () => void;
  shut: () => void;
  open: (purpose: string) => void;
  busy: boolean;
  failure: Error | null;
}

function useOpening<T>(unlock: (purpose: string) => Promise<T>): Opening<T> {
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

function Shown<T>({ of, name, children }: { of: Opening<T>; name: string; children: ReactNode }) {
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

function Purpose<T>({ of, title, usual }: { of: Opening<T>; title: string; usual: string[] }) {
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
