import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { desk, take, type Schemas } from "../../shared/api/call";
import type { CasesQuery } from "./search";

export type CaseRow = Schemas["CaseRow"];

const PAGE = 100;

export const casesQuery = (query: CasesQuery) =>
  infiniteQueryOptions({
    queryKey: ["cases", query],
    queryFn: ({ pageParam, signal }) =>
      take(
        desk.GET("/api/response/v1/cases", {
          params: { query: { ...query, limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });

export const countsQuery = queryOptions({
  queryKey: ["counts"],
  queryFn: () => take(desk.GET("/api/response/v1/counts")),
  refetchInterval: 60_000,
});
