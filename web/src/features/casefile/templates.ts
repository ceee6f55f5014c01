import { queryOptions } from "@tanstack/react-query";
import { desk, take } from "../../shared/api/call";

export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  queryFn: () => take(desk.GET("/api/response/v1/templates")),
  staleTime: 60_000,
});
