/** One server-sent event, as the stream names it. */
export interface StreamEvent {
  event: string;
  data: string;
}

/**
 * Reads a text/event-stream piece by piece. A piece may end anywhere, also inside a line or a letter of several bytes.
 */
export class EventParser {
  private rest = "";
  private event = "message";
  private data: string[] = [];

  /** What the piece completes; comments are heart-beats and complete nothing. */
  feed(piece: string): StreamEvent[] {
    const found: StreamEvent[] = [];
    const text = this.rest + piece;
    // A lone CR at the end may be half of a CRLF.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\r|\n/);
    this.rest = (lines.pop() ?? "") + text.slice(end);
    for (const line of lines) {
      if (line === "") {
        if (this.data.length > 0) {
          found.push({ event: this.event, data: this.data.join("\n") });
        }
        this.event = "message";
        this.data = [];
        continue;
      }
      const colon = line.indexOf(":");
      const field = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (field === "event") {
        this.event = value;
      } else if (field === "data") {
        this.data.push(value);
      }
    }
    return found;
  }
}

/** How long to wait before the next attempt: doubling up to half a minute, spread so that pages do not come all at once. */
export const backoff = (failures: number, random: number): number =>
  Math.min(30_000, 1_000 * 2 ** failures) * (0.75 + random / 2);
