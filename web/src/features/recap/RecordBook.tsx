import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { reporting, take, type ReportingSchemas } from "../../shared/api/call";
import { useCategories } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { day, decimal, number } from "../../shared/lib/time";
import { CHANNELS, channelWord, sourceWord, TYPES, typeWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Marked } from "../../shared/ui/Marked";
import { useNow } from "../../shared/ui/now";
import { Bones, Empty, Failure, Heading, Scroll } from "../../shared/ui/parts";
import { asFile, fetchFile, save } from "./download";
import css from "./Recap.module.css";
import { recapQuery } from "./queries";
import { monthName, secondsWords, type Part } from "./recap";
import { isMonth, NONE, RECORD_FILTERS, recordsQuery, type RecordSearch, type RecordsQuery } from "./search";
import { AUDIENCES, audienceWord, LATENESSES, latenessWord, RECORD_STATES, recordStateWord } from "./words";

type RecordRow = ReportingSchemas["RecordRow"];

const PATH = "/api/reporting/v1/records/{government}";
const A_PAGE = 100;
const FILE = { csv: "text/csv", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;
/** Who may open the case behind a record. */
const READ_CASES = ["coordinator", "head", "auditor"];

/** The complaints of a month, one by one, narrowed by the address of the page. */
export function RecordBook() {
  const { t, i18n } = useTranslation();
  const { month } = useParams({ from: "/rekap/$month/aduan" });
  const search = useSearch({ from: "/rekap/$month/aduan" });
  const asked = recordsQuery(month, search);
  const path = { government: person().government };
  const found = useInfiniteQuery({
    queryKey: ["records", asked],
    queryFn: ({ pageParam, signal }) =>
      take(
        reporting.GET(PATH, {
          params: { path, query: { ...asked, limit: String(A_PAGE), ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: isMonth(month),
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const name = isMonth(month) ? t("Buku aduan {{month}}", { month: monthName(month, i18n.language) }) : t("Buku aduan");
  return (
    <div className="page stack">
      <div className={css.head}>
        <Heading name={name}>{name}</Heading>
        <Link to="/rekap/$month" params={{ month }} className={css.back ?? ""} id="records-recap">
          {t("Kembali ke rekap")}
        </Link>
      </div>
      <Filters month={month} search={search} />
      <Files asked={asked} month={month} />
      {!isMonth(month) ? (
        <div className="sheet">
          <Empty title={t("Rekap atau versi itu tidak ada.")} />
        </div>
      ) : found.isPending ? (
        <Bones lines={10} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : rows.length === 0 ? (
        <div className="sheet">
          <Empty title={t("Tidak ada aduan di sini")} id="records-empty">
            <p>{t("Longgarkan saringan, atau pilih bulan lain.")}</p>
          </Empty>
        </div>
      ) : (
        <>
          <p className="hint" role="status" id="records-count">
            {found.hasNextPage
              ? t("{{n}} aduan dimuat, masih ada lagi", { n: number(rows.length) })
              : t("{{n}} aduan", { n: number(rows.length) })}
          </p>
          <div className="sheet">
            <Rows rows={rows} name={name} />
          </div>
        </>
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
    </div>
  );
}

function Rows({ rows, name }: { rows: RecordRow[]; name: string }) {
  const { cari } = useSearch({ from: "/rekap/$month/aduan" });
  const { t } = useTranslation();
  const opens = READ_CASES.some((role) => person().roles.has(role));
  const categories = useCategories(person().government);
  return (
    <Scroll name={name}>
      <table id="records" className={css.records}>
        <thead>
          <tr>
            <th scope="col">{t("Nomor aduan")}</th>
            <th scope="col">{t("Aduan")}</th>
            <th scope="col">{t("Instansi")}</th>
            <th scope="col">{t("Keadaan")}</th>
            <th scope="col">{t("Jawaban")}</th>
          </tr>
        </thead>
        <tbody>
          <Each of={rows} as={{ columns: 5 }} by={({ complaint }) => complaint}>
            {(row) => (
              <tr>
                <th scope="row">
                  <span className="number">
                    {opens && !row.source ? (
                      <Link to="/kasus/$id" params={{ id: row.complaint }} search={cari ? { cari } : {}}>
                        {row.number}
                      </Link>
                    ) : (
                      row.number
                    )}
                  </span>
                  <small>{day(row.receivedAt)}</small>
                  <small>{t(channelWord(row.channel))}</small>
                  {row.source && <small>{t(sourceWord(row.source))}</small>}
                </th>
                <td>
                  <Words text={row.text} found={row.found} />
                  <small>
                    {[
                      t(typeWord(row.type)),
                      categories.find(({ id }) => id === row.category)?.name ?? row.category,
                      row.address,
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                </td>
                <td>
                  {row.agencyName ?? <span className="hint">{t("Belum diteruskan")}</span>}
                  {row.moves > 0 && <small>{t("dipindahkan {{n}} kali", { n: number(row.moves) })}</small>}
                </td>
                <td>
                  <b>{t(recordStateWord(row.state))}</b>
                  <Lateness row={row} />
                  {row.objectedAt && (
                    <small>
                      {t("Keberatan")} {day(row.objectedAt)}
                    </small>
                  )}
                  {row.resolvedAt && (
                    <small>
                      {t("Tuntas")} {day(row.resolvedAt)}
                    </small>
                  )}
                  {row.closedAt && (
                    <small>
                      {t("Ditutup")} {day(row.closedAt)}
                    </small>
                  )}
                </td>
                <td>
                  {row.answer && <Words text={row.answer} />}
                  {row.answeredAt && <small>{day(row.answeredAt)}</small>}
                  {row.satisfaction !== undefined && (
                    <small>
                      {t("Kepuasan {{n}}", { n: decimal(row.satisfaction) })}
                      {row.remark && ` · ${row.remark}`}
                    </small>
                  )}
                </td>
              </tr>
            )}
          </Each>
        </tbody>
      </table>
    </Scroll>
  );
}

const SHORT = 160;

function Words({ text, found }: { text: string; found?: readonly string[] | undefined }) {
  const { t } = useTranslation();
  const [whole, show] = useState(false);
  return (
    <p className={css.words}>
      <Marked text={whole || text.length <= SHORT ? text : `${text.slice(0, SHORT).trimEnd()}… `} found={found} />
      {text.length > SHORT && !whole && (
        <button type="button" className="link" onClick={() => show(true)}>
          {t("Selengkapnya")}
        </button>
      )}
    </p>
  );
}

/** By how much the promise was missed, or what was left of it. */
function Lateness({ row: { lateness, lateBySeconds, dueAt, state } }: { row: RecordRow }) {
  const { t } = useTranslation();
  const now = useNow();
  const by = lateBySeconds ?? (state === "OPEN" && dueAt ? (now - Date.parse(dueAt)) / 1000 : undefined);
  if (by === undefined) {
    return lateness ? <small>{t(latenessWord(lateness))}</small> : null;
  }
  const span = secondsWords(by, (key, values) => t(key, values));
  const late = lateness === "LATE" || lateness === "OVERDUE";
  return (
    <small data-late={late}>
      {lateness ? `${t(latenessWord(lateness))}, ` : ""}
      {t(by > 0 ? "lewat {{span}}" : "sisa {{span}}", { span })}
    </small>
  );
}

function Filters({ month, search }: { month: string; search: RecordSearch }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { data: recap } = useQuery({ ...recapQuery(month, "now"), enabled: isMonth(month), refetchInterval: false });
  const categories = useCategories(person().government);
  const narrow = (change: { [K in keyof RecordSearch]: string | undefined }) =>
    void navigate({
      to: "/rekap/$month/aduan",
      params: { month },
      search: Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value)) as RecordSearch,
      replace: true,
    });
  const parts = (of: Part[] | undefined): [string, string][] => (of ?? []).map(({ key, name }) => [key ?? NONE, name]);
  const select = (name: (typeof RECORD_FILTERS)[number], word: string, options: [string, string][]) => {
    const chosen = search[name];
    const all =
      chosen === undefined || options.some(([value]) => value === chosen)
        ? options
        : [...options, [chosen, chosen] as [string, string]];
    return (
      <div className="field">
        <label htmlFor={`records-${name}`}>{t(word)}</label>
        <select
          id={`records-${name}`}
          value={chosen ?? ""}
          onChange={(event) => narrow({ [name]: event.target.value || undefined })}
        >
          <option value="">{t(name === "sampai" ? "Bulan ini saja" : "Semua")}</option>
          {all.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
    );
  };
  const active = RECORD_FILTERS.filter((name) => search[name] !== undefined);
  return (
    <section className={`sheet ${css.filters}`} aria-label={t("Saring buku aduan")} id="records-filters">
      <div className="field">
        <label htmlFor="records-words">{t("Cari isi atau nomor")}</label>
        <input
          id="records-words"
          type="search"
          maxLength={200}
          defaultValue={search.cari ?? ""}
          key={search.cari ?? ""}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              narrow({ cari: event.currentTarget.value.trim() });
            }
          }}
          onBlur={(event) => {
            if (event.target.value.trim() !== (search.cari ?? "")) {
              narrow({ cari: event.target.value.trim() });
            }
          }}
        />
      </div>
      {select("instansi", "Instansi", parts(recap?.figures.byAgency))}
      {select("kategori", "Kategori", [
        ...categories.map(({ id, name }): [string, string] => [id, name]),
        [NONE, t("Tanpa kategori")],
      ])}
      {select(
        "jenis",
        "Jenis",
        TYPES.map((code) => [code, t(typeWord(code))]),
      )}
      {select(
        "kanal",
        "Kanal",
        CHANNELS.map((code) => [code, t(channelWord(code))]),
      )}
      {select("wilayah", "Wilayah", parts(recap?.figures.byArea))}
      {select(
        "keadaan",
        "Keadaan",
        RECORD_STATES.map((code) => [code, t(recordStateWord(code))]),
      )}
      {select(
        "ketepatan",
        "Ketepatan",
        LATENESSES.map((code) => [code, t(latenessWord(code))]),
      )}
      {select(
        "sampai",
        "Sampai bulan",
        isMonth(month) ? following(month).map((one) => [one, monthName(one, i18n.language)]) : [],
      )}
      {search.susulan !== undefined && (
        <p className={css.told} id="records-late">
          {t("Hanya yang tidak termuat dalam versi {{n}}.", { n: search.susulan })}
        </p>
      )}
      {active.length > 0 && (
        <div>
          <button
            type="button"
            className="link"
            id="records-all"
            onClick={() => narrow(Object.fromEntries(active.map((name) => [name, undefined])))}
          >
            {t("Lepas semua")}
          </button>
        </div>
      )}
    </section>
  );
}

/** The eleven months after one: a year at most is read at a time. */
function following(month: string): string[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  return Array.from({ length: 11 }, (_, later) =>
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + later + 1, 1)).toISOString().slice(0, 7),
  );
}

/** The same complaints as a file, for whom it is meant. */
function Files({ asked, month }: { asked: RecordsQuery; month: string }) {
  const { t } = useTranslation();
  const [audience, choose] = useState("internal");
  const [came, setCame] = useState(0);
  const saving = useMutation({
    mutationFn: async (kind: keyof typeof FILE) => {
      setCame(0);
      const { blob, name } = await fetchFile(
        reporting.GET(PATH, {
          params: { path: { government: person().government }, query: { ...asked, audience, format: kind } },
          ...asFile(FILE[kind]),
        }),
        FILE[kind],
        setCame,
      );
      save(blob, name ?? `aduan-${person().government}-${month}.${kind}`);
    },
  });
  return (
    <div className={css.files} id="records-files">
      <div className="field">
        <label htmlFor="records-audience">{t("Berkas")}</label>
        <select id="records-audience" value={audience} onChange={(event) => choose(event.target.value)}>
          {AUDIENCES.map((one) => (
            <option key={one} value={one}>
              {t(audienceWord(one))}
            </option>
          ))}
        </select>
      </div>
      <button type="button" id="records-csv" disabled={saving.isPending} onClick={() => saving.mutate("csv")}>
        {t("Unduh CSV")}
      </button>
      <button type="button" id="records-xlsx" disabled={saving.isPending} onClick={() => saving.mutate("xlsx")}>
        {t("Unduh XLSX")}
      </button>
      {saving.isPending && (
        <span role="status" className={css.making}>
          <progress aria-label={t("Berkas sedang diunduh")} /> {t("{{n}} kB", { n: number(Math.round(came / 1024)) })}
        </span>
      )}
      {saving.isError && <Failure of={saving.error} inline />}
    </div>
  );
}
