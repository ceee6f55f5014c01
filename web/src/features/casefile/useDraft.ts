import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef, useState } from "react";
import { desk, take } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { keep } from "../../shared/kept/kept";
import type { CaseFile } from "./case";
import { begin, keepLocally, localCopy, next, type Content, type Draft, type Saved, type Theirs } from "./draft";

const AFTER_TYPING = 1_200;
const AGAIN_AFTER_FAILURE = 8_000;

const savedOf = ({ draft }: CaseFile): Saved => ({
  text: draft?.text ?? "",
  followUp: draft?.followUp ?? "",
  followUpBy: draft?.followUpBy ?? "",
  version: draft?.version ?? 0,
});

/** The draft of a case with its autosave. {@code flush} answers the version that holds what is written, or fails. */
export function useDraft(file: CaseFile, editable: boolean) {
  const queries = useQueryClient();
  const [draft, dispatch] = useReducer(next, undefined, () =>
    begin(
      savedOf(file),
      file.draft?.editedBy ?? "",
      file.draft?.editedAt ?? "",
      editable ? localCopy(file.id) : undefined,
    ),
  );
  const [problem, setProblem] = useState<Problem>();
  const latest = useRef<Draft>(draft);
  latest.current = draft;
  const under = useRef<Promise<number> | undefined>(undefined);

  useEffect(() => {
    dispatch({
      kind: "arrived",
      saved: savedOf(file),
      editedBy: file.draft?.editedBy ?? "",
      editedAt: file.draft?.editedAt ?? "",
    });
  }, [file]);

  useEffect(() => {
    if (editable) {
      keepLocally(file.id, draft);
    }
  }, [draft, editable, file.id]);

  const save = (): Promise<number> => {
    under.current ??= (async () => {
      const { content, saved } = latest.current;
      dispatch({ kind: "saving" });
      try {
        const { version } = await take(
          desk.PUT("/api/response/v1/cases/{id}/draft", {
            params: { path: { id: file.id } },
            body: {
              text: content.text,
              version: saved.version,
              ...(content.followUp ? { followUp: content.followUp } : {}),
              ...(content.followUpBy ? { followUpBy: content.followUpBy } : {}),
            },
          }),
        );
        dispatch({ kind: "saved", content, version });
        setProblem(undefined);
        void queries.invalidateQueries({ queryKey: ["case", file.id] });
        return version;
      } catch (failure) {
        const told =
          failure instanceof Problem ? failure : new Problem(0, "Draf belum tersimpan", "Coba lagi sebentar lagi.");
        if (told.status === 409 && told.body.current) {
          dispatch({ kind: "overtaken", theirs: told.body.current as Theirs });
        } else {
          dispatch({ kind: "failed" });
        }
        setProblem(told);
        throw told;
      } finally {
        under.current = undefined;
      }
    })();
    return under.current;
  };

  useEffect(() => {
    if (!editable || (draft.phase !== "dirty" && draft.phase !== "failed")) {
      return;
    }
    const timer = setTimeout(
      () => void save().catch(() => undefined),
      draft.phase === "failed" ? AGAIN_AFTER_FAILURE : AFTER_TYPING,
    );
    return () => clearTimeout(timer);
  });

  return {
    draft,
    problem,
    type: (content: Content) => dispatch({ kind: "typed", content }),
    keepMine: () => dispatch({ kind: "keep-mine" }),
    takeTheirs: () => dispatch({ kind: "take-theirs" }),
    flush: async (): Promise<number> => {
      await under.current;
      return latest.current.phase === "clean" ? latest.current.saved.version : save();
    },
    forget: () => keep(file.id, undefined),
  };
}
