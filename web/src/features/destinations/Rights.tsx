import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { routing, take, type RoutingSchemas } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { percent } from "../../shared/lib/time";
import { Failure } from "../../shared/ui/parts";
import css from "./Destinations.module.css";
import { standing } from "./standing";

type State = RoutingSchemas["View"];
type Right = RoutingSchemas["Right"];

/** By whose word, and to whom, the system dispatches; what was measured or switched stands first. */
export function Rights({ of: state }: { of: State }) {
  const { t } = useTranslation();
  const rules = state.rights.filter((right) => right.kind === "RULE");
  const agencies = state.rights.filter((right) => right.kind === "AGENCY");
  return (
    <>
      <p>
        {t(
          "Aturan yang belum terbukti hanya mengusulkan; setelah {{n}} aduan pasti dan {{promised}} tepat ia menyalurkan.",
          {
            n: state.fewest,
            promised: percent(state.promised),
          },
        )}
      </p>
      <Holders title={t("Aturan yang boleh menyalurkan")} rights={rules} />
      <Holders title={t("Instansi yang boleh menerima langsung")} rights={agencies} />
    </>
  );
}

function Holders({ title, rights }: { title: string; rights: Right[] }) {
  return (
    <details>
      <summary>
        {title} ({rights.filter((right) => right.enabled).length}/{rights.length})
      </summary>
      <ul className={css.rights}>
        {[...rights].sort(byNews).map((right) => (
          <li key={right.id} data-on={right.enabled}>
            <Holder right={right} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function byNews(one: Right, other: Right): number {
  return Number(other.since !== null) - Number(one.since !== null) || other.record.measured - one.record.measured;
}

function Holder({ right }: { right: Right }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const switching = useMutation({
    mutationFn: (enabled: boolean) => take(change(right, enabled)),
    onSuccess: (now) => queries.setQueryData(["automatic-dispatch"], now),
  });
  return (
    <>
      <span>{right.name}</span>
      <small>{standing(right, t)}</small>
      {switching.isError && <Failure of={switching.error} inline />}
      {person().roles.has("coordinator") && (
        <button type="button" disabled={switching.isPending} onClick={() => switching.mutate(!right.enabled)}>
          {t(right.enabled ? "Cabut" : "Izinkan")}
        </button>
      )}
    </>
  );
}

function change({ kind, id }: Right, enabled: boolean) {
  return kind === "RULE"
    ? routing.PUT("/api/routing/v1/automatic-dispatch/rules/{rule}", {
        params: { path: { rule: id } },
        body: { enabled },
      })
    : routing.PUT("/api/routing/v1/automatic-dispatch/agencies/{agency}", {
        params: { path: { agency: id } },
        body: { enabled },
      });
}
