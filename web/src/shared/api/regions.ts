import { queryOptions } from "@tanstack/react-query";
import { Problem } from "./problem";

/** Longitude and latitude in degrees, as GeoJSON has them; some places have a height, too. */
export type Position = number[];
/** Rings, the outer one first; the others are holes. */
export type Polygon = Position[][];

export interface District {
  code: string;
  name: string;
  villages: { code: string; name: string; kind: "KELURAHAN" | "DESA" }[];
  /** Empty where the government brought no outlines. */
  polygons: Polygon[];
}

export interface Regions {
  /** Whose work the outlines are. */
  source: string | undefined;
  /** To how many metres they are true. */
  accuracy: number | undefined;
  districts: District[];
}

/** What intake answers: GeoJSON (RFC 7946). */
interface Answer {
  source?: string;
  accuracy?: number;
  features: { properties: Omit<District, "polygons">; geometry: { coordinates: Polygon[] } | null }[];
}

export const regionsQuery = (government: string) =>
  queryOptions({ queryKey: ["regions", government], queryFn: ({ signal }) => read(government, signal), staleTime: Number.POSITIVE_INFINITY });

/** A public fact, asked for without a name, so that the browser may keep it. */
async function read(government: string, signal: AbortSignal): Promise<Regions> {
  const answer = await fetch(`/api/intake/v1/governments/${encodeURIComponent(government)}/regions`, { signal });
  if (!answer.ok) {
    throw Problem.of(answer.status, {});
  }
  const { source, accuracy, features } = (await answer.json()) as Answer;
  return { source, accuracy, districts: features.map(({ properties, geometry }) => ({ ...properties, polygons: geometry?.coordinates ?? [] })) };
}

/** The district of a code, and the village where the code is that of one. */
export function placeOf(districts: District[], code: string | undefined): { district?: District; village?: District["villages"][number] } {
  const district = code === undefined ? undefined : districts.find((one) => code === one.code || code.startsWith(`${one.code}.`));
  const village = district?.villages.find((one) => one.code === code);
  return { ...(district && { district }), ...(village && { village }) };
}
