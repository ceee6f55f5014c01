import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { intake, take } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { sourceWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Bones, Empty, Failure, Heading, Scroll } from "../../shared/ui/parts";
import { Another } from "./Another";
import { Columns } from "./Columns";
import { Counts } from "./Imports";
import { Finding, Kinds } from "./Kinds";
import css from "./Past.module.css";
import { TakeBack } from "./TakeBack";
import { IMPORT_STATES, isUnderWay, share, toTake, type PastImport } from "./past";

const LOOK_AGAIN = 1_000;

/** One file: what is to be said of its rows, and the word to take them over. */
export function Import() {
  const { t } = useTranslation();
  const { id } = useParams({ from: "/impor/$id" });
  const query = {
    queryKey: ["import", id],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      take(intake.GET("/api/intake/v1/imports/{id}", { params: { path: { id } }, signal })),
  };
  const found = useQuery({
    ...query,
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? LOOK_AGAIN : false),
  });
  const one = found.data;
  return (
    <div className="page stack">
      <div className={css.head}>
        <Heading name={one?.fileName ?? t("Impor data lama")}>{one?.fileName ?? t("Impor data lama")}</Heading>
        <Link to="/impor" className={css.back ?? ""} id="imports-back">
          {t("Semua berkas")}
        </Link>
      </div>
      {found.isPending ? (
        <Bones lines={6} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : (
        <>
          <State of={found.data} />
          {found.data.state === "UNMAPPED" && <Columns of={found.data} />}
          {found.data.state === "CHECKED" && found.data.source === "RECAP_SHEET" && <Remap of={found.data} />}
          {found.data.state !== "CHECKING" && found.data.state !== "UNMAPPED" && (
            <Findings key={found.data.state} of={found.data} />
          )}
        </>
      )}
    </div>
  );
}

