import { useTranslation } from "react-i18next";
import { calendarDay } from "../../shared/lib/time";
import { Each, One } from "../../shared/ui/Each";
import { Time } from "../../shared/ui/parts";
import { answersOf, lastSaid } from "./answers";
import type { CaseFile } from "./case";
import css from "./CasePage.module.css";
import { happenedWord } from "./words";

/** The answer that stands, and under it those that stood before: nobody forgets what the citizen was told first. */
export function Answered({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const former = answersOf(file).slice(0, -1);
  return (
    file.answer &&
    file.answeredAt && (
      <section className={`sheet ${css.answer} stack`} aria-labelledby="answered-heading">
        <h2 id="answered-heading">{t(former.length > 0 ? "Jawaban terakhir kepada warga" : "Jawaban kepada warga")}</h2>
        <p className="reading" id="case-answer" dir="auto">
          {file.answer}
        </p>
        {file.followUp && (
          <p>
            <b>{t("Tindak lanjut")}:</b> <bdi>{file.followUp}</bdi>
            {file.followUpBy && ` (${t("paling lambat {{day}}", { day: calendarDay(file.followUpBy) })})`}
          </p>
        )}
        <p className="hint">
          <Time at={file.answeredAt} />
        </p>
        {former.length > 0 && (
          <ol className="stack" id="former-answers">
            <Each of={former} by={({ at }) => at}>
              {({ at, who, text }, place) => (
                <li className={css.former}>
                  <h3>
                    {t(place === 0 ? "Jawaban semula" : "Jawaban sesudahnya")}{" "}
                    <small>
                      {who && <bdi>{who}</bdi>} <Time at={at} />
                    </small>
                  </h3>
                  <p dir="auto">{text}</p>
                </li>
              )}
            </Each>
          </ol>
        )}
      </section>
    )
  );
}

/** What the citizen said last and waits to be answered: beside where it is answered. */
export function LastSaid({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const said = lastSaid(file);
  return (
    said && (
      <One of={said} as="div">
        {() => (
          <section className={`sheet ${css.said}`} aria-labelledby="said-heading" id="last-said">
            <h2 id="said-heading">{t(happenedWord(said.what))}</h2>
            <p className="reading" dir="auto">
              {said.text}
            </p>
            <p className="hint">
              <Time at={said.at} />
            </p>
          </section>
        )}
      </One>
    )
  );
}
