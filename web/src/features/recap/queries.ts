import { queryOptions } from "@tanstack/react-query";
import { reporting, take } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { readTimesIn } from "../../shared/lib/time";

/** The recap of a month, as paths name it. */
export const ofMonth = (month: string): { government: string; month: string } => ({
  government: person().government,
  month,
});

const LOOK_AGAIN = 1_000;
/** Others work on the same recap. */
const LOOK_AFTER_OTHERS = 30_000;

export const recapQuery = (month: string, version?: string) =>
  queryOptions({
    queryKey: ["recap", month, version ?? ""],
    queryFn: async ({ signal }) => {
      const recap = await take(
        reporting.GET("/api/reporting/v1/recaps/{government}/{month}", {
          params: { path: ofMonth(month), query: version ? { version } : {} },
          signal,
        }),
      );
      readTimesIn(recap.zone);
      return recap;
    },
    refetchInterval: ({ state: { data } }) =>
      data?.compiling ? LOOK_AGAIN : data && data.state !== "ARCHIVED" ? LOOK_AFTER_OTHERS : false,
  });
