import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { routing, take, type RoutingSchemas } from "../../shared/api/call";

export type Waiting = RoutingSchemas["Waiting"];

const PAGE = 25;

/** Complaints that wait for somebody to decide on them, or to take them. */
export const waitingQuery = (kind: "undecided" | "offered") =>
  infiniteQueryOptions({
    queryKey: ["waiting", kind],
    queryFn: ({ pageParam, signal }) =>
      take(
        routing.GET(`/api/routing/v1/${kind}`, {
          params: { query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 20_000,
  });

export const misroutingQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ["misrouting", from, to],
    queryFn: () => take(routing.GET("/api/routing/v1/misrouting", { params: { query: { from, to } } })),
  });
