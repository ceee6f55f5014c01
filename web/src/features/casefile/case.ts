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

/** Does something to the case; the file that comes back is shown, and lists are asked again. */
export function useDeed<T>(
  id: string,
  act: (input: T) => Promise<CaseFile | undefined>,
  done?: (file: CaseFile | undefined) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (file) => {
      if (file) {
        queries.setQueryData(["case", id], file);
      } else {
        void queries.invalidateQueries({ queryKey: ["case", id] });
      }
      void queries.invalidateQueries({ queryKey: ["cases"] });
      void queries.invalidateQueries({ queryKey: ["counts"] });
      done?.(file);
    },
    // Refused mostly means that the page shows yesterday's state.
    onError: () => void queries.invalidateQueries({ queryKey: ["case", id] }),
  });
}

export const possibility = (file: CaseFile, action: Action) => file.actions.find((one) => one.action === action);
export const may = (file: CaseFile, action: Action): boolean => possibility(file, action)?.allowed ?? false;
