import { useTranslation } from "react-i18next";
import { Each } from "../../shared/ui/Each";
import { Countdown, Time } from "../../shared/ui/parts";
import type { CaseFile } from "./case";
import css from "./CasePage.module.css";

/** Which divisions were asked, with their instruction, their clock and their answer. */
export function Dispositions({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  if (file.dispositions.length === 0) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="dispositions-heading" id="dispositions">
      <h2 id="dispositions-heading">{t("Disposisi")}</h2>
      <ol className={css.dispositions}>
        <Each of={file.dispositions}>
          {(one) => (
            <li data-nested={one.parent !== undefined} data-voided={one.voidedAt !== undefined}>
              <div className="row">
                <b>{one.divisionName}</b>
                {one.voidedAt ? (
                  <span className="hint">
                    {t("dicabut")} <Time at={one.voidedAt} />
                  </span>
                ) : one.answeredAt ? (
                  <span className="hint">
                    {t("dijawab")} <Time at={one.answeredAt} />
                  </span>
                ) : (
                  <Countdown dueAt={one.dueAt} since={one.issuedAt} />
                )}
              </div>
              <p dir="auto">{one.instruction}</p>
              <p className="hint">
                {t("dari {{who}}", { who: one.issuedBy })}, <Time at={one.issuedAt} />
              </p>
              {one.answer && (
                <p className="reading" dir="auto">
                  {one.answer}
                </p>
              )}
              {one.answeredBy && <p className="hint">{one.answeredBy}</p>}
            </li>
          )}
        </Each>
      </ol>
    </section>
  );
}
