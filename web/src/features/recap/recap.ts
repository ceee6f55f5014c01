import type { ReportingSchemas } from "../../shared/api/call";
import { spanOf, spanWords } from "../../shared/lib/deadline";
import { NONE, type RecordSearch } from "./search";

export type RecapView = ReportingSchemas["RecapView"];
export type RecapState = RecapView["state"];
export type Act = RecapView["acts"][number];
export type Version = RecapView["versions"][number];
export type Step = RecapView["steps"][number];
export type Deed = RecapView["deeds"][number];
export type Month = ReportingSchemas["Month"];
export type Figures = ReportingSchemas["Figures"];
export type Totals = ReportingSchemas["Totals"];
export type Part = ReportingSchemas["Part"];
export type DeadlineShare = ReportingSchemas["DeadlineShare"];
export type Move = ReportingSchemas["Move"];
export type OpenCases = ReportingSchemas["OpenCases"];
export type Satisfaction = ReportingSchemas["Satisfaction"];

/** The version that is judged: the latest one of the whole month. */
export const inHand = ({ versions }: Pick<RecapView, "versions">): Version | undefined =>
  versions.findLast(({ preliminary }) => !preliminary);

/** The evaluation of the version in hand; undefined before it is written. */
export const evaluationOf = (recap: Pick<RecapView, "versions" | "deeds">): Deed | undefined => {
  const version = inHand(recap)?.version;
  return recap.deeds.findLast((deed) => deed.kind === "EVALUATION_WRITTEN" && deed.version === version);
};

/** Why it was returned; undefined unless that is the last that was decided. */
export const remarksOf = ({ deeds }: Pick<RecapView, "deeds">): Deed | undefined => {
  const returned = deeds.findLastIndex(({ kind }) => kind === "RETURNED");
  return returned >= 0 && !deeds.slice(returned).some(({ kind }) => kind === "EVALUATED") ? deeds[returned] : undefined;
};

export const dispositionOf = ({ deeds }: Pick<RecapView, "deeds">): Deed | undefined =>
  deeds.findLast(({ kind }) => kind === "DISPOSED");

/** Who is to act next, by the role's name in the words of a SOP; nobody where only imports tell of the month. */
export function owedBy(recap: Pick<RecapView, "owed" | "state" | "versions" | "deeds">): string | undefined {
  if (!recap.owed) {
    return undefined;
  }
  switch (recap.state) {
    case "RUNNING":
    case "ARCHIVED":
      return undefined;
    case "DUE":
      return "INTAKE_OFFICER";
    case "COMPILED":
      return evaluationOf(recap) ? "HEAD" : "ANALYST";
    case "EVALUATED":
      return "HEAD";
    case "DISPOSED":
      return "ARCHIVIST";
  }
}

/** What each complaint of a total is; together they make it up, and each opens its records. */
export const OUTCOMES = [
  {
    id: "answeredInTime",
    word: "Dijawab tepat waktu",
    tone: "good",
    of: (totals: Totals) => totals.answeredInTime,
    search: { keadaan: "ANSWERED", ketepatan: "ON_TIME" },
  },
  {
    id: "answeredLate",
    word: "Dijawab terlambat",
    tone: "soon",
    of: (totals: Totals) => totals.answeredLate,
    search: { keadaan: "ANSWERED", ketepatan: "LATE" },
  },
  {
    id: "answeredUnpromised",
    word: "Dijawab, tanpa janji layanan",
    tone: "soft",
    of: (totals: Totals) => totals.answered - totals.answeredInTime - totals.answeredLate,
    search: { keadaan: "ANSWERED" },
  },
  {
    id: "openInTime",
    word: "Belum dijawab, tidak lewat tenggat",
    tone: "brand",
    of: (totals: Totals) => totals.open - totals.overdue,
    search: { keadaan: "OPEN" },
  },
  {
    id: "overdue",
    word: "Belum dijawab, lewat tenggat",
    tone: "late",
    of: (totals: Totals) => totals.overdue,
    search: { keadaan: "OPEN", ketepatan: "OVERDUE" },
  },
  {
    id: "ended",
    word: "Berakhir tanpa jawaban",
    tone: "edge",
    of: (totals: Totals) => totals.ended,
    search: { keadaan: "ENDED" },
  },
] as const satisfies readonly {
  id: string;
  word: string;
  tone: string;
  of: (totals: Totals) => number;
  search: RecordSearch;
}[];

