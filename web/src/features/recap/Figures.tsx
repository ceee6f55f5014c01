import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { decimal, number, percent } from "../../shared/lib/time";
import { misroutingWord, roleWord, typeWord } from "../../shared/lib/words";
import { Empty, Scroll } from "../../shared/ui/parts";
import { Chart } from "./Chart";
import css from "./Recap.module.css";
import {
  AGES,
  agesOf,
  answerWords,
  count,
  CUTS,
  figuresOf,
  isByDay,
  movesOf,
  OUTCOMES,
  searchOf,
  type Figures as All,
  type Part,
  type RecapView,
  type Totals,
} from "./recap";
import type { RecordSearch } from "./search";

/** As many lines as a chart shows; the table has them all. */
const MOST_BARS = 12;

/** All that a recap counts, as tables and bars; each opens the complaints behind it. */
export function Figures({ recap: { figures, month } }: { recap: RecapView }) {
  const { t } = useTranslation();
  useOpenWhenPrinted();
  if (figures.totals.received === 0) {
    return (
      <section className="sheet" id="recap-figures" aria-labelledby="recap-empty">
        <Empty title={t("Tidak ada aduan pada bulan ini.")} id="recap-empty">
          <p>{t("Rekap tetap disusun, dievaluasi, dan diarsipkan.")}</p>
        </Empty>
      </section>
    );
  }
  return (
    <div className="stack" id="recap-figures">
      <Sums month={month} figures={figures} />
      <AnswerTime figures={figures} />
      <Deadlines figures={figures} />
      {CUTS.map(({ id, of, filter, word, head }) => (
        <Cut
          key={id}
          id={id}
          month={month}
          title={t(word)}
          head={t(head)}
          parts={figures[of]}
          told={figuresOf({ ...figures, monthBefore: null, yearBefore: null })}
          search={(key, more) => searchOf(filter, key, more)}
          name={(part) => (filter === "jenis" && part.key ? t(typeWord(part.key)) : part.name)}
        />
      ))}
      <SatisfactionIndex figures={figures} />
      <Ages month={month} figures={figures} />
      <Moves figures={figures} />
    </div>
  );
}

/** Paper has no folds. */
function useOpenWhenPrinted() {
  useEffect(() => {
    const unfold = () =>
      document.querySelectorAll<HTMLDetailsElement>("details[data-fold]").forEach((fold) => (fold.open = true));
    addEventListener("beforeprint", unfold);
    return () => removeEventListener("beforeprint", unfold);
  }, []);
}

function Records({
  month,
  search,
  children,
  id,
}: {
  month: string;
  search: RecordSearch;
  children: ReactNode;
  id?: string;
}) {
  return (
    <Link to="/rekap/$month/aduan" params={{ month }} search={search} id={id}>
      {children}
    </Link>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={`sheet stack ${css.section}`} aria-labelledby={`recap-${id}-heading`}>
      <h2 id={`recap-${id}-heading`}>{title}</h2>
      {children}
    </section>
  );
}

function Fold({ rows, children }: { rows: number; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <details className={css.fold} data-fold open={rows <= MOST_BARS}>
      <summary>{t("Tabel, {{n}} baris", { n: number(rows) })}</summary>
      {children}
    </details>
  );
}

