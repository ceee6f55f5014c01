import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { desk, take, type Schemas } from "../../shared/api/call";

export type CaseFile = Schemas["CaseFile"];
export type Action = Schemas["Action"];

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ["case", id],
    queryFn: ({ signal }) => take(desk.GET("/api/response/v1/cases/{id}", { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });

/** What of the words that were looked for in the queue stands in the case. */
export const foundQuery = (id: string, text: string) =>
  queryOptions({
    queryKey: ["found", id, text],
    queryFn: ({ signal }) =>
      take(desk.GET("/api/response/v1/cases/{id}/found", { params: { path: { id }, query: { text } }, signal })),
    staleTime: Infinity,
  });

/** What a deed to the case leads to: the file that comes back is shown, and lists are asked again. */
export function useOutcome(id: string) {
  const queries = useQueryClient();
  const ask = (...queryKey: string[]) => void queries.invalidateQueries({ queryKey });
  return {
    went: (file: CaseFile | undefined) => {
      if (file) {
        queries.setQueryData(["case", id], file);
      } else {
        ask("case", id);
      }
      ask("cases");
      ask("counts");
    },
    // Refused mostly means that the page shows yesterday's state.
    failed: () => ask("case", id),
  };
}

/** Does something to the case. */
export function useDeed<T>(
  id: string,
  act: (input: T) => Promise<CaseFile | undefined>,
  done?: (file: CaseFile | undefined) => void,
) {
  const { went, failed } = useOutcome(id);
  return useMutation({
    mutationFn: act,
    onSuccess: (file) => {
      went(file);
      done?.(file);
    },
    onError: failed,
  });
}

export const possibility = (file: CaseFile, action: Action) => file.actions.find((one) => one.action === action);
export const may = (file: CaseFile, action: Action): boolean => possibility(file, action)?.allowed ?? false;
