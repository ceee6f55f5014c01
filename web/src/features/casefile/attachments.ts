import { queryOptions } from "@tanstack/react-query";
import { intake, take } from "../../shared/api/call";
import type { Schemas } from "../../shared/api/call";
import type { CaseFile } from "./case";

export type AttachedFile = Schemas["AttachedFile"];

/** What the citizen sent along, with the complaint first and then with what was added. */
export const attachmentsOf = (file: CaseFile): AttachedFile[] =>
  [file.attachments, ...file.timeline.map((entry) => entry?.attachments)].flatMap((some) =>
    Array.isArray(some) ? some.filter(Boolean) : [],
  );

export const isPicture = ({ mediaType }: AttachedFile): boolean => String(mediaType).startsWith("image/");

export const isVoice = ({ mediaType }: AttachedFile): boolean => String(mediaType).startsWith("audio/");

/** What a scanner has looked at. */
export const scannedQuery = (id: string) =>
  queryOptions({
    queryKey: ["attachments", id],
    queryFn: ({ signal }) =>
      take(intake.GET("/api/intake/v1/complaints/{id}/attachments", { params: { path: { id } }, signal })),
    staleTime: 5 * 60_000,
  });

const AS_IT_IS = { headers: { Accept: "*/*" }, parseAs: "blob" } as const;

/** Each time that it is asked for is on record; so it is once for as long as the page is open. */
export const contentQuery = (id: string, attachment: string) =>
  queryOptions({
    queryKey: ["attachment", id, attachment],
    queryFn: async ({ signal }): Promise<Blob> =>
      take(
        intake.GET("/api/intake/v1/complaints/{id}/attachments/{attachment}", {
          params: { path: { id, attachment } },
          ...AS_IT_IS,
          signal,
        }),
      ),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

/** For a purpose, which goes into the access log. */
export const disclosed = (id: string, attachment: string, purpose: string): Promise<Blob> =>
  take(
    intake.POST("/api/intake/v1/complaints/{id}/attachments/{attachment}/disclosure", {
      params: { path: { id, attachment } },
      body: { purpose },
      ...AS_IT_IS,
    }),
  );
