import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../shared/api/call";

export interface Option {
  agency: string;
  confidence: number;
  by: string;
  reason: string;
}

export interface Waiting {
  id: string;
  number: string;
  state: string;
  agency: string | null;
  hop: number;
  receivedAt: string;
  dueAt: string | null;
  title: string | null;
  text: string | null;
  category: string | null;
  region: string | null;
  options: Option[];
  target: string | null;
  returnReason: string | null;
}

interface WaitingPage {
  items: Waiting[];
  next: string | null;
}

const PAGE = 25;

/** Complaints that wait for somebody to decide on them, or to take them. */
export const waitingQuery = (kind: "undecided" | "offered") =>
  infiniteQueryOptions({
    queryKey: ["waiting", kind],
    queryFn: ({ pageParam, signal }) => call<WaitingPage>(`/api/routing/v1/${kind}?limit=${PAGE}${pageParam ? `&after=${encodeURIComponent(pageParam)}` : ""}`, { signal }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 20_000,
  });

export interface MisroutingRow {
  from: string;
  to: string;
  reason: string;
  count: number;
}

export const misroutingQuery = (from: string, to: string) =>
  queryOptions({ queryKey: ["misrouting", from, to], queryFn: () => call<MisroutingRow[]>(`/api/routing/v1/misrouting?from=${from}&to=${to}`) });

/** From and to as a table: the agencies that gave back, against those that got it. */
export interface Matrix {
  from: string[];
  to: string[];
  count: (from: string, to: string) => number;
  most: number;
}

export function matrixOf(rows: MisroutingRow[]): Matrix {
  const sums = new Map<string, number>();
  for (const { from, to, count } of rows) {
    const cell = `${from}\n${to}`;
    sums.set(cell, (sums.get(cell) ?? 0) + count);
  }
  const busiest = (side: "from" | "to") => {
    const totals = new Map<string, number>();
    rows.forEach((row) => totals.set(row[side], (totals.get(row[side]) ?? 0) + row.count));
    return [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([agency]) => agency);
  };
  return { from: busiest("from"), to: busiest("to"), count: (from, to) => sums.get(`${from}\n${to}`) ?? 0, most: Math.max(0, ...sums.values()) };
}
