import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { routing, take } from "../../shared/api/call";
import { useAgencyName } from "../../shared/api/queries";
import { isoDay } from "../../shared/lib/time";
import { Bones, Failure, Heading, Scroll } from "../../shared/ui/parts";
import { hoursBySeason, monthsOf, weeksOf, type Calendar, type CalendarDay } from "./calendar";
import css from "./CalendarPage.module.css";
import { DAY } from "./words";

const FIRST = 2000;
const LAST = 2100;

const nameOf = (date: string, options: Intl.DateTimeFormatOptions, language: string) =>
  new Intl.DateTimeFormat(language, { timeZone: "UTC", ...options }).format(new Date(`${date}T00:00:00Z`));
/** 2024 began with a Monday. */
const WEEK = Array.from({ length: 7 }, (_, n) => `2024-01-0${n + 1}`);

/** When the offices are open, by which every clock counts: the hours, the holidays, and what they rest on. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { tahun, instansi } = useSearch({ from: "/administrasi/kalender" });
  const navigate = useNavigate();
  const agencyName = useAgencyName();
  const year = Number(tahun ?? isoDay(Date.now()).slice(0, 4));
  const found = useQuery({
    queryKey: ["calendar", year, instansi],
    queryFn: () =>
      take(
        routing.GET("/api/routing/v1/calendar/{year}", {
          params: { path: { year: String(year) }, query: instansi ? { agency: instansi } : {} },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const name = t("Kalender kerja {{year}}", { year });
  const other = (by: number) => ({ tahun: String(year + by), ...(instansi ? { instansi } : {}) });
  return (
    <div className="page stack">
      <div className={css.head}>
        <Link to="/administrasi" aria-label={t("Kembali ke administrasi")}>
          ←
        </Link>
        <Heading name={name}>{name}</Heading>
        <nav className="row" aria-label={t("Tahun")}>
          {year > FIRST && (
            <Link to="/administrasi/kalender" search={other(-1)} id="year-before">
              ← {year - 1}
            </Link>
          )}
          {year < LAST && (
            <Link to="/administrasi/kalender" search={other(1)} id="year-after">
              {year + 1} →
            </Link>
          )}
        </nav>
      </div>
      {!found.data ? (
        found.isError ? (
          <Failure of={found.error} retry={() => void found.refetch()} />
        ) : (
          <div className="sheet">
            <Bones lines={9} />
          </div>
        )
      ) : (
        <>
          {!found.data.decreed && (
            <p className={css.open} role="note" id="calendar-open">
              {t("Cuti bersama {{year}} belum ditetapkan: tenggat pada tahun ini masih dapat bergeser.", { year })}
            </p>
          )}
          {found.data.ownHours.length > 0 && (
            <div className="field">
              <label htmlFor="calendar-agency">{t("Jam kerja")}</label>
              <select
                id="calendar-agency"
                value={instansi ?? ""}
                onChange={({ target }) =>
                  void navigate({
                    to: "/administrasi/kalender",
                    search: { tahun: String(year), ...(target.value ? { instansi: target.value } : {}) },
                  })
                }
              >
                <option value="">{t("Pemerintah daerah")}</option>
                {found.data.ownHours.map((id) => (
                  <option key={id} value={id}>
                    {agencyName(id)}
                  </option>
                ))}
              </select>
            </div>
          )}
          <Hours calendar={found.data} />
          <ol className={css.months} id="calendar">
            {monthsOf(found.data.days).map((days, month) => (
              <li key={month}>
                <Month days={days} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

function Hours({ calendar }: { calendar: Calendar }) {
  const { t, i18n } = useTranslation();
  return (
    <section className="sheet stack" aria-labelledby="hours-heading">
      <h2 id="hours-heading">{t("Jam kerja")}</h2>
      <Scroll name={t("Jam kerja")}>
        <table>
          <thead>
            <tr>
              <td />
              {WEEK.map((day) => (
                <th key={day} scope="col">
                  {nameOf(day, { weekday: "long" }, i18n.language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hoursBySeason(calendar.days).map(({ season, week }) => (
              <tr key={season ?? ""}>
                <th scope="row">{season ?? t("Biasa")}</th>
                {week.map((hours, n) => (
                  <td key={n}>{hours || t("tutup")}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {calendar.legalBasis.length > 0 && (
        <div>
          <h3>{t("Dasar hukum")}</h3>
          <ul className={css.basis}>
            {calendar.legalBasis.map((law) => (
              <li key={law}>{law}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Month({ days }: { days: CalendarDay[] }) {
  const { t, i18n } = useTranslation();
  const first = days[0]?.date ?? "";
  const told = days.flatMap(({ holidays }) => holidays ?? []);
  return (
    <section className="sheet">
      <table className={css.month}>
        <caption>{nameOf(first, { month: "long" }, i18n.language)}</caption>
        <thead>
          <tr>
            {WEEK.map((day) => (
              <th key={day} scope="col" abbr={nameOf(day, { weekday: "long" }, i18n.language)}>
                {nameOf(day, { weekday: "short" }, i18n.language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week, n) => (
            <tr key={n}>
              {week.map((day, weekday) => (day ? <Day key={weekday} day={day} /> : <td key={weekday} />))}
            </tr>
          ))}
        </tbody>
      </table>
      {told.length > 0 && (
        <ul className={css.told}>
          {told.map(({ date, name, type, status }) => (
            <li key={date + name}>
              <b>{Number(date.slice(8))}</b>{" "}
              <span>
                {name}{" "}
                <span className="hint">
                  ({t(DAY[type])}
                  {status === "ESTIMATED" ? `, ${t("perkiraan")}` : ""})
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Day({ day }: { day: CalendarDay }) {
  const { t } = useTranslation();
  const holiday = day.holidays?.[0];
  return (
    <td
      data-closed={!day.hours}
      data-holiday={holiday?.type}
      data-season={day.season !== undefined}
      title={day.holidays?.map(({ name }) => name).join(", ") ?? (day.hours ? day.season : t("tutup"))}
    >
      {Number(day.date.slice(8))}
      {!day.hours && <span className="unseen"> {holiday?.name ?? t("tutup")}</span>}
    </td>
  );
}
