import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { reporting, take, type ReportingSchemas } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { useKept } from "../../shared/kept/useKept";
import { number } from "../../shared/lib/time";
import { roleWord } from "../../shared/lib/words";
import { say } from "../../shared/ui/notices";
import { Dialog, Failure, Time } from "../../shared/ui/parts";
import css from "./Recap.module.css";
import { ofMonth } from "./queries";
import { dispositionOf, evaluationOf, inHand, owedBy, remarksOf, type Act, type Deed, type RecapView } from "./recap";

type Text = ReportingSchemas["Text"];

const RECAP = "/api/reporting/v1/recaps/{government}/{month}";
const MOST = 20_000;

/** One thing done with the recap. What somebody else did meanwhile is read anew. */
function useDeed<T>(
  month: string,
  act: (path: { params: { path: ReturnType<typeof ofMonth> } }, input: T) => Promise<RecapView>,
  done: () => void,
) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (input: T) => act({ params: { path: ofMonth(month) } }, input),
    onSuccess: (recap) => {
      queries.setQueryData(["recap", month, ""], recap);
      done();
      void navigate({
        to: "/rekap/$month",
        params: { month },
        search: ({ lihat }) => (lihat ? { lihat } : {}),
        replace: true,
      });
      void queries.invalidateQueries({ queryKey: ["recaps"] });
      void queries.invalidateQueries({ queryKey: ["recap", month, "now"] });
    },
    onError: (failure) => {
      if (failure instanceof Problem && failure.status === 409) {
        void queries.invalidateQueries({ queryKey: ["recap", month] });
      }
    },
  });
}

/** Where the recap stands, who acts next, and what the reader may do with it now. */
export function Acts({ recap }: { recap: RecapView }) {
  const { t } = useTranslation();
  const version = inHand(recap)?.version;
  const may = (act: Act) => recap.acts.includes(act);
  // Only who has the version before their eyes judges it.
  const reads = version !== undefined && recap.version === version;
  const judges = may("WRITE_EVALUATION") || may("DECIDE") || may("DISPOSE") || may("ARCHIVE");
  const next = owedBy(recap);
  const remarks = recap.state === "DUE" || recap.state === "COMPILED" ? remarksOf(recap) : undefined;
  const evaluation = evaluationOf(recap);
  const disposition = dispositionOf(recap);
  return (
    <section className={`sheet stack ${css.acts}`} aria-labelledby="recap-acts-heading" id="recap-acts">
      <h2 id="recap-acts-heading">{t("Evaluasi dan disposisi")}</h2>
      {next && <p id="recap-next">{t("Langkah berikut: {{who}}.", { who: t(roleWord(next)) })}</p>}
      {recap.state === "RUNNING" && (
        <p className="hint">{t("Bulan belum berakhir. Rekap disusun dengan sendirinya setelah bulan berakhir.")}</p>
      )}
      {remarks && <Said title={t("Catatan pengembalian")} deed={remarks} tone="soon" id="recap-remarks" />}
      {evaluation && (!may("WRITE_EVALUATION") || !reads) && (
        <Said title={t("Evaluasi")} deed={evaluation} id="recap-evaluation" />
      )}
      {disposition && <Said title={t("Disposisi")} deed={disposition} tone="good" id="recap-disposition" />}
      {judges && !reads && version !== undefined && (
        <p className={css.told}>
          {t("Yang Anda baca bukan versi yang dinilai.")}{" "}
          <Link to="/rekap/$month" params={{ month: recap.month }} search={{}}>
            {t("Buka versi {{n}}", { n: number(version) })}
          </Link>
        </p>
      )}
      {may("COMPILE") || recap.compiling ? <Compile recap={recap} /> : null}
      {reads && may("WRITE_EVALUATION") && (
        <Evaluation key={`${version} ${evaluation?.at}`} recap={recap} version={version} written={evaluation} />
      )}
      {reads && may("DECIDE") && <Decision key={version} recap={recap} version={version} />}
      {reads && may("DISPOSE") && <Disposition recap={recap} version={version} />}
      {reads && may("ARCHIVE") && <Archive recap={recap} version={version} />}
      {recap.state === "ARCHIVED" && recap.seal && (
        <div className={css.sealed} id="recap-sealed">
          <b>{t("Rekap ini sudah diarsipkan dan tidak berubah lagi.")}</b>
          <p className="hint">
            {t(
              "Segel di bawah ini memuat semua versi dan semua yang dilakukan; bandingkan dengan yang tercetak pada dokumen.",
            )}
          </p>
          <code className={css.seal} id="recap-seal">
            {recap.seal}
          </code>
        </div>
      )}
      {recap.acts.length === 0 && recap.state !== "ARCHIVED" && (
        <p className="hint" id="recap-reading">
          {t("Anda membaca rekap ini; langkah sekarang bukan bagian Anda.")}
        </p>
      )}
    </section>
  );
}

