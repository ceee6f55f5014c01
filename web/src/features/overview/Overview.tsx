import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { QueueSearch } from "../../shared/addresses/queue";
import { desk, take } from "../../shared/api/call";
import { isoDay, number } from "../../shared/lib/time";
import { useChanges } from "../../shared/live/changes";
import { Bones, Empty, Failure, Heading } from "../../shared/ui/parts";
import css from "./Overview.module.css";

const DAY = 86_400_000;
const OPEN = "DISPATCHED,IN_PROGRESS,DISPOSED,NEEDS_INFO,OBJECTED";

/** The load of today, who is late, how old the open cases are; every number leads to its list. */
export function Overview() {
  const { t } = useTranslation();
  useChanges(undefined);
  const found = useQuery({
    queryKey: ["overview"],
    queryFn: () => take(desk.GET("/api/response/v1/overview")),
    refetchInterval: 60_000,
  });
  const heading = <Heading name={t("Ikhtisar")}>{t("Ikhtisar")}</Heading>;
  if (!found.data) {
    return (
      <div className="page stack">
        {heading}
        {found.isError ? <Failure of={found.error} retry={() => void found.refetch()} /> : <Bones lines={8} />}
      </div>
    );
  }
  const { receivedToday, answeredToday, agencies, ageing } = found.data;
  const open = agencies.reduce((sum, one) => sum + one.open, 0);
  const overdue = agencies.reduce((sum, one) => sum + one.overdue, 0);
  const today = isoDay(Date.now());
  const figure = (value: number, word: string, search: QueueSearch, late = false) => (
    <Link to="/" search={search} data-late={late}>
      <b>{number(value)}</b>
      <span>{t(word)}</span>
    </Link>
  );
  return (
    <div className="page stack">
      {heading}
      <section className={`sheet ${css.today}`} aria-label={t("Hari ini")} id="overview-today">
        {figure(receivedToday, "diterima hari ini", { tampilan: "semua", dari: today })}
        {figure(answeredToday, "dijawab hari ini", { tampilan: "semua", terjawab: today })}
        {figure(open, "terbuka", { tampilan: "semua", status: OPEN })}
        {figure(overdue, "lewat tenggat", { tampilan: "lewat" }, overdue > 0)}
      </section>
      {open === 0 ? (
        <div className="sheet">
          <Empty title={t("Tidak ada aduan terbuka.")} />
        </div>
      ) : (
        <>
          <section className="sheet stack" aria-labelledby="agencies-heading" id="overview-agencies">
            <h2 id="agencies-heading">{t("Terbuka per instansi")}</h2>
            <p className={css.legend}>
              <span>
                <i data-late="true" />
                {t("lewat tenggat")}
              </span>
              <span>
                <i />
                {t("belum jatuh tempo")}
              </span>
            </p>
            <ol className={css.bars}>
              {agencies.map(({ agency, agencyName, open: all, overdue: late }) => (
                <li key={agency}>
                  <Link
                    to="/"
                    search={late > 0 ? { instansi: agency, tenggat: "OVERDUE" } : { instansi: agency, status: OPEN }}
                  >
                    <span>{agencyName}</span>
                    <Bar
                      parts={[
                        [late, true],
                        [all - late, false],
                      ]}
                      most={Math.max(...agencies.map((one) => one.open))}
                    />
                    <span>
                      {late > 0
                        ? t("{{late}} lewat dari {{all}}", { late: number(late), all: number(all) })
                        : number(all)}
                    </span>
                  </Link>
                </li>
              ))}
            </ol>
          </section>
          <section className="sheet stack" aria-labelledby="ageing-heading" id="overview-ageing">
            <h2 id="ageing-heading">{t("Umur aduan terbuka")}</h2>
            <ol className={css.bars}>
              {ageing.map(({ fromDays, toDays, open: count }) => (
                <li key={fromDays}>
                  <Link to="/" search={agedBetween(fromDays, toDays)}>
                    <span>
                      {toDays < 0
                        ? t("{{n}} hari atau lebih", { n: fromDays })
                        : t("{{from}} sampai {{to}} hari", { from: fromDays, to: toDays })}
                    </span>
                    <Bar parts={[[count, false]]} most={Math.max(1, ...ageing.map((one) => one.open))} />
                    <span>{number(count)}</span>
                  </Link>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
    </div>
  );
}

const agedBetween = (from: number, to: number): QueueSearch => ({
  tampilan: "semua",
  status: OPEN,
  sampai: isoDay(Date.now() - from * DAY),
  ...(to < 0 ? {} : { dari: isoDay(Date.now() - to * DAY) }),
});

function Bar({ parts, most }: { parts: [number, boolean][]; most: number }) {
  return (
    <span className={css.bar} aria-hidden="true">
      {parts
        .filter(([value]) => value > 0)
        .map(([value, late]) => (
          <i key={String(late)} data-late={late} style={{ width: `${(value / most) * 100}%` }} />
        ))}
    </span>
  );
}
