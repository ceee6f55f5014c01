import { queryOptions } from "@tanstack/react-query";
import { routing, take } from "../../shared/api/call";

export const misroutingQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ["misrouting", from, to],
    queryFn: () => take(routing.GET("/api/routing/v1/misrouting", { params: { query: { from, to } } })),
  });
