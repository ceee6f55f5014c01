import { queryOptions } from "@tanstack/react-query";
import { call } from "./call";

export interface Sop {
  version: string;
  promise: string;
  profile: { number: string; title: string; owner: string; effective: string; legalBasis: string[]; related: string[]; recording: string[]; warning: string };
  steps: { row: number | null; id: string; subject: string; activity: string; role: string; completeness: string[]; standard: string; output: string | null; note: string | null }[];
}

export const sopQuery = queryOptions({ queryKey: ["sop"], queryFn: () => call<Sop>("/api/routing/v1/sop"), staleTime: Number.POSITIVE_INFINITY });
