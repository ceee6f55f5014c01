// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { person, worksHere } from "../auth/person";
import { choose, chosen, eraseOthers, eraseUnbound, keep, kept } from "./kept";

const sitsDown = (id: string) => worksHere({ ...person(), id });
const everything = () => [localStorage, sessionStorage].flatMap((store) => Object.keys(store)).sort();

describe("What a browser keeps", () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    sitsDown("siti");
  });

  it("is of one officer and one thing", () => {
    keep("note.1", "Kata Siti.");
    expect(kept("note.1")).toBe("Kata Siti.");
    expect(kept("note.2")).toBeUndefined();
    expect(kept("note.1", "tab")).toBeUndefined();
    sitsDown("sit");
    expect(kept("note.1")).toBeUndefined();
    keep("note.1", undefined);
    sitsDown("siti");
    expect(kept("note.1")).toBe("Kata Siti.");
  });

  it("goes when it is sent", () => {
    keep("note.1", "Kata Siti.");
    keep("note.1", undefined);
    expect(everything()).toEqual([]);
  });

  it("reads what an earlier version kept under the officer's id", () => {
    localStorage.setItem("tanggap.draft.siti.0193a5c0", "Draf.");
    eraseUnbound();
    expect(kept("0193a5c0")).toBe("Draf.");
  });

  it("loses what an earlier version kept without saying whose it is, and no more", () => {
    keep("note.1", "Kata Siti.");
    choose("language", "en");
    sessionStorage.setItem("tanggap.complaint", "of a citizen's page");
    const before = everything();
    for (const key of ["typed.dispose.1", "typed.ask.1", "typed.division.1", "note.1", "draft..0193a5c0"]) {
      localStorage.setItem(`tanggap.${key}`, "whose?");
    }
    sessionStorage.setItem("tanggap.counter", "whose?");
    eraseUnbound();
    expect(everything()).toEqual(before);
  });

  it("of the tab goes when somebody else signs in there; what is of the browser waits for its officer", () => {
    keep("counter", "Warga.", "tab");
    keep("note.1", "Kata Siti.");
    eraseOthers();
    expect(kept("counter", "tab")).toBe("Warga.");
    sitsDown("budi");
    eraseOthers();
    sitsDown("siti");
    expect(kept("counter", "tab")).toBeUndefined();
    expect(kept("note.1")).toBe("Kata Siti.");
  });

  it("holds choices for whoever sits there", () => {
    choose("theme", "dark");
    sitsDown("budi");
    expect(chosen("theme")).toBe("dark");
    choose("theme", undefined);
    expect(everything()).toEqual([]);
  });
});
