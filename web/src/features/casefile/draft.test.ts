import { describe, expect, it } from "vitest";
import { begin, next, type Content, type Draft, type DraftEvent, type Saved } from "./draft";

const NOTHING: Saved = { text: "", followUp: "", followUpBy: "", version: 0 };
const words = (text: string): Content => ({ text, followUp: "", followUpBy: "" });
const saved = (text: string, version: number): Saved => ({ ...words(text), version });
const after = (draft: Draft, ...events: DraftEvent[]) => events.reduce(next, draft);
const fresh = (from: Saved = NOTHING) => begin(from, "Siti", "2026-11-25T02:00:00Z", undefined);
const theirs = { text: "dari Budi", version: 5, editedBy: "Budi", editedAt: "2026-11-25T03:00:00Z" };

describe("a draft", () => {
  it("is dirty as soon as it differs from what is saved, and clean again when it does not", () => {
    const typed = after(fresh(saved("a", 1)), { kind: "typed", content: words("ab") });
    expect(typed.phase).toBe("dirty");
    expect(after(typed, { kind: "typed", content: words("a") }).phase).toBe("clean");
  });

  it("is clean once saved", () => {
    const draft = after(
      fresh(),
      { kind: "typed", content: words("a") },
      { kind: "saving" },
      { kind: "saved", content: words("a"), version: 1 },
    );
    expect(draft).toMatchObject({ phase: "clean", saved: { text: "a", version: 1 } });
  });

  it("stays dirty when something was typed while it was being saved", () => {
    const draft = after(
      fresh(),
      { kind: "typed", content: words("a") },
      { kind: "saving" },
      { kind: "typed", content: words("ab") },
      { kind: "saved", content: words("a"), version: 1 },
    );
    expect(draft).toMatchObject({ phase: "dirty", content: { text: "ab" }, saved: { version: 1 } });
  });

  it("keeps what was typed when saving fails", () => {
    const draft = after(fresh(), { kind: "typed", content: words("a") }, { kind: "saving" }, { kind: "failed" });
    expect(draft).toMatchObject({ phase: "failed", content: { text: "a" } });
  });

  it("takes over what somebody else saved while nothing of one's own is unsaved", () => {
    const draft = after(fresh(saved("a", 1)), {
      kind: "arrived",
      saved: saved("b", 2),
      editedBy: "Budi",
      editedAt: "",
    });
    expect(draft).toMatchObject({ phase: "clean", content: { text: "b" }, saved: { version: 2 } });
  });

  it("never throws away what is unsaved: it becomes a conflict that shows both", () => {
    const draft = after(
      fresh(saved("a", 1)),
      { kind: "typed", content: words("mine") },
      { kind: "arrived", saved: saved("b", 2), editedBy: "Budi", editedAt: "" },
    );
    expect(draft).toMatchObject({
      phase: "conflict",
      content: { text: "mine" },
      theirs: { text: "b", version: 2, editedBy: "Budi" },
    });
  });

  it("is no conflict when both wrote the same", () => {
    const draft = after(
      fresh(saved("a", 1)),
      { kind: "typed", content: words("b") },
      { kind: "arrived", saved: saved("b", 2), editedBy: "Budi", editedAt: "" },
    );
    expect(draft.phase).toBe("clean");
  });

  it("hears of nothing older than it knows", () => {
    const draft = after(fresh(saved("new", 3)), {
      kind: "arrived",
      saved: saved("old", 2),
      editedBy: "Budi",
      editedAt: "",
    });
    expect(draft.content.text).toBe("new");
  });

  it("writes one's own over the other's version when one says so", () => {
    const draft = after(
      fresh(saved("a", 4)),
      { kind: "typed", content: words("mine") },
      { kind: "saving" },
      { kind: "overtaken", theirs },
      { kind: "keep-mine" },
    );
    expect(draft).toMatchObject({
      phase: "dirty",
      content: { text: "mine" },
      saved: { version: 5 },
      theirs: undefined,
    });
  });

  it("takes the other's when one says so", () => {
    const draft = after(
      fresh(saved("a", 4)),
      { kind: "typed", content: words("mine") },
      { kind: "overtaken", theirs },
      { kind: "take-theirs" },
    );
    expect(draft).toMatchObject({ phase: "clean", content: { text: "dari Budi" }, saved: { version: 5 } });
  });

  it("is not saved while a conflict waits for its answer", () => {
    expect(after(fresh(), { kind: "overtaken", theirs }, { kind: "saving" }).phase).toBe("conflict");
  });
});

describe("what this browser kept", () => {
  it("comes back after a reload, still to be saved", () => {
    expect(begin(saved("a", 1), "Siti", "", { content: words("typed"), base: 1 })).toMatchObject({
      phase: "dirty",
      content: { text: "typed" },
    });
  });

  it("is a conflict when somebody saved since", () => {
    expect(begin(saved("b", 2), "Budi", "", { content: words("typed"), base: 1 })).toMatchObject({
      phase: "conflict",
      content: { text: "typed" },
      theirs: { text: "b", editedBy: "Budi" },
    });
  });

  it("is forgotten when it is what is saved", () => {
    expect(begin(saved("a", 2), "Siti", "", { content: words("a"), base: 1 }).phase).toBe("clean");
  });
});
