import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { reporting, take } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { number } from "../../shared/lib/time";
import { Bones, Empty, Failure, Time } from "../../shared/ui/parts";
import { KINDS, shareOf, wanting, type DocumentKind, type DocumentState } from "./documents";
import { asFile, fetchFile, save } from "./download";
import css from "./Recap.module.css";
import { ofMonth } from "./queries";
import type { RecapView } from "./recap";

const [PDF] = KINDS;
const LOOK_AGAIN = 1_000;

const PATH = "/api/reporting/v1/recaps/{government}/{month}/versions/{version}/documents/{kind}";
const documentPath = (month: string, version: number, { kind }: DocumentKind) => ({
  params: { path: { ...ofMonth(month), version: String(version), kind } },
});
const documentFile = (month: string, version: number, of: DocumentKind, signal?: AbortSignal) =>
  fetchFile(
    reporting.GET(`${PATH}/file`, {
      ...documentPath(month, version, of),
      ...asFile(of.type),
      ...(signal ? { signal } : {}),
    }),
    of.type,
    () => undefined,
  );

/** Null where the installation makes none. */
const documentQuery = (month: string, version: number, of: DocumentKind) => ({
  queryKey: ["recap-document", month, version, of.kind],
  queryFn: () =>
    take(reporting.GET(PATH, documentPath(month, version, of))).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.status === 404) {
        return null;
      }
      throw failure;
    }),
  refetchInterval: ({ state: { data } }: { state: { data: DocumentState | null | undefined } }) =>
    data?.state === "MAKING" ? LOOK_AGAIN : (false as const),
});

/** The recap as it is handed over: made when asked for, read here, taken along. */
export function Documents({ recap }: { recap: RecapView }) {
  const { t } = useTranslation();
  return (
    <section className={`sheet stack ${css.documents}`} aria-labelledby="recap-document-heading" id="recap-document">
      <h2 id="recap-document-heading">{t("Dokumen")}</h2>
      {recap.version === null ? (
        <Empty title={t("Keadaan sekarang tidak punya dokumen.")} id="document-none">
          <p>{t("Dokumen dibuat dari versi yang sudah disusun.")}</p>
        </Empty>
      ) : (
        <OfVersion key={recap.version} month={recap.month} government={recap.government} version={recap.version} />
      )}
    </section>
  );
}

function OfVersion({ month, government, version }: { month: string; government: string; version: number }) {
  const { t } = useTranslation();
  const pdf = useQuery(documentQuery(month, version, PDF));
  if (pdf.isPending) {
    return <Bones lines={4} />;
  }
  if (pdf.isError) {
    return <Failure of={pdf.error} inline retry={() => void pdf.refetch()} />;
  }
  if (pdf.data === null) {
    return (
      <Empty title={t("Dokumen belum tersedia.")} id="document-none">
        <p>{t("Pemasangan ini belum membuat dokumen. Angka dan buku aduan tetap dapat dibaca dan dicetak.")}</p>
      </Empty>
    );
  }
  return (
    <>
      <ul className={css.kinds}>
        {KINDS.map((of) => (
          <Line
            key={of.kind}
            month={month}
            version={version}
            of={of}
            name={`rekap-${government}-${month}-v${version}.${of.kind}`}
          />
        ))}
      </ul>
      {pdf.data.state === "READY" && <Reading key={pdf.data.madeAt} month={month} version={version} />}
    </>
  );
}

function Line({ month, version, of, name }: { month: string; version: number; of: DocumentKind; name: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = documentQuery(month, version, of);
  const { data, error } = useQuery(query);
  const making = useMutation({
    mutationFn: () => take(reporting.POST(PATH, documentPath(month, version, of))),
    onSuccess: (state) => queries.setQueryData(query.queryKey, state),
  });
  const saving = useMutation({
    mutationFn: async () => {
      const file = await documentFile(month, version, of);
      save(file.blob, file.name ?? name);
    },
  });
  const saveButton = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const ready = data?.state === "READY";
  useEffect(() => {
    // The button that was pressed is gone; the keyboard goes on with the next step.
    if (ready && asked.current && document.activeElement === document.body) {
      saveButton.current?.focus();
    }
    asked.current &&= !ready;
  }, [ready]);
  if (!data) {
    return error ? (
      <li>
        <Failure of={error} inline />
      </li>
    ) : null;
  }
  const busy = making.isPending || data.state === "MAKING";
  const make = () => {
    asked.current = true;
    making.mutate();
  };
  const failure = making.error ?? saving.error;
  const what = <span className="unseen"> {t(of.word)}</span>;
  return (
    <li id={`document-${of.kind}`} data-state={data.state}>
      <span>
        <b>{t(of.word)}</b> <small>{of.kind.toUpperCase()}</small>
        <span className="hint" role="status">
          {ready && data.madeAt && (
            <>
              <Time at={data.madeAt} />
              {data.size !== undefined &&
                `, ${t("{{n}} kB", { n: number(Math.max(1, Math.round(data.size / 1024))) })}`}
              {data.outdated && ` · ${t("lebih tua daripada yang ditulis sesudahnya")}`}
            </>
          )}
          {data.state === "MAKING" && t("Dokumen sedang dibuat")}
          {data.state === "FAILED" && t("Gagal dibuat.")}
          {data.state === "NONE" && t("Belum dibuat.")}
        </span>
      </span>
      <span className="row">
        {data.state === "MAKING" && (
          <progress
            className={css.made}
            aria-label={t("Dokumen sedang dibuat")}
            max={1}
            {...(shareOf(data) === undefined ? {} : { value: shareOf(data) })}
          />
        )}
        {ready && (
          <button
            type="button"
            className="main"
            id={`document-${of.kind}-save`}
            ref={saveButton}
            aria-disabled={saving.isPending}
            aria-busy={saving.isPending}
            onClick={() => saving.isPending || saving.mutate()}
          >
            {t("Unduh")}
            {what}
          </button>
        )}
        {wanting(data) && (
          <button
            type="button"
            id={`document-${of.kind}-make`}
            aria-disabled={busy}
            aria-busy={busy}
            onClick={() => busy || make()}
          >
            {t(ready ? "Perbarui" : "Buat")}
            {what}
          </button>
        )}
      </span>
      {failure && <Failure of={failure} inline />}
    </li>
  );
}

/** The document itself. Tablets that show no PDF inside a page open it by itself. */
function Reading({ month, version }: { month: string; version: number }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["recap-pdf", month, version],
    queryFn: async ({ signal }) => (await documentFile(month, version, PDF, signal)).blob,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!found.data) {
      return;
    }
    const made = URL.createObjectURL(found.data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [found.data]);
  if (found.isError) {
    return <Failure of={found.error} inline retry={() => void found.refetch()} />;
  }
  if (!address) {
    return <Bones lines={10} />;
  }
  return (
    <>
      {navigator.pdfViewerEnabled ? (
        <iframe
          className={css.pdf}
          src={`${address}#navpanes=0&view=FitH`}
          title={t("Dokumen rekap, PDF")}
          id="document-reading"
        />
      ) : (
        <p className="hint">{t("Peramban ini tidak menampilkan PDF di dalam halaman.")}</p>
      )}
      <p>
        <a href={address} target="_blank" rel="noreferrer" id="document-open">
          {t("Buka dokumen di tab sendiri")}
        </a>
      </p>
    </>
  );
}