/** What a total tells, in the order of the tables; those with a search open their records. */
export const FIGURES: readonly { id: keyof Totals; word: string; search?: RecordSearch; late?: boolean }[] = [
  { id: "received", word: "Aduan masuk", search: {} },
  { id: "answered", word: "Dijawab", search: { keadaan: "ANSWERED" } },
  { id: "answeredInTime", word: "Dijawab tepat waktu", search: { keadaan: "ANSWERED", ketepatan: "ON_TIME" } },
  { id: "answeredLate", word: "Dijawab terlambat", search: { keadaan: "ANSWERED", ketepatan: "LATE" }, late: true },
  { id: "resolved", word: "Tuntas di lapangan" },
  { id: "closed", word: "Dijawab dan ditutup" },
  { id: "open", word: "Belum dijawab", search: { keadaan: "OPEN" } },
  { id: "overdue", word: "Lewat tenggat", search: { keadaan: "OPEN", ketepatan: "OVERDUE" }, late: true },
  { id: "ended", word: "Berakhir tanpa jawaban", search: { keadaan: "ENDED" } },
  { id: "objected", word: "Dengan keberatan" },
  { id: "imported", word: "Data impor" },
];

export const count = (totals: Totals, id: keyof Totals): number => totals[id] ?? 0;

/** What the tables of a recap tell; of imports only where there are some. */
export const figuresOf = ({
  totals,
  monthBefore,
  yearBefore,
}: Pick<Figures, "totals" | "monthBefore" | "yearBefore">): typeof FIGURES =>
  FIGURES.filter(
    ({ id }) =>
      id !== "imported" || [totals, monthBefore, yearBefore].some((one) => one !== null && count(one, "imported") > 0),
  );

/** The ways in which a recap cuts its complaints, and by which filter each part is found again. */
export const CUTS = [
  { id: "agencies", of: "byAgency", filter: "instansi", word: "Per instansi", head: "Instansi" },
  { id: "categories", of: "byCategory", filter: "kategori", word: "Per kategori", head: "Kategori" },
  { id: "types", of: "byType", filter: "jenis", word: "Per jenis", head: "Jenis" },
  { id: "channels", of: "byChannel", filter: "kanal", word: "Per kanal", head: "Kanal" },
  { id: "areas", of: "byArea", filter: "wilayah", word: "Per wilayah", head: "Wilayah" },
] as const;

export const searchOf = (
  filter: (typeof CUTS)[number]["filter"],
  key: string | null,
  more: RecordSearch = {},
): RecordSearch => ({ ...more, [filter]: key ?? NONE });

export { monthName } from "../../shared/lib/time";

export const secondsWords = (seconds: number, word: (key: string, values: { n: number }) => string): string =>
  spanWords(spanOf(Math.abs(seconds) * 1000), word);

const DAY = 86_400;

/** Where a record of another system tells the day alone, times are whole days to the second. */
export const isByDay = (seconds: number): boolean => seconds % DAY === 0;

export const answerWords = (seconds: number, word: (key: string, values: { n: number }) => string): string =>
  !isByDay(seconds)
    ? secondsWords(seconds, word)
    : seconds === 0
      ? word("hari yang sama", { n: 0 })
      : word("{{n}} hari", { n: seconds / DAY });

/** The open complaints by how long they have been open, one line for who holds them. */
export interface AgeLine {
  owedBy: string;
  agency: string | null;
  agencyName: string | null;
  counts: number[];
}

export const AGES = [0, 3, 7, 14, 60] as const;

export function agesOf(rows: OpenCases[]): AgeLine[] {
  const lines = new Map<string, AgeLine>();
  for (const { owedBy: role, agency, agencyName, days, count } of rows) {
    const key = `${role}\n${agency ?? ""}`;
    const line = lines.get(key) ?? { owedBy: role, agency, agencyName, counts: AGES.map(() => 0) };
    lines.set(key, line);
    const age = AGES.findLastIndex((least) => days >= least);
    line.counts[age] = (line.counts[age] ?? 0) + count;
  }
  const weight = ({ counts }: AgeLine) => counts.reduce((sum, count) => sum + count, 0);
  return [...lines.values()].sort((a, b) => weight(b) - weight(a));
}

/** From and to as a table: who gave complaints away, against who got them. */
export function movesOf(moves: Move[]): {
  from: [string, string][];
  to: [string, string][];
  count: (from: string, to: string) => number;
  most: number;
} {
  const sums = new Map<string, number>();
  const side = (id: (move: Move) => string, name: (move: Move) => string): [string, string][] => {
    const totals = new Map<string, [name: string, count: number]>();
    moves.forEach((move) => totals.set(id(move), [name(move), (totals.get(id(move))?.[1] ?? 0) + move.count]));
    return [...totals]
      .sort(([, a], [, b]) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .map(([key, [label]]) => [key, label]);
  };
  moves.forEach(({ from, to, count }) => sums.set(`${from}\n${to}`, (sums.get(`${from}\n${to}`) ?? 0) + count));
  return {
    from: side(
      ({ from }) => from,
      ({ fromName }) => fromName,
    ),
    to: side(
      ({ to }) => to,
      ({ toName }) => toName,
    ),
    count: (from, to) => sums.get(`${from}\n${to}`) ?? 0,
    most: Math.max(0, ...sums.values()),
  };
}