function State({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  return (
    <section className="sheet stack" aria-labelledby="import-state-heading" id="import-state" data-state={of.state}>
      <h2 id="import-state-heading">
        <span role="status">{t(IMPORT_STATES[of.state])}</span>
      </h2>
      {of.source && (
        <p className="hint">
          {t(sourceWord(of.source))}
          {of.oversightSecret && ` · ${t("berkadar pengawasan dirahasiakan")}`}
        </p>
      )}
      {of.refusal && <p id="import-refusal">{of.refusal}</p>}
      {(of.state === "CHECKING" || of.state === "IMPORTING") && (
        <>
          <progress
            className={css.bar}
            aria-label={t("Baris yang sudah dibaca")}
            max={1}
            {...(share(of) === undefined ? {} : { value: share(of) })}
          />
          <p className="hint">
            {of.rows.total === undefined
              ? t("{{n}} baris sudah dibaca", { n: number(of.rows.done) })
              : t("{{n}} dari {{all}} baris", { n: number(of.rows.done), all: number(of.rows.total) })}
          </p>
        </>
      )}
      {of.state !== "UNMAPPED" && (of.state !== "REFUSED" || of.rows.done > 0) && <Counts of={of} />}
      {of.state === "CHECKED" && <Word of={of} />}
      {of.state === "UNMAPPED" && <Drop of={of} />}
      {(of.state === "DONE" || of.state === "REFUSED") && <TakeBack of={of} />}
      {of.state === "DONE" && (
        <p>
          <Link to="/rekap" id="import-recaps">
            {t("Buka rekap bulanan")}
          </Link>
        </p>
      )}
    </section>
  );
}

/** A heading that was read by what an officer said of it may have been said wrongly. */
function Remap({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const [open, show] = useState(false);
  return open ? (
    <Columns of={of} />
  ) : (
    <div>
      <button type="button" id="columns-open" aria-expanded={false} onClick={() => show(true)}>
        {t("Atur arti kolom")}
      </button>
    </div>
  );
}

function Drop({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const dropping = useDropping(of);
  return (
    <div className="stack">
      {dropping.isError && <Failure of={dropping.error} inline />}
      <div>
        <button type="button" id="import-drop" disabled={dropping.isPending} onClick={() => dropping.mutate()}>
          {t("Buang berkas")}
        </button>
      </div>
    </div>
  );
}

function useDropping(of: PastImport) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => take(intake.DELETE("/api/intake/v1/imports/{id}", { params: { path: { id: of.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["imports"] });
      void navigate({ to: "/impor" });
    },
  });
}

function Word({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [meant, mean] = useState(of.elsewhere?.meantAt !== undefined);
  const taking = useMutation({
    mutationFn: () => {
      const query = meant ? { other: "meant" } : {};
      return take(intake.POST("/api/intake/v1/imports/{id}/run", { params: { path: { id: of.id }, query } }));
    },
    onSuccess: (now) => queries.setQueryData(["import", of.id], now),
  });
  const dropping = useDropping(of);
  const failure = taking.error ?? dropping.error;
  const busy = taking.isPending || dropping.isPending;
  return (
    <>
      {of.elsewhere && <Another of={of.elsewhere} meant={meant} mean={mean} />}
      {failure && <Failure of={failure} inline />}
      <div className="row">
        <button
          type="button"
          className="main"
          id="import-run"
          disabled={busy || toTake(of) === 0 || (of.elsewhere !== undefined && !meant)}
          aria-busy={taking.isPending}
          onClick={() => taking.mutate()}
        >
          {t("Impor {{n}} aduan", { n: number(toTake(of)) })}
        </button>
        <button type="button" id="import-drop" disabled={busy} onClick={() => dropping.mutate()}>
          {t("Buang berkas")}
        </button>
      </div>
      <p className="hint">
        {t(
          "Yang diimpor masuk ke rekap bulannya. Rekap yang sudah disusun tidak berubah; aduan itu disebut sebagai susulan. Berkas yang tidak dilanjutkan dihapus setelah 7 hari.",
        )}
      </p>
    </>
  );
}

function Findings({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const { id } = of;
  const [faultsAlone, narrow] = useState(false);
  const found = useInfiniteQuery({
    queryKey: ["findings", id, faultsAlone],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(faultsAlone ? { only: "faults" } : {}), ...(pageParam ? { after: pageParam } : {}) };
      return take(intake.GET("/api/intake/v1/imports/{id}/findings", { params: { path: { id }, query }, signal }));
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const sheets = items.some(({ sheet }) => sheet !== undefined);
  const values = items.some(({ value }) => value !== undefined);
  return (
    <section className="sheet stack" aria-labelledby="findings-heading">
      <div className={css.head}>
        <h2 id="findings-heading">{t("Catatan pemeriksaan")}</h2>
        <label className={`row ${css.back}`}>
          <input
            type="checkbox"
            role="switch"
            id="findings-faults"
            checked={faultsAlone}
            onChange={(event) => narrow(event.target.checked)}
          />
          {t("Hanya yang dilewati")}
        </label>
      </div>
      <Kinds of={of} />
      {found.isPending ? (
        <Bones lines={4} />
      ) : found.isError ? (
        <Failure of={found.error} inline retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <Empty title={t("Tidak ada catatan.")} id="findings-empty" />
      ) : (
        <Scroll name={t("Baris demi baris")}>
          <table id="findings">
            <caption>{t("Baris demi baris")}</caption>
            <thead>
              <tr>
                {sheets && <th scope="col">{t("Lembar")}</th>}
                <th scope="col" className="amount">
                  {t("Baris")}
                </th>
                <th scope="col">{t("Kolom")}</th>
                {values && <th scope="col">{t("Isi kolom")}</th>}
                <th scope="col">{t("Keterangan")}</th>
                <th scope="col">{t("Akibat")}</th>
              </tr>
            </thead>
            <tbody>
              <Each
                of={items}
                as={{ columns: 4 + Number(sheets) + Number(values) }}
                by={(one) => `${one.no} ${one.column} ${one.reason}`}
              >
                {(one) => (
                  <tr>
                    {sheets && <td>{one.sheet}</td>}
                    <td className="amount">{number(one.row)}</td>
                    <Finding of={one} values={values} />
                  </tr>
                )}
              </Each>
            </tbody>
          </table>
        </Scroll>
      )}
      {found.hasNextPage && (
        <div>
          <button
            type="button"
            id="load-more"
            disabled={found.isFetchingNextPage}
            aria-busy={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t("Muat lagi")}
          </button>
        </div>
      )}
    </section>
  );
}
