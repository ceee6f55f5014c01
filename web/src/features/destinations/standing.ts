import type { RoutingSchemas } from "../../shared/api/call";
import { percent } from "../../shared/lib/time";

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** What is said of a right to dispatch: whether there is one, who decided so, and how often it was right. */
export function standing(right: RoutingSchemas["Right"], t: Translate): string {
  const { correct, measured } = right.record;
  const said = [t(right.enabled ? "Boleh" : "Belum boleh")];
  if (right.since !== null) {
    said.push(t(right.byItself ? "diputuskan sistem" : "diputuskan koordinator"));
  }
  if (right.measured !== null) {
    said.push(t("terukur {{share}} di tempat lain", { share: percent(right.measured) }));
  }
  if (measured > 0) {
    said.push(t("{{correct}} dari {{measured}} tepat", { correct, measured }));
  }
  return said.join(" · ");
}