function Sums({ month, figures }: { month: string; figures: All }) {
  const { t } = useTranslation();
  const { totals, monthBefore, yearBefore } = figures;
  const told = figuresOf(figures);
  const imported = count(totals, "imported");
  const difference = (id: keyof Totals, before: Totals | null) => {
    if (!before) {
      return (
        <td className="amount">
          <span className="hint">{t("tidak ada data")}</span>
        </td>
      );
    }
    const change = count(totals, id) - count(before, id);
    return (
      <td className="amount">
        {number(count(before, id))}{" "}
        <span className={css.change}>
          {change === 0 ? t("tetap") : t(change > 0 ? "naik {{n}}" : "turun {{n}}", { n: number(Math.abs(change)) })}
        </span>
      </td>
    );
  };
  return (
    <Section id="totals" title={t("Seluruhnya")}>
      {imported > 0 && (
        <p className="hint" id="recap-imported">
          {t("Data impor: {{n}} dari {{all}} aduan ditangani di luar sistem ini; ketepatan waktunya tidak dinilai.", {
            n: number(imported),
            all: number(totals.received),
          })}
        </p>
      )}
      <div className={css.tiles} id="recap-tiles">
        {told
          .filter(({ id, search }) => search && id !== "ended")
          .map(({ id, word, search, late }) => (
            <Link
              key={id}
              to="/rekap/$month/aduan"
              params={{ month }}
              search={search ?? {}}
              data-late={late === true && count(totals, id) > 0}
            >
              <b>{number(count(totals, id))}</b>
              <span>{t(word)}</span>
            </Link>
          ))}
      </div>
      <Scroll name={t("Seluruhnya")}>
        <table id="recap-totals">
          <thead>
            <tr>
              <th scope="col">{t("Keterangan")}</th>
              <th scope="col" className="amount">
                {t("Bulan ini")}
              </th>
              <th scope="col" className="amount">
                {t("Bulan sebelumnya")}
              </th>
              <th scope="col" className="amount">
                {t("Tahun sebelumnya")}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.map(({ id, word, search }) => (
              <tr key={id}>
                <th scope="row">
                  {search ? (
                    <Records month={month} search={search}>
                      {t(word)}
                    </Records>
                  ) : (
                    t(word)
                  )}
                </th>
                <td className="amount">
                  <b>{number(count(totals, id))}</b>
                  {id !== "received" && totals.received > 0 && (
                    <span className={css.change}> {percent(count(totals, id) / totals.received)}</span>
                  )}
                </td>
                {difference(id, monthBefore)}
                {difference(id, yearBefore)}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}

function AnswerTime({ figures: { answerTime, totals } }: { figures: All }) {
  const { t } = useTranslation();
  const span = (seconds: number) => answerWords(seconds, (key, values) => t(key, values));
  return (
    <Section id="answer-time" title={t("Waktu menjawab")}>
      {answerTime ? (
        <dl className={css.times} id="recap-answer-time">
          <div>
            <dt>{t("Setengah dari aduan dijawab dalam")}</dt>
            <dd>{span(answerTime.medianSeconds)}</dd>
          </div>
          <div>
            <dt>{t("Sembilan dari sepuluh dijawab dalam")}</dt>
            <dd>{span(answerTime.p90Seconds)}</dd>
          </div>
          <div>
            <dt>{t("Dari jawaban yang terbit, tepat waktu")}</dt>
            <dd>
              {totals.answeredInTime + totals.answeredLate > 0
                ? percent(totals.answeredInTime / (totals.answeredInTime + totals.answeredLate))
                : "–"}
            </dd>
          </div>
        </dl>
      ) : (
        <p className="hint">{t("Belum ada yang dijawab.")}</p>
      )}
      {answerTime && isByDay(answerTime.medianSeconds) && isByDay(answerTime.p90Seconds) && (
        <p className="hint">{t("Dihitung dalam hari, sebab data impor tidak menyebut jam.")}</p>
      )}
    </Section>
  );
}

/** How satisfied those were who said so; the bars part them by their score. */
function SatisfactionIndex({ figures: { satisfaction } }: { figures: All }) {
  const { t } = useTranslation();
  return (
    <Section id="satisfaction" title={t("Indeks Kepuasan Masyarakat")}>
      {satisfaction ? (
        <>
          <dl className={css.times} id="recap-satisfaction">
            <div>
              <dt>{t("Nilai IKM, 25 sampai 100")}</dt>
              <dd>{decimal(satisfaction.index)}</dd>
            </div>
            {satisfaction.grade && (
              <div>
                <dt>{t("Mutu pelayanan")}</dt>
                <dd>
                  {satisfaction.grade} · {satisfaction.gradeName}
                </dd>
              </div>
            )}
            <div>
              <dt>{t("Responden")}</dt>
              <dd>{number(satisfaction.respondents)}</dd>
            </div>
          </dl>
          <Chart
            name={t("Indeks Kepuasan Masyarakat")}
            lines={satisfaction.elements.map(({ element, name, scores }) => ({
              name: `${element} ${name}`,
              values: scores.toReversed(),
            }))}
            parts={["good", "brand", "soon", "late"].map((tone, place) => ({
              word: t("Nilai {{n}}", { n: 4 - place }),
              tone,
            }))}
          />
          <Scroll name={t("Nilai tiap unsur")}>
            <table className={css.figures}>
              <thead>
                <tr>
                  <th scope="col">{t("Unsur")}</th>
                  <th scope="col" className="amount">
                    {t("Rata-rata")}
                  </th>
                  {[1, 2, 3, 4].map((score) => (
                    <th key={score} scope="col" className="amount">
                      {t("Nilai {{n}}", { n: score })}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {satisfaction.elements.map(({ element, name, mean, scores }) => (
                  <tr key={element}>
                    <th scope="row">
                      {element} {name}
                    </th>
                    <td className="amount">{decimal(mean)}</td>
                    {scores.map((count, place) => (
                      <td key={place} className="amount">
                        {number(count)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      ) : (
        <p className="hint">{t("Belum ada survei yang diisi.")}</p>
      )}
    </Section>
  );
}

function Deadlines({ figures: { deadlines } }: { figures: All }) {
  const { t } = useTranslation();
  if (deadlines.length === 0) {
    return null;
  }
  const rowName = ({ row, name }: { row: number | null; name: string }) => (row === null ? name : `${row}. ${name}`);
  return (
    <Section id="deadlines" title={t("Tenggat")}>
      <Chart
        name={t("Tenggat")}
        lines={deadlines.map((one) => ({ name: rowName(one), values: [one.kept, one.missed] }))}
        parts={[
          { word: t("Tepat waktu"), tone: "good" },
          { word: t("Terlewat"), tone: "late" },
        ]}
      />
      <Fold rows={deadlines.length}>
        <Scroll name={t("Tenggat")}>
          <table id="recap-deadlines" className={css.figures}>
            <thead>
              <tr>
                <th scope="col">{t("Tenggat")}</th>
                <th scope="col" className="amount">
                  {t("Tepat waktu")}
                </th>
                <th scope="col" className="amount">
                  {t("Terlewat")}
                </th>
                <th scope="col" className="amount">
                  {t("Bagian tepat waktu")}
                </th>
              </tr>
            </thead>
            <tbody>
              {deadlines.map(({ rule, row, name, kept, missed }) => (
                <tr key={rule}>
                  <th scope="row">{rowName({ row, name })}</th>
                  <td className="amount">{number(kept)}</td>
                  <td className="amount">{number(missed)}</td>
                  <td className="amount">{kept + missed > 0 ? percent(kept / (kept + missed)) : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Fold>
    </Section>
  );
}

interface CutProps {
  id: string;
  month: string;
  title: string;
  head: string;
  parts: Part[];
  told: ReturnType<typeof figuresOf>;
  search: (key: string | null, more?: RecordSearch) => RecordSearch;
  name: (part: Part) => string;
}

function Cut({ id, month, title, head, parts, told, search, name }: CutProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (parts.length === 0) {
    return null;
  }
  const shown = parts.slice(0, MOST_BARS);
  const open = (line: number, part?: number) => {
    const one = shown[line];
    if (one) {
      void navigate({
        to: "/rekap/$month/aduan",
        params: { month },
        search: search(one.key, part === undefined ? {} : OUTCOMES[part]?.search),
      });
    }
  };
  return (
    <Section id={id} title={title}>
      <Chart
        name={title}
        open={open}
        lines={shown.map((one) => ({ name: name(one), values: OUTCOMES.map(({ of }) => of(one)) }))}
        parts={OUTCOMES.map(({ word, tone }) => ({ word: t(word), tone }))}
      />
      {parts.length > MOST_BARS && (
        <p className="hint">{t("Diagram memuat {{n}} yang terbanyak.", { n: MOST_BARS })}</p>
      )}
      <Fold rows={parts.length}>
        <Scroll name={title}>
          <table id={`recap-${id}`} className={css.figures}>
            <thead>
              <tr>
                <th scope="col">{head}</th>
                {told.map(({ id: figure, word }) => (
                  <th key={figure} scope="col" className="amount">
                    {t(word)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={part.key ?? ""}>
                  <th scope="row">
                    <Records month={month} search={search(part.key)}>
                      {name(part)}
                    </Records>
                  </th>
                  {told.map(({ id: figure, search: more, late }) => (
                    <td key={figure} className="amount">
                      {late && count(part, figure) > 0 ? (
                        <Records month={month} search={search(part.key, more)}>
                          {number(count(part, figure))}
                        </Records>
                      ) : (
                        number(count(part, figure))
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Fold>
    </Section>
  );
}

function Ages({ month, figures: { openByAge } }: { month: string; figures: All }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const lines = agesOf(openByAge);
  const search = (agency: string | null): RecordSearch => searchOf("instansi", agency, { keadaan: "OPEN" });
  const span = (age: number) =>
    AGES[age + 1] === undefined
      ? t("{{n}} hari atau lebih", { n: AGES[age] })
      : t("{{from}} sampai {{to}} hari", { from: AGES[age], to: (AGES[age + 1] ?? 0) - 1 });
  const nobody = t("Belum diteruskan");
  const who = (line: { agencyName: string | null; owedBy: string }) => line.agencyName ?? nobody;
  return (
    <Section id="ages" title={t("Umur aduan yang belum dijawab")}>
      {lines.length === 0 ? (
        <p className="hint">{t("Semua aduan bulan ini sudah dijawab atau berakhir.")}</p>
      ) : (
        <>
          <Chart
            name={t("Umur aduan yang belum dijawab")}
            open={(line) =>
              lines[line] &&
              void navigate({ to: "/rekap/$month/aduan", params: { month }, search: search(lines[line].agency) })
            }
            lines={lines
              .slice(0, MOST_BARS)
              .map((line) => ({ name: `${who(line)} · ${t(roleWord(line.owedBy))}`, values: line.counts }))}
            parts={["good", "brand", "soon", "late", "edge"].map((tone, age) => ({ word: span(age), tone }))}
          />
          <Fold rows={lines.length}>
            <Scroll name={t("Umur aduan yang belum dijawab")}>
              <table id="recap-ages" className={css.figures}>
                <thead>
                  <tr>
                    <th scope="col">{t("Instansi")}</th>
                    <th scope="col">{t("Langkah berikut oleh")}</th>
                    {AGES.map((least, age) => (
                      <th key={least} scope="col" className="amount">
                        {span(age)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr key={`${line.owedBy} ${line.agency}`}>
                      <th scope="row">
                        <Records month={month} search={search(line.agency)}>
                          {who(line)}
                        </Records>
                      </th>
                      <td>{t(roleWord(line.owedBy))}</td>
                      {line.counts.map((count, age) => (
                        <td key={AGES[age]} className="amount">
                          {number(count)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </Fold>
        </>
      )}
    </Section>
  );
}

function Moves({ figures: { moves } }: { figures: All }) {
  const { t } = useTranslation();
  const matrix = movesOf(moves);
  return (
    <Section id="moves" title={t("Perpindahan antarinstansi")}>
      {moves.length === 0 ? (
        <p className="hint">{t("Tidak ada aduan yang didelegasikan ulang.")}</p>
      ) : (
        <>
          <Scroll name={t("Perpindahan antarinstansi")}>
            <table id="recap-moves" className={css.matrix}>
              <thead>
                <tr>
                  <th scope="col">{t("Dari ↓ ke →")}</th>
                  {matrix.to.map(([to, name]) => (
                    <th key={to} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {matrix.from.map(([from, name]) => (
                  <tr key={from}>
                    <th scope="row">{name}</th>
                    {matrix.to.map(([to]) => {
                      const count = matrix.count(from, to);
                      return (
                        <td
                          key={to}
                          style={
                            count > 0
                              ? {
                                  background: `color-mix(in srgb, var(--soon-wash) ${25 + (75 * count) / matrix.most}%, transparent)`,
                                }
                              : undefined
                          }
                        >
                          {count > 0 ? number(count) : "·"}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Fold rows={moves.length}>
            <Scroll name={t("Alasan perpindahan")}>
              <table id="recap-move-reasons">
                <thead>
                  <tr>
                    <th scope="col">{t("Dari")}</th>
                    <th scope="col">{t("Ke")}</th>
                    <th scope="col">{t("Alasan")}</th>
                    <th scope="col" className="amount">
                      {t("Aduan")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {moves.map((move) => (
                    <tr key={`${move.from}>${move.to}>${move.reason}`}>
                      <th scope="row">{move.fromName}</th>
                      <td>{move.toName}</td>
                      <td>{t(misroutingWord(move.reason))}</td>
                      <td className="amount">{number(move.count)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          </Fold>
        </>
      )}
    </Section>
  );
}
