import type { ReportingSchemas } from "../../shared/api/call";

/** What a compiled version is handed out as. */
export const KINDS = [
  { kind: "pdf", word: "Laporan", type: "application/pdf" },
  { kind: "xlsx", word: "Buku kerja", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  {
    kind: "docx",
    word: "Surat pengantar",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
] as const;

export type DocumentKind = (typeof KINDS)[number];

export type DocumentState = ReportingSchemas["Status"];

/** How much of it is made, from 0 to 1; undefined before it is begun. */
export const shareOf = ({ done, total }: Pick<DocumentState, "done" | "total">): number | undefined =>
  total > 0 ? done / total : undefined;

/** There is none of the present state: none at all, or one that is older than what was written since. */
export const wanting = ({ state, outdated }: Pick<DocumentState, "state" | "outdated">): boolean =>
  state !== "READY" || outdated;