function Said({ title, deed, tone, id }: { title: string; deed: Deed; tone?: "soon" | "good"; id: string }) {
  return (
    <div className={css.said} data-tone={tone} id={id}>
      <h3>{title}</h3>
      <p className={css.words}>{deed.text}</p>
      <p className="hint">
        {deed.by}
        {deed.by && ", "}
        <Time at={deed.at} />
      </p>
    </div>
  );
}

function Compile({ recap }: { recap: RecapView }) {
  const { t } = useTranslation();
  const compiling = useDeed<undefined>(
    recap.month,
    (path) => take(reporting.POST(`${RECAP}/versions`, path)),
    () => say(t("Rekap sedang disusun.")),
  );
  const word =
    recap.state === "RUNNING" ? "Susun rekap sementara" : recap.state === "DUE" ? "Susun rekap" : "Susun ulang";
  if (recap.compiling || compiling.isPending) {
    return (
      <div className="stack" role="status" id="recap-compiling">
        <p>
          <b>{t("Rekap sedang disusun…")}</b>{" "}
          {t("Setiap aduan bulan ini dibaca dan dicap; Anda boleh meninggalkan halaman.")}
        </p>
        <progress className={css.progress} aria-label={t("Rekap sedang disusun…")} />
      </div>
    );
  }
  return (
    <div className="stack">
      {compiling.isError && <Failure of={compiling.error} inline />}
      <div>
        <button
          type="button"
          id="recap-compile"
          className={recap.state === "DUE" ? "main" : undefined}
          onClick={() => compiling.mutate()}
        >
          {t(word)}
        </button>
      </div>
    </div>
  );
}

interface FormProps {
  recap: RecapView;
  version: number;
}

function Form({
  title,
  id,
  send,
  failure,
  children,
  ready,
  pending,
  word,
  instead,
}: {
  title: string;
  id: string;
  send: () => void;
  failure: unknown;
  children: ReactNode;
  ready: boolean;
  pending: boolean;
  word: string;
  /** What else can be done. */
  instead?: ReactNode;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !pending) {
      send();
    }
  };
  return (
    <form className={css.form} id={id} onSubmit={submit} aria-label={title}>
      {children}
      {failure != null && <Failure of={failure} inline />}
      <div className="row">
        <button type="submit" className="main" id={`${id}-send`} disabled={!ready || pending} aria-busy={pending}>
          {word}
        </button>
        {instead}
      </div>
    </form>
  );
}

function Evaluation({ recap, version, written }: FormProps & { written: Deed | undefined }) {
  const { t } = useTranslation();
  const before = written?.text ?? "";
  const [text, write, forget] = useKept(`${recap.government}.${recap.month}.${version}.evaluation`, before);
  const sending = useDeed(
    recap.month,
    (path, body: Text) => take(reporting.POST(`${RECAP}/evaluation`, { ...path, body })),
    () => {
      forget();
      say(t("Evaluasi disimpan."));
    },
  );
  return (
    <Form
      title={t("Evaluasi")}
      id="evaluation"
      send={() => sending.mutate({ version, text: text.trim() })}
      failure={sending.error}
      ready={text.trim() !== "" && text.trim() !== before}
      pending={sending.isPending}
      word={t(written ? "Simpan perubahan evaluasi" : "Simpan evaluasi")}
    >
      <label htmlFor="evaluation-text">{t("Evaluasi")}</label>
      <textarea
        id="evaluation-text"
        rows={8}
        maxLength={MOST}
        value={text}
        aria-describedby="evaluation-hint"
        onChange={(event) => write(event.target.value)}
      />
      <p className="hint" id="evaluation-hint">
        {written ? (
          <>
            {written.by}, <Time at={written.at} />.{" "}
          </>
        ) : null}
        {text.trim() !== before && t("Belum dikirim; tersimpan di peramban ini.")}
      </p>
    </Form>
  );
}

