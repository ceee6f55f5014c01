import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { routing, take, type RoutingSchemas } from "../api/call";

export type Waiting = RoutingSchemas["Waiting"];

type Kind = "undecided" | "offered";

const PAGE = 25;

/** Complaints that wait for somebody to decide on them, or to take them. */
export const waitingQuery = (kind: Kind) =>
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

export function useWaiting(kind: Kind) {
  const found = useInfiniteQuery(waitingQuery(kind));
  return { found, items: found.data?.pages.flatMap((page) => page.items) ?? [] };
}

export type Found = ReturnType<typeof useWaiting>;
