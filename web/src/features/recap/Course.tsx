import { useTranslation } from "react-i18next";
import { number } from "../../shared/lib/time";
import { roleWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Countdown, Time } from "../../shared/ui/parts";
import css from "./Recap.module.css";
import type { Deed, RecapView, Step } from "./recap";
import { recapDeedWord } from "./words";

/** The clocks of the procedure and all that was done, the latest last. */
export function Course({ recap: { owed, state, steps, deeds } }: { recap: RecapView }) {
  const { t } = useTranslation();
  return (
    <section className={`sheet stack ${css.course}`} aria-labelledby="recap-steps-heading">
      <h2 id="recap-steps-heading">{t("Langkah dan riwayat")}</h2>
      {steps.length === 0 ? (
        <p className="hint">
          {t(owed || state === "RUNNING" ? "Belum ada langkah yang dimulai." : "Rekap ini tidak bertenggat.")}
        </p>
      ) : (
        <ol className={css.steps} id="recap-steps">
          <Each of={steps} by={(step) => step.id + step.startedAt}>
            {(step) => <Clock step={step} />}
          </Each>
        </ol>
      )}
      {deeds.length > 0 && (
        <ol className={css.deeds} id="recap-deeds" aria-label={t("Riwayat")}>
          <Each of={deeds} by={(deed) => deed.kind + deed.at}>
            {(deed) => <Done deed={deed} steps={steps} />}
          </Each>
        </ol>
      )}
    </section>
  );
}

function Clock({ step: { row, activity, role, startedAt, dueAt, metAt, late } }: { step: Step }) {
  const { t } = useTranslation();
  return (
    <li data-late={late} data-met={metAt !== null}>
      <b>{row === null ? activity : `${row}. ${activity}`}</b>
      <span className="hint">
        {t(roleWord(role))} · {t("paling lambat")} <Time at={dueAt} />
      </span>
      {metAt === null ? (
        <Countdown dueAt={dueAt} since={startedAt} />
      ) : (
        <span className={css.met}>
          {t(late ? "Selesai terlambat" : "Selesai tepat waktu")}, <Time at={metAt} />
        </span>
      )}
    </li>
  );
}

/** The texts stand above, where they are acted upon; here only who did what and when. */
function Done({ deed: { kind, version, by, text, at }, steps }: { deed: Deed; steps: Step[] }) {
  const { t } = useTranslation();
  const said =
    kind === "STEP_MISSED"
      ? steps.find(({ id }) => id === text)?.activity
      : kind === "COMPILED" || kind === "COMPILED_PRELIMINARY"
        ? undefined
        : text;
  return (
    <li data-kind={kind}>
      <b>
        {t(recapDeedWord(kind))}
        {version > 0 && kind !== "STEP_MISSED" && kind !== "MONTH_ENDED" && (
          <small> {t("versi {{n}}", { n: number(version) })}</small>
        )}
      </b>
      <span className="hint">
        {by ?? t("Sistem")}, <Time at={at} />
      </span>
      {said && <p className={css.words}>{said}</p>}
    </li>
  );
}
