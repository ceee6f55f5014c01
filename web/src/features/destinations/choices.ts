import type { RoutingSchemas } from "../../shared/api/call";
import type { Waiting } from "../../shared/waiting/waiting";

/** Where a complaint may go: an agency of the government, or an institution outside. */
export interface Choice {
  /** Of the agency or the institution. */
  id: string;
  outside: boolean;
  name: string;
  /** Empty where there is none. */
  abbreviation: string;
  group: string;
  /** Why the system proposes it. */
  reason?: string;
}

/** By whom a proposal is made that comes of confirmed cases; all other proposals come of rules. */
const LEARNED = "learned";

const proposed = ({ options, agency }: Waiting) => options.filter((option) => option.agency !== agency);

/**
 * What is chosen before anybody looks: the agency that the returning one names, or the one that a rule is sure of. Where
 * no rule matched nothing is, since what stands there already is easily sent as it stands.
 */
export function chosenBefore(item: Waiting): string | undefined {
  const [best] = proposed(item);
  return item.target ?? (best && best.by !== LEARNED && best.confidence > 0 ? best.agency : undefined);
}

/** What was proposed with some reason, then all agencies, then what is outside; each once. */
export function choicesFor(item: Waiting, { agencies, institutions }: RoutingSchemas["Directory"]): Choice[] {
  const reasons = new Map(
    proposed(item)
      .filter(({ confidence }) => confidence > 0)
      .map(({ agency, reason }) => [agency, reason]),
  );
  const own = agencies.map(({ id, name, shortName }): Choice => {
    const reason = reasons.get(id);
    const group = reason === undefined ? "Instansi" : "Usulan sistem";
    return { id, outside: false, name, abbreviation: shortName, group, ...(reason !== undefined && { reason }) };
  });
  const order = [...reasons.keys()];
  const rank = ({ id }: Choice) => (reasons.has(id) ? order.indexOf(id) : order.length);
  const outside = institutions.map(({ id, name }): Choice => ({
    id,
    outside: true,
    name,
    abbreviation: "",
    group: "Di luar kewenangan",
  }));
  return [...own.sort((a, b) => rank(a) - rank(b)), ...outside];
}

/** Letters and digits alone, so that "satpol pp" finds "SATPOL-PP"; marks of writing direction and the like are none. */
const plain = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}|\p{Cf}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Those of whose name or abbreviation words begin so; a whole abbreviation first, then the beginning of one. */
export function matching(choices: Choice[], typed: string): Choice[] {
  const wanted = plain(typed);
  const [only] = wanted.length === 1 ? wanted : [];
  const rank = (abbreviation: string) => {
    const joined = plain(abbreviation).join("");
    return joined === wanted.join("") ? 0 : only !== undefined && joined.startsWith(only) ? 1 : 2;
  };
  const finds = ({ name, abbreviation }: Choice) => {
    const words = plain(`${name} ${abbreviation}`);
    const joined = plain(abbreviation).join("");
    return wanted.every((word) => words.some((one) => one.startsWith(word)) || joined.includes(word));
  };
  return wanted.length === 0
    ? choices
    : choices.filter(finds).sort((a, b) => rank(a.abbreviation) - rank(b.abbreviation));
}
