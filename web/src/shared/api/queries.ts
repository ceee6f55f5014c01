import { queryOptions, useQuery } from "@tanstack/react-query";
import { desk, intake, routing, take, type RoutingSchemas } from "./call";

const FOREVER = { staleTime: Number.POSITIVE_INFINITY };

type Directory = RoutingSchemas["Directory"];

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => take(desk.GET("/api/response/v1/me")),
  ...FOREVER,
});
export const directoryQuery = queryOptions({
  queryKey: ["directory"],
  queryFn: () => take(routing.GET("/api/routing/v1/directory")),
  ...FOREVER,
});
export const governmentsQuery = queryOptions({
  queryKey: ["governments"],
  queryFn: () => take(intake.GET("/api/intake/v1/governments")),
  ...FOREVER,
});

/** Who works here; for those whom the service lets read it. */
export const peopleQuery = queryOptions({
  queryKey: ["people"],
  queryFn: () => take(desk.GET("/api/response/v1/people")),
  staleTime: 60_000,
});

/** The answers that an agency has at hand. */
export const templatesQuery = queryOptions({
  queryKey: ["templates"],
  queryFn: () => take(desk.GET("/api/response/v1/templates")),
  staleTime: 60_000,
});

export function useDirectory(): Directory {
  return useQuery(directoryQuery).data ?? { agencies: [], institutions: [], group: null };
}

export function useAgencyName(): (id: string) => string {
  const { agencies } = useDirectory();
  return (id) => agencies.find((agency) => agency.id === id)?.name ?? id;
}

export function useCategories(government: string): { id: string; name: string }[] {
  return useQuery(governmentsQuery).data?.find(({ id }) => id === government)?.categories ?? [];
}
