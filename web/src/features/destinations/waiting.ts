import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "../../shared/api/call";
import type { MisroutingRow } from "./matrix";

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

export const misroutingQuery = (from: string, to: string) =>
  queryOptions({ queryKey: ["misrouting", from, to], queryFn: () => call<MisroutingRow[]>(`/api/routing/v1/misrouting?from=${from}&to=${to}`) });
