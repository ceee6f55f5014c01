import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Problem } from "../../shared/api/problem";
import { moment, number } from "../../shared/lib/time";
import { Bones, Empty, Failure, Heading } from "../../shared/ui/parts";
import { Acts } from "./Acts";
import { Course } from "./Course";
import { Documents } from "./Documents";
import { Figures } from "./Figures";
import css from "./Recap.module.css";
import { recapQuery } from "./queries";
import { inHand, monthName, type RecapView } from "./recap";
import { RecapStatus } from "./RecapStatus";
import { isMonth, type RecapSearch } from "./search";

/** One recap: what it counts and its document, beside what is written about it. */
export function Recap() {
  const { t, i18n } = useTranslation();
  const { month } = useParams({ from: "/rekap/$month" });
  const { versi, lihat } = useSearch({ from: "/rekap/$month" });
  const found = useQuery({
    ...recapQuery(month, versi),
    enabled: isMonth(month),
    placeholderData: (before) => (before?.month === month ? before : undefined),
  });
  const name = isMonth(month) ? t("Rekap {{month}}", { month: monthName(month, i18n.language) }) : t("Rekap bulanan");
  const missing = !isMonth(month) || (found.error instanceof Problem && found.error.status === 404);
  return (
    <div className="page stack">
      <div className={css.head}>
        <Heading name={name}>{name}</Heading>
        {found.data && <RecapStatus of={found.data.state} owed={found.data.owed} id="recap-state" />}
        <Link to="/rekap" className={css.back ?? ""} id="recap-months">
          {t("Semua bulan")}
        </Link>
      </div>
      {missing ? (
        <div className="sheet">
          <Empty title={t("Rekap atau versi itu tidak ada.")} id="recap-missing">
            <p>
              <Link to="/rekap">{t("Semua bulan")}</Link>
            </p>
          </Empty>
        </div>
      ) : found.isPending ? (
        <Bones lines={10} />
      ) : !found.data ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : (
        <>
          {found.isError && <Failure of={found.error} inline retry={() => void found.refetch()} />}
          <About recap={found.data} versi={versi} lihat={lihat} />
          <div className={css.columns}>
            <div className={css.side} tabIndex={0} role="group" aria-label={t("Evaluasi, disposisi, dan riwayat")}>
              <Acts recap={found.data} />
              <Course recap={found.data} />
            </div>
            <div className={css.main}>
              {lihat === "dokumen" ? <Documents recap={found.data} /> : <Figures recap={found.data} />}
            </div>
          </div>
        </>
      )}
    </div>
  );
}

/** Which version of when, what came too late for it, and the two ways to read it. */
function About({
  recap,
  versi,
  lihat,
}: { recap: RecapView } & { [K in keyof RecapSearch]: RecapSearch[K] | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { month, versions, version, preliminary, asOf, lateArrivals, loops } = recap;
  const latest = inHand(recap)?.version;
  const show = (change: { [K in keyof RecapSearch]: RecapSearch[K] | undefined }) =>
    Object.fromEntries(Object.entries({ versi, lihat, ...change }).filter(([, value]) => value)) as RecapSearch;
  const as = (way: RecapSearch["lihat"], word: string, id: string) => (
    <Link
      to="/rekap/$month"
      params={{ month }}
      search={show({ lihat: way })}
      id={id}
      activeProps={{}}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {t(word)}
    </Link>
  );
  return (
    <>
      <div className={css.about}>
        <div className="field">
          <label htmlFor="recap-version">{t("Versi")}</label>
          <select
            id="recap-version"
            value={version ?? "now"}
            onChange={({ target: { value } }) =>
              void navigate({
                to: "/rekap/$month",
                params: { month },
                search: show({
                  versi: value === String(latest) || (latest === undefined && value === "now") ? undefined : value,
                }),
                replace: true,
              })
            }
          >
            <option value="now">{t("Keadaan sekarang")}</option>
            {versions.toReversed().map((one) => (
              <option key={one.version} value={one.version}>
                {t(one.preliminary ? "Versi {{n}}, sementara, {{at}}" : "Versi {{n}}, {{at}}", {
                  n: number(one.version),
                  at: moment(one.asOf),
                })}
              </option>
            ))}
          </select>
        </div>
        <nav className={css.ways} aria-label={t("Cara membaca")}>
          {as(undefined, "Angka", "recap-as-figures")}
          {as("dokumen", "Dokumen", "recap-as-document")}
        </nav>
        <Link to="/rekap/$month/aduan" params={{ month }} search={{}} id="recap-records" className={css.toBook ?? ""}>
          {t("Buku aduan")}
        </Link>
        <button type="button" id="recap-print" onClick={() => window.print()}>
          {t("Cetak")}
        </button>
      </div>
      <p className="hint" id="recap-as-of">
        {preliminary
          ? t("Sementara: bulan belum berakhir. Keadaan {{at}}.", { at: moment(asOf) })
          : t("Keadaan {{at}}.", { at: moment(asOf) })}
        {loops > 0 && ` ${t("Dikembalikan {{n}} kali.", { n: number(loops) })}`}
        {version !== null && ` ${t("Buku aduan di balik angka menunjukkan keadaan sekarang.")}`}
      </p>
      {!recap.owed && recap.state !== "RUNNING" && (
        <p className="hint" id="recap-not-owed">
          {t(
            "Bulan ini hanya memuat data impor dari sebelum Tanggap dipakai: rekapnya boleh disusun, tetapi tidak bertenggat.",
          )}
        </p>
      )}
      {lateArrivals > 0 && latest !== undefined && (
        <p className={css.told} id="recap-late-arrivals">
          {t("{{n}} aduan bulan ini belum termuat dalam versi {{version}}.", {
            n: number(lateArrivals),
            version: number(latest),
          })}{" "}
          <Link to="/rekap/$month/aduan" params={{ month }} search={{ susulan: String(latest) }}>
            {t("Lihat aduan itu")}
          </Link>
        </p>
      )}
    </>
  );
}
