import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { routing, take } from "../../shared/api/call";
import { sopQuery } from "../../shared/api/sop";
import { spanOf, spanWords } from "../../shared/lib/deadline";
import { calendarDay, moment } from "../../shared/lib/time";
import { wayWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Bones, Failure, Scroll } from "../../shared/ui/parts";
import css from "./CasePage.module.css";
import { clockStateWord, clockWord, reachedWord } from "./words";

const useClocks = (id: string, open: boolean) =>
  useQuery({
    queryKey: ["clocks", id],
    queryFn: () => take(routing.GET("/api/routing/v1/cases/{id}/clocks", { params: { path: { id } } })),
    enabled: open,
  });

function Fold({ title, id, children }: { title: string; id: string; children: (open: boolean) => ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details id={id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {children(open)}
    </details>
  );
}

/** Every clock of the case, and stretch by stretch why it is due when it is. Asked for when opened. */
export function Clocks({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Fold title={t("Jam yang berjalan, dan alasannya")} id="case-clocks">
      {(open) => <ClockList id={id} open={open} />}
    </Fold>
  );
}

function ClockList({ id, open }: { id: string; open: boolean }) {
  const { t } = useTranslation();
  const found = useClocks(id, open);
  const { data: sop } = useQuery({ ...sopQuery, enabled: open });
  const span = (seconds: number) => spanWords(spanOf(seconds * 1_000), (key, values) => t(key, values));
  if (!open) {
    return null;
  }
  if (!found.data) {
    return found.isError ? <Failure of={found.error} inline retry={() => void found.refetch()} /> : <Bones lines={4} />;
  }
  return (
    <div>
      <Each of={found.data} as="div" by={({ summary }) => summary.clock + summary.rule + summary.startedAt}>
        {({ summary, explanation }) => (
          <div className={css.clock}>
            <b>
              {t(clockWord(summary.clock))}: {summary.standard}
            </b>
            {summary.clock === "STEP" && (
              <span>{sop?.steps.find(({ id: step }) => step === summary.rule)?.activity}</span>
            )}
            <span>
              {t(clockStateWord(summary.state))}
              {summary.late ? `, ${t("terlambat")}` : ""} · {t("jatuh tempo")} {moment(summary.dueAt)}
            </span>
            <span className="hint">{explanation.because}</span>
            {explanation.provisional && (
              <span className="hint">{t("Cuti bersama tahun itu belum ditetapkan; tanggal ini dapat bergeser.")}</span>
            )}
            <details>
              <summary>{t("Yang dihitung")}</summary>
              <Scroll name={t("Yang dihitung")}>
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{t("Dari")}</th>
                      <th scope="col">{t("Sampai")}</th>
                      <th scope="col" className="amount">
                        {t("Lama")}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {explanation.counted.map(({ from, to, seconds }) => (
                      <tr key={from}>
                        <td>{moment(from)}</td>
                        <td>{moment(to)}</td>
                        <td className="amount">{span(seconds)}</td>
                      </tr>
                    ))}
                    {explanation.closedDays.map((one) => (
                      <tr key={one.day}>
                        <td colSpan={2}>
                          {calendarDay(one.day)}: {one.why}
                        </td>
                        <td className="amount">–</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
            </details>
          </div>
        )}
      </Each>
    </div>
  );
}

/** How far the case is in the procedure, row by row. */
export function SopProgress({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Fold title={t("Langkah SOP")} id="case-sop">
      {(open) => <Steps id={id} open={open} />}
    </Fold>
  );
}

function Steps({ id, open }: { id: string; open: boolean }) {
  const { t } = useTranslation();
  const sop = useQuery({ ...sopQuery, enabled: open });
  const clocks = useClocks(id, open);
  if (!open) {
    return null;
  }
  if (sop.isError || clocks.isError) {
    return (
      <Failure
        of={sop.error ?? clocks.error}
        inline
        retry={() => {
          void sop.refetch();
          void clocks.refetch();
        }}
      />
    );
  }
  if (!sop.data || !clocks.data) {
    return <Bones lines={6} />;
  }
  return (
    <ol className={css.steps}>
      <Each of={sop.data.steps.filter(({ subject }) => subject === "COMPLAINT")}>
        {(step) => {
          const clock = clocks.data.findLast(
            ({ summary }) => summary.clock === "STEP" && summary.rule === step.id,
          )?.summary;
          return (
            <li
              data-state={clock?.state}
              data-late={clock?.late ?? (clock?.state === "RUNNING" && clock.missedAt != null)}
            >
              <b>{step.row ?? "·"}</b>
              <span>
                {step.activity}
                <br />
                <span className="hint">
                  {step.standard}
                  {" · "}
                  {clock
                    ? `${t(clockStateWord(clock.state))}${clock.late ? `, ${t("terlambat")}` : ""}`
                    : t("belum mulai")}
                  {clock?.metAt && ` ${moment(clock.metAt)}`}
                  {clock?.reachedBy && (
                    <>
                      <br />
                      {t(reachedWord(clock.reachedBy), { way: clock.reachedWay && t(wayWord(clock.reachedWay)) })}
                    </>
                  )}
                </span>
              </span>
            </li>
          );
        }}
      </Each>
    </ol>
  );
}
