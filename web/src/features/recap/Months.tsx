import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { reporting, take } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { isoDay, number } from "../../shared/lib/time";
import { Bones, Empty, Failure, Heading, Scroll, Time } from "../../shared/ui/parts";
import { Chart } from "./Chart";
import css from "./Recap.module.css";
import { monthName, type Month } from "./recap";
import { RecapStatus } from "./RecapStatus";
import type { MonthsSearch } from "./search";
import { recapStateWord, RECAP_STATES } from "./words";

const A_PAGE = 24;
/** Ten years at a time where only some of them are shown. */
const A_LONG_PAGE = 120;
const YEARS = 10;
/** As many months as the chart above the list compares. */
const COMPARED = 12;

/** The recaps of a government, the latest first; those that are archived are its archive. */
export function Months() {
  const { t, i18n } = useTranslation();
  const { tahun, keadaan, cari } = useSearch({ from: "/rekap" });
  const navigate = useNavigate();
  const narrow = (change: MonthsSearch) =>
    void navigate({ to: "/rekap", search: (before: MonthsSearch) => ({ ...before, ...change }), replace: true });
  const name = (month: string) => monthName(month, i18n.language);
  const begun = keadaan && keadaan !== "RUNNING" && keadaan !== "DUE" ? keadaan : undefined;
  const limit = keadaan && !begun ? A_LONG_PAGE : A_PAGE;
  const asked = { limit: String(limit), ...(begun ? { state: begun } : {}), ...(cari ? { words: cari } : {}) };
  const found = useInfiniteQuery({
    queryKey: ["recaps", tahun ?? "", asked],
    queryFn: ({ pageParam, signal }) =>
      take(
        reporting.GET("/api/reporting/v1/recaps/{government}", {
          params: {
            path: { government: person().government },
            query: { ...asked, ...(pageParam ? { before: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: tahun ? `${Number(tahun) + 1}-01` : "",
    getNextPageParam: ({ next }) => (next !== null && (!tahun || next > `${tahun}-01`) ? next : undefined),
  });
  const thisMonth = isoDay(Date.now()).slice(0, 7);
  // A month that nobody has asked for yet is over all the same.
  const known = (found.data?.pages.flatMap((page) => page.months) ?? []).map((one) =>
    one.state === "RUNNING" && one.month < thisMonth ? { ...one, state: "DUE" as const } : one,
  );
  const months = known.filter(
    ({ month, state, owed }) =>
      (!tahun || month.startsWith(tahun)) && (!keadaan || (state === keadaan && (owed || state !== "DUE"))),
  );
  const thisYear = Number(thisMonth.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => String(thisYear - back));
  const compared = months.slice(0, COMPARED).filter(({ received }) => received > 0);
  const archive = keadaan === "ARCHIVED";
  const title = t(archive ? "Arsip rekap" : "Rekap bulanan");
  return (
    <div className="page stack">
      <Heading name={title}>{title}</Heading>
      <form className={css.narrow} role="search" onSubmit={(event) => event.preventDefault()}>
        <div className="field">
          <label htmlFor="months-year">{t("Tahun")}</label>
          <select
            id="months-year"
            value={tahun ?? ""}
            onChange={(event) => narrow({ tahun: event.target.value || undefined } as MonthsSearch)}
          >
            <option value="">{t("Semua")}</option>
            {years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="months-state">{t("Keadaan")}</label>
          <select
            id="months-state"
            value={keadaan ?? ""}
            onChange={(event) => narrow({ keadaan: event.target.value || undefined } as MonthsSearch)}
          >
            <option value="">{t("Semua")}</option>
            {RECAP_STATES.map((state) => (
              <option key={state} value={state}>
                {t(recapStateWord(state))}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="months-words">{t("Kata dalam evaluasi atau disposisi")}</label>
          <input
            id="months-words"
            type="search"
            maxLength={100}
            defaultValue={cari ?? ""}
            key={cari ?? ""}
            onKeyDown={(event) => {
              if (event.key === "Enter") {
                narrow({ cari: event.currentTarget.value.trim() || undefined } as MonthsSearch);
              }
            }}
            onBlur={(event) => {
              if (event.target.value.trim() !== (cari ?? "")) {
                narrow({ cari: event.target.value.trim() || undefined } as MonthsSearch);
              }
            }}
          />
        </div>
        <button
          type="button"
          id="months-archive"
          aria-pressed={archive}
          onClick={() => narrow({ keadaan: archive ? undefined : "ARCHIVED" } as MonthsSearch)}
        >
          {t("Arsip")}
        </button>
      </form>
      {found.isPending ? (
        <Bones lines={8} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : months.length === 0 && !found.hasNextPage ? (
        <div className="sheet">
          <Empty
            title={t(
              archive && !cari
                ? "Belum ada rekap yang diarsipkan."
                : tahun || keadaan || cari
                  ? "Tidak ada rekap seperti itu."
                  : "Belum ada rekap.",
            )}
            id="months-empty"
          >
            {tahun || keadaan || cari ? (
              <p>
                <button
                  type="button"
                  className="link"
                  onClick={() =>
                    narrow({ tahun: undefined, keadaan: undefined, cari: undefined } as unknown as MonthsSearch)
                  }
                >
                  {t("Lepas semua")}
                </button>
              </p>
            ) : (
              <p>{t("Rekap bulan berjalan terlihat di sini begitu ada aduan yang masuk.")}</p>
            )}
          </Empty>
        </div>
      ) : (
        <>
          {compared.length > 1 && !archive && (
            <section className={`sheet stack ${css.section}`} aria-labelledby="months-chart-heading">
              <h2 id="months-chart-heading">{t("Aduan tiap bulan")}</h2>
              <Chart
                name={t("Aduan tiap bulan")}
                lines={compared.map(({ month, received, answered, overdue }) => ({
                  name: name(month),
                  values: [answered, received - answered - overdue, overdue],
                }))}
                parts={[
                  { word: t("Dijawab"), tone: "good" },
                  { word: t("Lainnya"), tone: "brand" },
                  { word: t("Lewat tenggat"), tone: "late" },
                ]}
                open={(line) =>
                  compared[line] && void navigate({ to: "/rekap/$month", params: { month: compared[line].month } })
                }
              />
            </section>
          )}
          {archive ? <Archived months={months} name={name} /> : <List months={months} name={name} />}
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

function List({ months, name }: { months: Month[]; name: (month: string) => string }) {
  const { t } = useTranslation();
  return (
    <div className="sheet">
      <Scroll name={t("Rekap bulanan")}>
        <table id="months">
          <thead>
            <tr>
              <th scope="col">{t("Bulan")}</th>
              <th scope="col">{t("Keadaan")}</th>
              <th scope="col">{t("Versi")}</th>
              <th scope="col" className="amount">
                {t("Aduan masuk")}
              </th>
              <th scope="col" className="amount">
                {t("Dijawab")}
              </th>
              <th scope="col" className="amount">
                {t("Lewat tenggat")}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, state, owed, version, loops, received, imported, answered, overdue }) => (
              <tr key={month} id={`month-${month}`}>
                <th scope="row">
                  <Link className={css.month ?? ""} to="/rekap/$month" params={{ month }}>
                    {name(month)}
                  </Link>
                </th>
                <td>
                  <RecapStatus of={state} owed={owed} />
                </td>
                <td>
                  {version > 0 ? number(version) : "–"}
                  {loops > 0 && <span className="hint"> {t("dikembalikan {{n}} kali", { n: number(loops) })}</span>}
                </td>
                <td className="amount">
                  {number(received)}
                  {imported > 0 && <span className="hint"> {t("data impor {{n}}", { n: number(imported) })}</span>}
                </td>
                <td className="amount">{number(answered)}</td>
                <td className="amount">
                  {overdue > 0 ? (
                    <Link
                      to="/rekap/$month/aduan"
                      params={{ month }}
                      search={{ keadaan: "OPEN", ketepatan: "OVERDUE" }}
                      className={css.late ?? ""}
                    >
                      {number(overdue)}
                    </Link>
                  ) : (
                    number(overdue)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

/** With the seal that each was closed with, to be compared with what was handed out. */
function Archived({ months, name }: { months: Month[]; name: (month: string) => string }) {
  const { t } = useTranslation();
  return (
    <div className="sheet">
      <Scroll name={t("Arsip rekap")}>
        <table id="archive">
          <thead>
            <tr>
              <th scope="col">{t("Bulan")}</th>
              <th scope="col">{t("Diarsipkan")}</th>
              <th scope="col">{t("Oleh")}</th>
              <th scope="col" className="amount">
                {t("Versi")}
              </th>
              <th scope="col" className="amount">
                {t("Aduan masuk")}
              </th>
              <th scope="col">{t("Segel")}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, version, received, closed }) => (
              <tr key={month}>
                <th scope="row">
                  <Link className={css.month ?? ""} to="/rekap/$month" params={{ month }}>
                    {name(month)}
                  </Link>
                </th>
                <td>{closed && <Time at={closed.at} />}</td>
                <td>{closed?.by}</td>
                <td className="amount">{number(version)}</td>
                <td className="amount">{number(received)}</td>
                <td>
                  <code className={css.seal}>{closed?.seal}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
