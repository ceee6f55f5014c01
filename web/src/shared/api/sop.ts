import { queryOptions } from "@tanstack/react-query";
import { routing, take } from "./call";

export const sopQuery = queryOptions({
  queryKey: ["sop"],
  queryFn: () => take(routing.GET("/api/routing/v1/sop")),
  staleTime: Number.POSITIVE_INFINITY,
});
