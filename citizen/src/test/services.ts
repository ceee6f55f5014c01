import { vi } from "vitest";

interface Request {
  call: string;
  headers: Record<string, string>;
  body: unknown;
}
type Answer = () => Response | Promise<Response>;

/** The services as a page sees them: told beforehand what they answer, they remember what they were asked. */
export class FakeServices {
  readonly requests: Request[] = [];
  readonly #answers = new Map<string, Answer[]>();

  constructor() {
    vi.stubGlobal("fetch", (path: string, init: RequestInit) => this.#ask(path, init));
  }

  /** One answer after the other; the last is given again. */
  answer(call: string, ...answers: Answer[]): this {
    this.#answers.set(call, answers);
    return this;
  }

  asked(call: string): Request[] {
    return this.requests.filter((request) => request.call === call);
  }

  async #ask(path: string, { method, headers, body }: RequestInit): Promise<Response> {
    const call = `${method} ${path}`;
    this.requests.push({
      call,
      headers: headers as Record<string, string>,
      body: body ? JSON.parse(String(body)) : undefined,
    });
    const answers = this.#answers.get(call) ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (!answer) {
      throw new Error(`Nobody said what ${call} answers`);
    }
    return answer();
  }
}

export const json =
  (data: unknown, status = 200): Answer =>
  () =>
    new Response(JSON.stringify(data), { status, headers: { "Content-Type": "application/json" } });

export const problem =
  (status: number, said: object, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(JSON.stringify({ status, ...said }), {
      status,
      headers: { "Content-Type": "application/problem+json", ...headers },
    });

/** What a proxy says in its own words. */
export const page =
  (status: number): Answer =>
  () =>
    new Response("<h1>Bad gateway</h1>", { status, headers: { "Content-Type": "text/html" } });

export const unreachable: Answer = () => {
  throw new TypeError("Failed to fetch");
};
