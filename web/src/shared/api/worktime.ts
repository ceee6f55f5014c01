import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { person } from "../auth/person";
import { isoDay } from "../lib/time";
import { closingAfter, yearsAbout } from "../lib/worktime";
import { routing, take } from "./call";

/**
 * A moment to be done by, as a field for local time has it: what somebody chose, and before that the end of the next day
 * on which their agency works. Empty while its calendar is not known.
 */
export function useDue(): [due: string, choose: (due: string) => void] {
  const [chosen, choose] = useState<string>();
  const today = isoDay(Date.now());
  const { agency } = person();
  const days = useQueries({
    queries: yearsAbout(today).map((year) => ({
      queryKey: ["calendar", Number(year), agency],
      queryFn: () =>
        take(
          routing.GET("/api/routing/v1/calendar/{year}", {
            params: { path: { year }, query: agency ? { agency } : {} },
          }),
        ),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (found) => found.flatMap(({ data }) => data?.days ?? []),
  });
  return [chosen ?? closingAfter(today, days) ?? "", choose];
}
