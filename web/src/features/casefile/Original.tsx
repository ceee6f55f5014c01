import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { intake, take } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { wayWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Time } from "../../shared/ui/parts";
import type { CaseFile } from "./case";
import { handlesOf } from "./handles";
import { Purpose, Shown, TO_READ, useOpening } from "./Opening";
import css from "./CasePage.module.css";

/** As they stand in the access log, in whatever language the page speaks. */
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
