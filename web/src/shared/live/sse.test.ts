import { describe, expect, it } from "vitest";
import { backoff, EventParser } from "./sse";

const STREAM =
  'event: case\ndata: {"id":"1"}\n\n:\n\nevent: presence\ndata: {"people":\ndata: ["Siti"]}\n\ndata: bare\n\n';
const EXPECTED = [
  { event: "case", data: '{"id":"1"}' },
  { event: "presence", data: '{"people":\n["Siti"]}' },
  { event: "message", data: "bare" },
];

describe("an event stream", () => {
  it("is understood wherever it is cut", () => {
    for (let size = 1; size <= STREAM.length; size++) {
      const parser = new EventParser();
      const found = [];
      for (let at = 0; at < STREAM.length; at += size) {
        found.push(...parser.feed(STREAM.slice(at, at + size)));
      }
      expect(found, `pieces of ${size}`).toEqual(EXPECTED);
    }
  });

  it("may end its lines as it likes", () => {
    for (const end of ["\r\n", "\r"]) {
      const parser = new EventParser();
      const found = [...parser.feed(STREAM.replaceAll("\n", end)), ...parser.feed("event: x")];
      expect(found, JSON.stringify(end)).toEqual(EXPECTED);
    }
  });

  it("says nothing with a heart-beat", () => {
    expect(new EventParser().feed(":\n\n: still here\n\n")).toEqual([]);
  });

  it("keeps a space that belongs to the data", () => {
    expect(new EventParser().feed("data:  two\n\n")).toEqual([{ event: "message", data: " two" }]);
  });
});

describe("coming back", () => {
  it("waits longer each time, up to half a minute", () => {
    expect([0, 1, 2, 3, 10].map((failures) => backoff(failures, 0.5))).toEqual([1_000, 2_000, 4_000, 8_000, 30_000]);
  });

  it("spreads the pages", () => {
    expect(backoff(2, 0)).toBeLessThan(backoff(2, 0.99));
  });
});
