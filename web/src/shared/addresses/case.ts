/** What was looked for where the case was found, so that its page can mark it. */
export interface CaseSearch {
  cari?: string;
}

export const readCaseSearch = ({ cari }: Record<string, unknown>): CaseSearch =>
  typeof cari === "string" && cari !== "" ? { cari: cari.slice(0, 200) } : {};
