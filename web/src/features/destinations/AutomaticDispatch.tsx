import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routing, take, type RoutingSchemas } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { moment, number, percent } from "../../shared/lib/time";
import { say } from "../../shared/ui/notices";
import { Failure } from "../../shared/ui/parts";
import css from "./Destinations.module.css";
import { Rights } from "./Rights";

type State = RoutingSchemas["View"];

/** Whether the system dispatches by itself, how often it was right, and the switch for it. */
export function AutomaticDispatch() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: state, error } = useQuery({
    queryKey: ["automatic-dispatch"],
    queryFn: () => take(routing.GET("/api/routing/v1/automatic-dispatch")),
  });
  const switching = useMutation({
    mutationFn: (enabled: boolean) => take(routing.PUT("/api/routing/v1/automatic-dispatch", { body: { enabled } })),
    onSuccess: (now) => {
      queries.setQueryData(["automatic-dispatch"], now);
      say(
        t(
          now.enabled
            ? "Sistem kembali menyalurkan sendiri aduan yang tujuannya cukup pasti."
            : "Semua tujuan kini ditetapkan koordinator.",
        ),
      );
    },
  });
  if (error) {
    return <Failure of={error} inline />;
  }
  if (!state) {
    return null;
  }
  return (
    <details
      className={`sheet ${css.automatic}`}
      id="automatic-dispatch"
      data-on={state.enabled}
      open={!state.enabled || undefined}
    >
      <summary>{t(state.enabled ? "Penyaluran otomatis menyala" : "Penyaluran otomatis berhenti")}</summary>
      <div className="stack">
        {sentences(state, t).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {switching.isError && <Failure of={switching.error} inline />}
        {person().roles.has("coordinator") && (
          <div>
            <button
              type="button"
              id="automatic-dispatch-switch"
              disabled={switching.isPending}
              onClick={() => switching.mutate(!state.enabled)}
            >
              {t(state.enabled ? "Matikan" : "Nyalakan lagi")}
            </button>
          </div>
        )}
        <Rights of={state} />
      </div>
    </details>
  );
}

function sentences(state: State, t: (key: string, values?: Record<string, unknown>) => string): string[] {
  const promised = percent(state.promised);
  const { measured, correct } = state.record;
  const said: string[] = [];
  if (!state.enabled) {
    const since = state.since ? moment(state.since) : "";
    said.push(
      state.byItself
        ? t(
            "Berhenti sendiri {{since}}: {{correct}} dari {{measured}} penyaluran terakhir tepat, padahal {{promised}} harus tepat. Koordinator menetapkan semua tujuan.",
            { since, correct: state.before?.correct ?? 0, measured: state.before?.measured ?? 0, promised },
          )
        : t("Dimatikan koordinator {{since}}. Koordinator menetapkan semua tujuan.", { since }),
    );
    if (measured > 0) {
      said.push(
        t("Sejak itu {{correct}} dari {{measured}} usulan yang dianggap pasti ternyata tepat.", { correct, measured }),
      );
    }
  } else {
    said.push(
      measured > 0
        ? t(
            "Aduan yang tujuannya cukup pasti dikirim tanpa menunggu. {{correct}} dari {{measured}} yang terakhir tepat; {{promised}} harus tepat.",
            { correct, measured, promised },
          )
        : t(
            "Aduan yang tujuannya cukup pasti dikirim tanpa menunggu; {{promised}} harus tepat. Belum ada yang terukur.",
            { promised },
          ),
    );
  }
  said.push(
    state.learned
      ? t("Sistem belajar dari {{n}} aduan yang tujuannya sudah pasti.", { n: number(state.examples) })
      : t("Usulan memakai aturan. Sistem mulai belajar setelah {{enough}} aduan tujuannya pasti; kini {{n}}.", {
          enough: number(state.enough),
          n: number(state.examples),
        }),
  );
  return said;
}
