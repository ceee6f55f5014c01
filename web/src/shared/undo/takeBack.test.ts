// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { held, hold, takeBack, type Doing } from "./takeBack";

const DELAY = 10_000;
const left = vi.fn<(about: string, doing: Doing) => void>();
const order = (about: string) => hold(about, `Aduan ${about} dikirim.`, DELAY, (doing) => left(about, doing));
const keys = () => left.mock.calls.map(([, { headers }]) => headers["Idempotency-Key"]);
const closePage = () => dispatchEvent(new Event("pagehide"));

describe("an order that may be taken back", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.runAllTimers();
    vi.useRealTimers();
    left.mockReset();
  });

  it("leaves when its time has come, and once", () => {
    order("1");
    vi.advanceTimersByTime(DELAY - 1);
    expect(left).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    closePage();
    expect(left).toHaveBeenCalledExactlyOnceWith("1", expect.objectContaining({ keepalive: false }));
    expect(held.get()).toEqual([]);
  });

  it("never leaves when it was taken back", () => {
    order("1");
    order("2");
    vi.advanceTimersByTime(DELAY - 1);
    takeBack("1");
    closePage();
    vi.runAllTimers();
    expect(left.mock.calls.map(([about]) => about)).toEqual(["2"]);
  });

  it("leaves in the last moment of the page, and not again where the page comes back", () => {
    order("1");
    order("2");
    closePage();
    vi.runAllTimers();
    closePage();
    expect(left.mock.calls.map(([about, { keepalive }]) => [about, keepalive])).toEqual([
      ["1", true],
      ["2", true],
    ]);
    expect(new Set(keys()).size).toBe(2);
  });

  it("is one about one thing, however often it is ordered", () => {
    order("1");
    order("1");
    expect(held.get()).toHaveLength(1);
    vi.runAllTimers();
    order("1");
    vi.runAllTimers();
    expect(new Set(keys()).size).toBe(2);
  });

  it("tells the latest last, and until when", () => {
    order("1");
    vi.advanceTimersByTime(3_000);
    order("2");
    expect(held.get().map(({ about, until }) => [about, until - Date.now()])).toEqual([
      ["1", DELAY - 3_000],
      ["2", DELAY],
    ]);
  });
});
