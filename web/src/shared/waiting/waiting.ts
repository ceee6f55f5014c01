import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { routing, take, type RoutingSchemas } from "../api/call";

export type Waiting = RoutingSchemas["Waiting"];

type Kind = "undecided" | "offered";

const PAGE = 25;

/** Complaints that wait for somebody to decide on them, or to take them; those with these words, if any are looked for. */
export const waitingQuery = (kind: Kind, text = "") =>
  infiniteQueryOptions({
    queryKey: ["waiting", kind, text],
    queryFn: ({ pageParam, signal }) =>
      take(
        routing.GET(`/api/routing/v1/${kind}`, {
          params: { query: { limit: PAGE, ...(text ? { text } : {}), ...(pageParam ? { after: pageParam } : {}) } },
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
  void queries.setQueriesData<InfiniteData<RoutingSchemas["WaitingPage"]>>(
    { queryKey: ["waiting", "undecided"] },
    (known) =>
      known && {
        ...known,
        pages: known.pages.map((page) => ({ ...page, items: page.items.filter(({ id }) => id !== decided) })),
      },
  );

export function useWaiting(kind: Kind, text?: string) {
  const found = useInfiniteQuery(waitingQuery(kind, text));
  return { found, items: found.data?.pages.flatMap((page) => page.items) ?? [] };
}

export type Found = ReturnType<typeof useWaiting>;
