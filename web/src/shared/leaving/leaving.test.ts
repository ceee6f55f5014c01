// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { person, worksHere } from "../auth/person";
import { fateOf, timesOf } from "./left";
import { goNow, goWithThePage, leaving, letGo, TAKEN_BACK_WITHIN, takeBack, toldBefore, type Letter } from "./leaving";

let gone: string[];

const letter = (id: string, send = () => Promise.resolve()): Letter => ({
  id,
  number: `SKA-${id}`,
  act: "PUBLISH",
  before: 0,
  send: () => {
    gone.push(id);
    return send();
  },
  sendLeaving: () => gone.push(`${id} with the page`),
});
const passes = (millis: number) => vi.advanceTimersByTimeAsync(millis);

describe("What goes to a citizen", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    localStorage.clear();
    worksHere({ ...person(), id: "siti" });
    leaving.get().forEach(({ id }) => takeBack(id));
    gone = [];
  });

  it("goes once, and not before its ten seconds", async () => {
    letGo(letter("1"));
    letGo(letter("1"));
    await passes(TAKEN_BACK_WITHIN - 1);
    expect(gone).toEqual([]);
    await passes(1);
    goWithThePage();
    await passes(TAKEN_BACK_WITHIN);
    expect(gone).toEqual(["1"]);
    expect(toldBefore()).toEqual([]);
  });

  it("does not go once it is taken back, and can be let go again", async () => {
    letGo(letter("1"));
    await passes(9_000);
    takeBack("1");
    await passes(TAKEN_BACK_WITHIN);
    goWithThePage();
    expect(gone).toEqual([]);
    expect(toldBefore()).toEqual([]);
    letGo(letter("1"));
    await goNow("1");
    expect(gone).toEqual(["1"]);
  });

  it("goes with the page that ends, and one that is going does not go twice", async () => {
    letGo(letter("1"));
    letGo(letter("2", () => new Promise(() => undefined)));
    void goNow("2");
    takeBack("2");
    goWithThePage();
    goWithThePage();
    await passes(TAKEN_BACK_WITHIN);
    expect(gone).toEqual(["2", "1 with the page"]);
    expect(toldBefore().map(({ id }) => id)).toEqual(["1", "2"]);
  });

  it("is no longer told of when it was refused, for that is told at once", async () => {
    letGo(letter("1", () => Promise.reject(new Error("refused"))));
    await expect(goNow("1")).rejects.toThrow("refused");
    expect(toldBefore()).toEqual([]);
    expect(leaving.get()).toEqual([]);
  });

  it("is looked for when the page before it ended", async () => {
    letGo(letter("1"));
    const [told] = toldBefore();
    goWithThePage();
    const published = { at: "", by: "AGENCY", what: "PUBLISH" } as const;
    const fate = (...timeline: object[]) =>
      fateOf(
        told as never,
        () => Promise.resolve({ timeline } as never),
        () => Promise.resolve(),
      );
    await expect(
      fateOf(
        told as never,
        () => Promise.reject(new Error("away")),
        () => Promise.resolve(),
      ),
    ).rejects.toThrow();
    expect(await fate(published)).toBe("went");
    expect(await fate(published)).toBeUndefined();
    letGo(letter("1"));
    const [again] = toldBefore();
    goWithThePage();
    expect(
      await fateOf(
        again as never,
        () => Promise.resolve({ timeline: [] }),
        () => Promise.resolve(),
      ),
    ).toBe("stayed");
    expect(timesOf("PUBLISH", [{ ...published, noEffect: "Sudah pindah." }])).toBe(0);
  });
});
