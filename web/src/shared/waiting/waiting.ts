import { infiniteQueryOptions, queryOptions, useInfiniteQuery, type QueryClient } from "@tanstack/react-query";
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

/** Beyond so many routing does not count. */
export const MANY = 1_000;

/** How many wait for a coordinator. */
export const undecidedCountQuery = queryOptions({
  queryKey: ["waiting", "count"],
  queryFn: ({ signal }) => take(routing.GET("/api/routing/v1/undecided/count", { signal })),
  refetchInterval: 20_000,
});

/** What somebody just decided waits no more, though routing may need a moment to hear of it. */
export const noLongerWaits = (queries: QueryClient, decided: string): void =>
  void queries.setQueryData(
    waitingQuery("undecided").queryKey,
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== decided) })),
      },
  );

export function useWaiting(kind: Kind) {
  const found = useInfiniteQuery(waitingQuery(kind));
  return { found, items: found.data?.pages.flatMap((page) => page.items) ?? [] };
}

export type Found = ReturnType<typeof useWaiting>;
