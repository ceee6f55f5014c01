import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Problem } from "../../shared/api/problem";
import { useClockName } from "../../shared/api/clocks";
import { useCategories } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { isUnseen } from "../../shared/lib/unseen";
import { channelWord, typeWord, visibilityWord } from "../../shared/lib/words";
import { useChanges } from "../../shared/live/changes";
import { Each } from "../../shared/ui/Each";
import { Marked } from "../../shared/ui/Marked";
import { Bones, Countdown, Failure, Heading, Status, Time } from "../../shared/ui/parts";
import { useKeys } from "../../shared/ui/useKeys";
import { Answer } from "./Answer";
import { attachmentsOf } from "./attachments";
import { caseQuery, foundQuery, possibility, type CaseFile } from "./case";
import css from "./CasePage.module.css";
import { Clocks, SopProgress } from "./Clocks";
import { Conversation } from "./Conversation";
import { Deeds } from "./Deeds";
import { Dispositions } from "./Dispositions";
import { Evidence } from "./Evidence";
import { Original } from "./Original";
import { Photos } from "./Photos";
import { Place } from "./Place";
import { Answered, LastSaid } from "./Said";
import { Timeline } from "./Timeline";

/** Who may see the delivery ledger. */
const WATCH_DELIVERIES = ["coordinator", "auditor"];

export function CasePage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/kasus/$id" });
  const found = useQuery(caseQuery(id));
  const people = useChanges(id);
  useKeys({ u: () => history.back() });
  if (found.isPending) {
    return (
      <div className="page">
        <div className="sheet">
          <Bones lines={9} />
        </div>
      </div>
    );
  }
  if (!found.data) {
    return found.error instanceof Problem && found.error.status === 404 ? (
      <div className="page stack">
        <Heading name={t("Kasus tidak ditemukan")}>{t("Kasus tidak ditemukan")}</Heading>
        <p id="case-missing">{t("Kasus ini tidak ada, atau ditangani oleh instansi lain.")}</p>
        <p>
          <Link to="/">{t("Kembali ke antrean")}</Link>
        </p>
      </div>
    ) : (
      <div className="page">
        <Failure of={found.error} retry={() => void found.refetch()} />
      </div>
    );
  }
  return <File key={id} file={found.data} people={people} />;
}

function File({ file, people }: { file: CaseFile; people: string[] }) {
  const { t } = useTranslation();
  const { cari } = useSearch({ from: "/kasus/$id" });
  const { data: found } = useQuery({ ...foundQuery(file.id, cari ?? ""), enabled: !!cari });
  return (
    <div className="page stack">
      <div className={css.head}>
        <Link to="/" aria-label={t("Kembali ke antrean")}>
          ←
        </Link>
        <Heading name={t("Aduan {{number}}", { number: file.number })}>
          <span className="unseen">{t("Aduan")} </span>
          {file.number}
        </Heading>
        <Status of={file.status} id="case-status" />
        {file.visibility !== "PUBLIC" && <span className="hint">{t(visibilityWord(file.visibility))}</span>}
        {people.length > 0 && (
          <span className={css.people} role="status" id="case-people">
            {t("{{names}} juga membuka aduan ini", { names: people.join(", ") })}
          </span>
        )}
      </div>
      <div className={css.columns}>
        <div className={css.main}>
          <section className={`sheet ${css.complaint}`} aria-label={t("Isi aduan")}>
            <div className={attachmentsOf(file).length > 0 ? css.beside : undefined}>
              <div>
                {file.title && (
                  <h2 id="case-title" dir="auto">
                    <Marked text={file.title} found={found} />
                  </h2>
                )}
                {file.text && (
                  <p className="reading" id="case-text" dir="auto">
                    <Marked text={file.text} found={found} />
                  </p>
                )}
                {file.text && isUnseen(file.text) && <p className="hint">{t("Isinya tanpa huruf yang terbaca.")}</p>}
              </div>
              <Photos file={file} />
            </div>
            <Original file={file} />
            <Place file={file} />
          </section>
          <Deeds file={file} />
          <Conversation file={file} />
          <Answered file={file} />
          <LastSaid file={file} />
          {possibility(file, "DRAFT")?.allowed || file.draft ? <Answer file={file} /> : null}
          <Dispositions file={file} />
          <section className="sheet stack" aria-labelledby="timeline-heading">
            <h2 id="timeline-heading">{t("Perjalanan aduan")}</h2>
            <Timeline file={file} />
          </section>
        </div>
        <aside className={css.side} aria-label={t("Keterangan")}>
          <section className="stack">
            <h2>{t("Tenggat berikutnya")}</h2>
            <NextDeadline file={file} />
            <Facts file={file} />
            {WATCH_DELIVERIES.some((role) => person().roles.has(role)) && (
              <p>
                <Link to="/pengiriman" search={{ aduan: file.id }} id="case-deliveries">
                  {t("Yang dikirim kepada warga")}
                </Link>
              </p>
            )}
          </section>
          <Clocks id={file.id} />
          <SopProgress id={file.id} />
          <Evidence file={file} />
          <section className="stack">
            <h2>{t("Yang telah membuka")}</h2>
            <ul className={css.files} id="case-lookers">
              <Each of={file.lookers} by={({ name }) => name}>
                {({ name, lastAt, times }) => (
                  <li>
                    <span>
                      <bdi>{name}</bdi>
                      {times > 1 ? ` (${times}×)` : ""}
                    </span>
                    <span className="hint">
                      <Time at={lastAt} />
                    </span>
                  </li>
                )}
              </Each>
              {file.lookers.length === 0 && <li className="hint">{t("Belum ada.")}</li>}
            </ul>
          </section>
        </aside>
      </div>
    </div>
  );
}

/** The nearest clock that runs, by its name; none does while the citizen is asked. */
function NextDeadline({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const clockName = useClockName();
  if (file.status === "NEEDS_INFO" && !file.nextDueAt) {
    return <p id="case-due">{t("Dijeda sampai warga membalas")}</p>;
  }
  return (
    <>
      <Countdown dueAt={file.nextDueAt} since={file.dispatchedAt} name={clockName(file.nextClock)} id="case-due" />
      {file.nextDueAt && (
        <p className="hint">
          <Time at={file.nextDueAt} />
        </p>
      )}
    </>
  );
}

function Facts({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const category = useCategories(file.government).find(({ id }) => id === file.category)?.name ?? file.category;
  const fact = (word: string, value: React.ReactNode) =>
    value && (
      <>
        <dt>{t(word)}</dt>
        <dd>{value}</dd>
      </>
    );
  return (
    <dl className={css.facts}>
      {fact("Janji kepada warga", file.dueAt && <Time at={file.dueAt} />)}
      {fact("Instansi", file.agencyName)}
      {fact("Bidang", file.divisionName)}
      {fact("Petugas", file.assigneeName)}
      {fact("Diterima warga", <Time at={file.receivedAt} />)}
      {fact("Masuk ke instansi", <Time at={file.dispatchedAt} />)}
      {fact("Alasan tujuan", file.dispatchReason)}
      {fact("Mulai ditangani", file.acceptedAt && <Time at={file.acceptedAt} />)}
      {fact("Kategori", category)}
      {fact("Jenis", t(typeWord(file.type)))}
      {fact("Sifat", t(visibilityWord(file.visibility)))}
      {fact("Kanal", t(channelWord(file.channel)))}
      {fact("Pindah instansi", file.hop > 0 && t("{{n}} kali", { n: file.hop }))}
    </dl>
  );
}
