import { queryOptions } from "@tanstack/react-query";
import { take } from "./answer";
import type { IntakeSchemas } from "./call";
import { open } from "./open";

/** Longitude and latitude in degrees, as GeoJSON has them; some places have a height, too. */
export type Position = number[];
/** Rings, the outer one first; the others are holes. */
export type Polygon = Position[][];

export type District = IntakeSchemas["Properties"] & {
  /** Empty where the government brought no outlines. */
  polygons: Polygon[];
};

export interface Regions {
  /** Whose work the outlines are. */
  source: string | undefined;
  /** To how many metres they are true. */
  accuracy: number | undefined;
  districts: District[];
}

export const regionsQuery = (government: string) =>
  queryOptions({
    queryKey: ["regions", government],
    queryFn: ({ signal }) => read(government, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

async function read(government: string, signal: AbortSignal): Promise<Regions> {
  const { source, accuracy, features } = await take(
    open.GET("/api/intake/v1/governments/{id}/regions", { params: { path: { id: government } }, signal }),
  );
  return {
    source,
    accuracy,
    districts: features.map(({ properties, geometry }) => ({ ...properties, polygons: geometry?.coordinates ?? [] })),
  };
}

/** The district of a code, and the village where the code is that of one. */
export function placeOf(
  districts: District[],
  code: string | undefined,
): { district?: District; village?: District["villages"][number] } {
  const district =
    code === undefined ? undefined : districts.find((one) => code === one.code || code.startsWith(`${one.code}.`));
  const village = district?.villages.find((one) => one.code === code);
  return { ...(district && { district }), ...(village && { village }) };
}