/** The head approves, or writes first what has to be better. */
function Decision({ recap, version }: FormProps) {
  const { t } = useTranslation();
  const [text, write, forget] = useKept(`${recap.government}.${recap.month}.${version}.remarks`);
  const [again, choose] = useState(text !== "");
  const sending = useDeed(
    recap.month,
    (path, body: ReportingSchemas["Decision"]) => take(reporting.POST(`${RECAP}/decision`, { ...path, body })),
    () => {
      forget();
      say(t(again ? "Rekap dikembalikan untuk disusun ulang." : "Rekap selesai dievaluasi."));
    },
  );
  if (again) {
    return (
      <Form
        title={t("Keputusan kepala")}
        id="decision"
        send={() => sending.mutate({ version, again, text: text.trim() })}
        failure={sending.error}
        ready={text.trim() !== ""}
        pending={sending.isPending}
        word={t("Kembalikan untuk disusun ulang")}
        instead={
          <button type="button" id="decision-instead" onClick={() => choose(false)}>
            {t("Batal")}
          </button>
        }
      >
        <label htmlFor="decision-text">{t("Yang perlu diperbaiki")}</label>
        <textarea
          id="decision-text"
          rows={5}
          maxLength={MOST}
          autoFocus
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </Form>
    );
  }
  return (
    <div className={css.form} role="group" aria-label={t("Keputusan kepala")} id="decision">
      {sending.error != null && <Failure of={sending.error} inline />}
      <div className="row">
        <button
          type="button"
          className="main"
          id="decision-none"
          disabled={sending.isPending}
          aria-busy={sending.isPending}
          onClick={() => sending.mutate({ version, again })}
        >
          {t("Setujui, lanjut ke disposisi")}
        </button>
        <button type="button" id="decision-again" disabled={sending.isPending} onClick={() => choose(true)}>
          {t("Kembalikan untuk disusun ulang")}
        </button>
      </div>
    </div>
  );
}

function Disposition({ recap, version }: FormProps) {
  const { t } = useTranslation();
  const [text, write, forget] = useKept(`${recap.government}.${recap.month}.${version}.disposition`);
  const sending = useDeed(
    recap.month,
    (path, body: Text) => take(reporting.POST(`${RECAP}/disposition`, { ...path, body })),
    () => {
      forget();
      say(t("Disposisi disimpan."));
    },
  );
  return (
    <Form
      title={t("Disposisi")}
      id="disposition"
      send={() => sending.mutate({ version, text: text.trim() })}
      failure={sending.error}
      ready={text.trim() !== ""}
      pending={sending.isPending}
      word={t("Kirim disposisi")}
    >
      <label htmlFor="disposition-text">{t("Disposisi")}</label>
      <textarea
        id="disposition-text"
        rows={6}
        maxLength={MOST}
        value={text}
        aria-describedby="disposition-hint"
        onChange={(event) => write(event.target.value)}
      />
      <p className="hint" id="disposition-hint">
        {text.trim() === ""
          ? t("Diarsipkan bersama rekap, apa adanya.")
          : t("Belum dikirim; tersimpan di peramban ini.")}
      </p>
    </Form>
  );
}

function Archive({ recap, version }: FormProps) {
  const { t } = useTranslation();
  const [asking, ask] = useState(false);
  const archiving = useDeed(
    recap.month,
    (path, body: ReportingSchemas["OfVersion"]) => take(reporting.POST(`${RECAP}/archive`, { ...path, body })),
    () => {
      ask(false);
      say(t("Rekap diarsipkan."));
    },
  );
  return (
    <div>
      <button type="button" className="main" id="archive-ask" onClick={() => ask(true)}>
        {t("Arsipkan")}
      </button>
      {asking && (
        <Dialog
          title={t("Arsipkan rekap ini?")}
          id="archive-dialog"
          close={() => ask(false)}
          actions={
            <>
              <button type="button" onClick={() => ask(false)}>
                {t("Batal")}
              </button>
              <button
                type="button"
                className="main"
                id="archive-confirm"
                disabled={archiving.isPending}
                aria-busy={archiving.isPending}
                onClick={() => archiving.mutate({ version })}
              >
                {t("Ya, arsipkan")}
              </button>
            </>
          }
        >
          <p>
            {t(
              "Versi {{n}} disegel bersama evaluasi dan disposisinya. Setelah itu tidak ada lagi yang berubah: tidak dapat disusun ulang, dinilai, atau ditulisi.",
              { n: number(version) },
            )}
          </p>
          {archiving.isError && <Failure of={archiving.error} inline />}
        </Dialog>
      )}
    </div>
  );
}
