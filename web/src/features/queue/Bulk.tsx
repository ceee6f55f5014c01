import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { desk, take, type Schemas } from "../../shared/api/call";
import { meQuery } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { useDue } from "../../shared/api/worktime";
import { momentOf, number } from "../../shared/lib/time";
import { say } from "../../shared/ui/notices";
import { Each } from "../../shared/ui/Each";
import { Dialog, Failure } from "../../shared/ui/parts";
import css from "./Queue.module.css";
import type { CaseRow } from "./queries";

type BulkAction = Exclude<Schemas["BulkAction"], "ASSIGN_TO_NOBODY">;

/** So many does the service take at once. */
const AT_ONCE = 100;

/** The schema leaves open what is always there. */
type Result = Schemas["Result"] & { id: string; done: boolean };

async function order(wanted: Schemas["Bulk"]): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < wanted.ids.length; at += AT_ONCE) {
    const report = await take(
      desk.POST("/api/response/v1/bulk", { body: { ...wanted, ids: wanted.ids.slice(at, at + AT_ONCE) } }),
    );
    results.push(...(report.results as Result[]));
  }
  return results;
}

const WORD: Record<BulkAction, string> = {
  ACCEPT: "Terima",
  ASSIGN_TO_ME: "Jadikan tugas saya",
  DISPOSE: "Disposisikan",
};

/** One action for all that are chosen: first what would happen, then doing it, then what did not work and why. */
export function Bulk({ chosen, clear }: { chosen: CaseRow[]; clear: () => void }) {
  const { t } = useTranslation();
  const [action, setAction] = useState<BulkAction>();
  const { roles } = person();
  const offered: BulkAction[] = roles.has("agency-admin")
    ? ["ACCEPT", "ASSIGN_TO_ME", "DISPOSE"]
    : roles.has("division-staff")
      ? ["ASSIGN_TO_ME", "DISPOSE"]
      : [];
  return (
    <div className={css.bulk} role="group" aria-label={t("Tindakan untuk yang dipilih")} id="bulk">
      <strong>{t("{{n}} dipilih", { n: number(chosen.length) })}</strong>
      {offered.map((one) => (
        <button key={one} type="button" id={`bulk-${one}`} onClick={() => setAction(one)}>
          {t(WORD[one])}
        </button>
      ))}
      <button type="button" className="bare" onClick={clear}>
        {t("Lepas pilihan")}
      </button>
      {action && (
        <BulkDialog
          action={action}
          chosen={chosen}
          close={(done) => {
            setAction(undefined);
            if (done) {
              clear();
            }
          }}
        />
      )}
    </div>
  );
}

function BulkDialog({
  action,
  chosen,
  close,
}: {
  action: BulkAction;
  chosen: CaseRow[];
  close: (done: boolean) => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [division, setDivision] = useState("");
  const [instruction, setInstruction] = useState("");
  const [due, setDue] = useDue();
  const ready = action !== "DISPOSE" || (division !== "" && instruction.trim() !== "" && due !== "");
  const ids = chosen.map(({ id }) => id);
  const wanted = (dryRun: boolean): Schemas["Bulk"] => ({
    action,
    ids,
    dryRun,
    ...(action === "DISPOSE" ? { division, instruction: instruction.trim(), dueAt: momentOf(due) } : {}),
  });
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["cases"] }),
      queries.invalidateQueries({ queryKey: ["counts"] }),
    ]);
  const trial = useQuery({
    queryKey: ["bulk", action, ids, division, due],
    queryFn: () => order(wanted(true)),
    enabled: ready,
    staleTime: 0,
    gcTime: 0,
  });
  const doing = useMutation({
    mutationFn: () => order(wanted(false)),
    onSuccess: (results) => {
      void refresh();
      const done = results.filter((one) => one.done).map(({ id }) => id);
      const undo =
        action === "ASSIGN_TO_ME" && done.length > 0
          ? {
              word: t("Batalkan"),
              run: () => void order({ action: "ASSIGN_TO_NOBODY", ids: done, dryRun: false }).then(refresh),
            }
          : undefined;
      say(t("{{n}} aduan: {{action}}.", { n: number(done.length), action: t(WORD[action]).toLowerCase() }), undo);
      if (done.length === results.length) {
        close(true);
      }
    },
  });
  const results = doing.data ?? trial.data ?? [];
  const failing = results.filter((one) => !one.done);
  const able = results.length - failing.length;
  const numberOf = (id: string) => chosen.find((row) => row.id === id)?.number ?? id;
  return (
    <Dialog
      title={t(WORD[action])}
      id="bulk-dialog"
      close={() => close(doing.isSuccess)}
      actions={
        doing.isSuccess ? (
          <button type="button" onClick={() => close(true)}>
            {t("Tutup")}
          </button>
        ) : (
          <>
            <button type="button" onClick={() => close(false)}>
              {t("Batal")}
            </button>
            <button
              type="button"
              className="main"
              id="bulk-do"
              disabled={!ready || able === 0 || doing.isPending}
              aria-busy={doing.isPending}
              onClick={() => doing.mutate()}
            >
              {t("{{action}}: {{n}} aduan", { action: t(WORD[action]), n: number(able) })}
            </button>
          </>
        )
      }
    >
      {action === "DISPOSE" && !doing.isSuccess && (
        <>
          <div className="field">
            <label htmlFor="bulk-division">{t("Bidang")}</label>
            <select id="bulk-division" value={division} onChange={(event) => setDivision(event.target.value)}>
              <option value="">{t("Pilih bidang")}</option>
              {me?.divisions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="bulk-instruction">{t("Instruksi")}</label>
            <textarea
              id="bulk-instruction"
              rows={3}
              maxLength={2000}
              value={instruction}
              onChange={(event) => setInstruction(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="bulk-due">{t("Jawaban bidang paling lambat")}</label>
            <input id="bulk-due" type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
          </div>
        </>
      )}
      {(trial.isError || doing.isError) && <Failure of={doing.error ?? trial.error} inline />}
      {results.length > 0 && (
        <p role="status">
          {doing.isSuccess
            ? t("{{done}} berhasil, {{failed}} tidak.", { done: number(able), failed: number(failing.length) })
            : t("Uji coba: {{done}} dari {{all}} dapat diproses.", { done: number(able), all: number(results.length) })}
        </p>
      )}
      {failing.length > 0 && (
        <ul className={css.result}>
          <Each of={failing}>
            {({ id, because }) => (
              <li>
                <span className="number">{numberOf(id)}</span>
                <span>{because}</span>
              </li>
            )}
          </Each>
        </ul>
      )}
    </Dialog>
  );
}
