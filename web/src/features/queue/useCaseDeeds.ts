import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { desk, take } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { say, warn } from "../../shared/ui/notices";
import type { CaseRow } from "./queries";

/** What can be done with a case without opening it. */
export function useCaseDeeds() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const accepting = useMutation({
    mutationFn: (row: CaseRow) =>
      take(desk.POST("/api/response/v1/cases/{id}/accept", { params: { path: { id: row.id } } })),
    onSuccess: (_, row) => say(t("Aduan {{number}} diterima untuk ditangani.", { number: row.number })),
    onError: (failure, row) => warn(`${row.number}: ${failure instanceof Problem ? failure.detail : failure.message}`),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["cases"] });
      void queries.invalidateQueries({ queryKey: ["counts"] });
    },
  });
  return { accept: (row: CaseRow) => accepting.mutate(row) };
}
