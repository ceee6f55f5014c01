import { queryOptions } from "@tanstack/react-query";
import { call } from "../../shared/api/call";
import { person } from "../../shared/auth/session";
import { readTimesIn } from "../../shared/lib/time";
import type { RecapView } from "./recap";

export const recapsPath = (): string => `/api/reporting/v1/recaps/${encodeURIComponent(person().government)}`;
export const recapPath = (month: string): string => `${recapsPath()}/${month}`;

const LOOK_AGAIN = 1_000;
/** Others work on the same recap. */
const LOOK_AFTER_OTHERS = 30_000;

export const recapQuery = (month: string, version?: string) =>
  queryOptions({
    queryKey: ["recap", month, version ?? ""],
    queryFn: async ({ signal }) => {
      const recap = await call<RecapView>(`${recapPath(month)}${version ? `?version=${version}` : ""}`, { signal });
      readTimesIn(recap.zone);
      return recap;
    },
    refetchInterval: ({ state: { data } }) => (data?.compiling ? LOOK_AGAIN : data && data.state !== "ARCHIVED" ? LOOK_AFTER_OTHERS : false),
  });
