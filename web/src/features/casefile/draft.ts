import { keep, kept } from "../../shared/kept/kept";

/** What an officer writes: the answer, and what it promises to do in the field. */
export interface Content {
  text: string;
  followUp: string;
  followUpBy: string;
}

export interface Saved extends Content {
  /** 0 when nothing was saved yet. */
  version: number;
}

/** What somebody else saved meanwhile. */
export interface Theirs {
  text: string;
  version: number;
  editedBy: string;
  editedAt: string;
}

/** What this browser keeps, so that a reload or an expired session loses nothing. */
export interface LocalCopy {
  content: Content;
  base: number;
}

/**
 * The life of a draft in the editor. What is typed is never thrown away: somebody else's words come in only when nothing
 * of one's own is unsaved, or when one chooses them.
 */
export interface Draft {
  content: Content;
  saved: Saved;
  phase: "clean" | "dirty" | "saving" | "failed" | "conflict";
  /** Typed while a save was under way. */
  typedMeanwhile: boolean;
  theirs: Theirs | undefined;
}

export type DraftEvent =
  | { kind: "typed"; content: Content }
  | { kind: "saving" }
  | { kind: "saved"; content: Content; version: number }
  | { kind: "failed" }
  | { kind: "overtaken"; theirs: Theirs }
  | { kind: "arrived"; saved: Saved; editedBy: string; editedAt: string }
  | { kind: "keep-mine" }
  | { kind: "take-theirs" };

export const same = (a: Content, b: Content): boolean =>
  a.text === b.text && a.followUp === b.followUp && a.followUpBy === b.followUpBy;

/** How the editor begins: with what the service has and what this browser kept. */
export function begin(saved: Saved, editedBy: string, editedAt: string, local: LocalCopy | undefined): Draft {
  const clean: Draft = { content: contentOf(saved), saved, phase: "clean", typedMeanwhile: false, theirs: undefined };
  if (!local || same(local.content, saved)) {
    return clean;
  }
  if (local.base >= saved.version) {
    return { ...clean, content: local.content, phase: "dirty" };
  }
  return {
    ...clean,
    content: local.content,
    phase: "conflict",
    theirs: { text: saved.text, version: saved.version, editedBy, editedAt },
  };
}

export function next(draft: Draft, event: DraftEvent): Draft {
  switch (event.kind) {
    case "typed":
      return {
        ...draft,
        content: event.content,
        phase:
          draft.phase === "conflict" || draft.phase === "saving"
            ? draft.phase
            : same(event.content, draft.saved)
              ? "clean"
              : "dirty",
        typedMeanwhile: draft.phase === "saving",
      };
    case "saving":
      return draft.phase === "conflict" ? draft : { ...draft, phase: "saving", typedMeanwhile: false };
    case "saved": {
      const saved = { ...event.content, version: event.version };
      return { ...draft, saved, phase: same(draft.content, saved) ? "clean" : "dirty", typedMeanwhile: false };
    }
    case "failed":
      return draft.phase === "saving" ? { ...draft, phase: "failed" } : draft;
    case "overtaken":
      return { ...draft, phase: "conflict", theirs: event.theirs };
    case "arrived":
      if (event.saved.version <= draft.saved.version || draft.phase === "saving") {
        return draft;
      }
      if (draft.phase === "clean") {
        return { ...draft, content: contentOf(event.saved), saved: event.saved };
      }
      if (same(draft.content, event.saved)) {
        return { ...draft, saved: event.saved, phase: "clean", theirs: undefined };
      }
      return {
        ...draft,
        phase: "conflict",
        theirs: {
          text: event.saved.text,
          version: event.saved.version,
          editedBy: event.editedBy,
          editedAt: event.editedAt,
        },
      };
    case "keep-mine":
      // The next save is written over theirs, knowingly.
      return draft.theirs
        ? {
            ...draft,
            saved: { ...draft.saved, text: draft.theirs.text, version: draft.theirs.version },
            phase: "dirty",
            theirs: undefined,
          }
        : draft;
    case "take-theirs": {
      if (!draft.theirs) {
        return draft;
      }
      const saved = { ...draft.saved, text: draft.theirs.text, version: draft.theirs.version };
      return { ...draft, content: contentOf(saved), saved, phase: "clean", theirs: undefined };
    }
  }
}

const contentOf = ({ text, followUp, followUpBy }: Saved): Content => ({ text, followUp, followUpBy });

export function localCopy(id: string): LocalCopy | undefined {
  try {
    const copy = kept(id);
    return copy === undefined ? undefined : (JSON.parse(copy) as LocalCopy);
  } catch {
    return undefined;
  }
}

/** Kept while there is something unsaved, forgotten as soon as the service has it. */
export function keepLocally(id: string, { phase, content, saved }: Draft): void {
  const copy: LocalCopy = { content, base: saved.version };
  keep(id, phase === "clean" ? undefined : JSON.stringify(copy));
}
