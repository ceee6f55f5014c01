import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { number } from "../../shared/lib/time";
import { Bones, Empty, Failure, Time } from "../../shared/ui/parts";
import { fetchFile, save } from "./download";
import css from "./Recap.module.css";
import { recapPath } from "./queries";
import type { RecapView } from "./recap";

const KINDS = ["pdf"] as const;
type Kind = (typeof KINDS)[number];

const TYPE: Record<Kind, string> = {
  pdf: "application/pdf",
};

interface DocumentState {
  state: "NONE" | "MAKING" | "READY" | "FAILED";
  madeAt?: string;
  size?: number;
  outdated: boolean;
}

const LOOK_AGAIN = 1_000;

/** Null where the installation makes none. */
const documentQuery = (month: string, version: number, kind: Kind) => ({
  queryKey: ["recap-document", month, version, kind],
  queryFn: () =>
    call<DocumentState>(`${recapPath(month)}/versions/${version}/documents/${kind}`).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.status === 404) {
        return null;
      }
      throw failure;
    }),
  refetchInterval: ({ state: { data } }: { state: { data: DocumentState | null | undefined } }) => (data?.state === "MAKING" ? LOOK_AGAIN : (false as const)),
});

/** The recap as it is handed over: made when asked for, read here, taken along. */
export function Documents({ recap }: { recap: RecapView }) {
  const { t } = useTranslation();
  return (
    <section className={`sheet stack ${css.documents}`} aria-labelledby="recap-document-heading" id="recap-document">
      <h2 id="recap-document-heading">{t("Dokumen")}</h2>
      {recap.version === null ? (
        <Empty title={t("Keadaan sekarang tidak punya dokumen.")} id="document-none"><p>{t("Dokumen dibuat dari versi yang sudah disusun.")}</p></Empty>
      ) : (
        <OfVersion key={recap.version} month={recap.month} government={recap.government} version={recap.version} />
      )}
    </section>
  );
}

function OfVersion({ month, government, version }: { month: string; government: string; version: number }) {
  const { t } = useTranslation();
  const pdf = useQuery(documentQuery(month, version, "pdf"));
  if (pdf.isPending) {
    return <Bones lines={4} />;
  }
  if (pdf.isError) {
    return <Failure of={pdf.error} inline retry={() => void pdf.refetch()} />;
  }
  if (pdf.data === null) {
    return <Empty title={t("Dokumen belum tersedia.")} id="document-none"><p>{t("Pemasangan ini belum membuat dokumen. Angka dan buku aduan tetap dapat dibaca dan dicetak.")}</p></Empty>;
  }
  return (
    <>
      <ul className={css.kinds}>{KINDS.map((kind) => <Line key={kind} month={month} version={version} kind={kind} name={`rekap-${government}-${month}-v${version}.${kind}`} />)}</ul>
      {pdf.data.state === "READY" && <Reading key={pdf.data.madeAt} month={month} version={version} />}
    </>
  );
}

function Line({ month, version, kind, name }: { month: string; version: number; kind: Kind; name: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const query = documentQuery(month, version, kind);
  const { data } = useQuery(query);
  const path = `${recapPath(month)}/versions/${version}/documents/${kind}`;
  const making = useMutation({ mutationFn: () => call<DocumentState>(path, { method: "POST", body: {} }), onSuccess: (state) => queries.setQueryData(query.queryKey, state) });
  const saving = useMutation({ mutationFn: async () => save((await fetchFile(`${path}/file`, TYPE[kind], () => {})).blob, name) });
  const failure = making.error ?? saving.error;
  return (
    <li id={`document-${kind}`} data-state={data?.state}>
      <b>{kind.toUpperCase()}</b>
      <span className="hint">
        {data?.state === "READY" && data.madeAt && <><Time at={data.madeAt} />{data.size !== undefined && `, ${t("{{n}} kB", { n: number(Math.max(1, Math.round(data.size / 1024))) })}`}{data.outdated && ` · ${t("lebih tua daripada yang ditulis sesudahnya")}`}</>}
        {data?.state === "FAILED" && t("Gagal dibuat.")}
        {data?.state === "NONE" && t("Belum dibuat.")}
      </span>
      {data?.state === "MAKING" ? (
        <span role="status" className={css.making}><progress aria-hidden="true" /> {t("Dokumen sedang dibuat")}</span>
      ) : (
        <span className="row">
          {data?.state === "READY" && <button type="button" className="main" id={`document-${kind}-save`} disabled={saving.isPending} aria-busy={saving.isPending} onClick={() => saving.mutate()}>{t("Unduh")}<span className="unseen"> {kind.toUpperCase()}</span></button>}
          {data && (data.state !== "READY" || data.outdated) && <button type="button" id={`document-${kind}-make`} disabled={making.isPending} onClick={() => making.mutate()}>{t(data.state === "READY" ? "Perbarui" : "Buat")}<span className="unseen"> {kind.toUpperCase()}</span></button>}
        </span>
      )}
      {failure && <Failure of={failure} inline />}
    </li>
  );
}

/** The document itself. Tablets that show no PDF inside a page open it by itself. */
function Reading({ month, version }: { month: string; version: number }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["recap-pdf", month, version],
    queryFn: async ({ signal }) => (await fetchFile(`${recapPath(month)}/versions/${version}/documents/pdf/file`, TYPE.pdf, () => {}, signal)).blob,
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
      {navigator.pdfViewerEnabled ? <iframe className={css.pdf} src={`${address}#navpanes=0&view=FitH`} title={t("Dokumen rekap, PDF")} id="document-reading" /> : <p className="hint">{t("Peramban ini tidak menampilkan PDF di dalam halaman.")}</p>}
      <p><a href={address} target="_blank" rel="noreferrer" id="document-open">{t("Buka dokumen di tab sendiri")}</a></p>
    </>
  );
}
