import { queryOptions, useQuery } from "@tanstack/react-query";
import { call, desk, take } from "./call";

const FOREVER = { staleTime: Number.POSITIVE_INFINITY };

export interface Agency {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  divisions?: { id: string; name: string; parent?: string | null }[];
}

export interface Directory {
  agencies: Agency[];
  institutions: { id: string; name: string; advice: string }[];
  group: string | null;
}

interface Government {
  id: string;
  name: string;
  categories: { id: string; name: string }[];
}

export const meQuery = queryOptions({ queryKey: ["me"], queryFn: () => take(desk.GET("/api/response/v1/me")), ...FOREVER });
export const directoryQuery = queryOptions({ queryKey: ["directory"], queryFn: () => call<Directory>("/api/routing/v1/directory"), ...FOREVER });
export const governmentsQuery = queryOptions({ queryKey: ["governments"], queryFn: () => call<Government[]>("/api/intake/v1/governments"), ...FOREVER });

/** Who works here; for those whom the service lets read it. */
export const peopleQuery = queryOptions({ queryKey: ["people"], queryFn: () => take(desk.GET("/api/response/v1/people")), staleTime: 60_000 });

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
