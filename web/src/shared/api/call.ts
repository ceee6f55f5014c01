import createClient from "openapi-fetch";
import { accessToken, session, SignInUnavailable } from "../auth/session";
import { notReached, reached } from "../live/connection";
import { Problem } from "./problem";
import type { components, paths } from "./response.gen";

export type Schemas = components["schemas"];

/** A call in the name of whoever is signed in. A refused token is renewed once before it counts. */
async function fetchSignedIn(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await attempt(request, false);
  if (answer.status !== 401) {
    return answer;
  }
  const second = await attempt(again, true);
  if (second.status === 401) {
    session.set("expired");
  }
  return second;
}

async function attempt(request: Request, fresh: boolean): Promise<Response> {
  let token: string | null;
  try {
    token = await accessToken({ fresh });
  } catch (failure) {
    if (failure instanceof SignInUnavailable) {
      notReached();
      throw Problem.unreachable();
    }
    throw failure;
  }
  if (token === null) {
    session.set("expired");
    throw Problem.signedOut();
  }
  request.headers.set("Authorization", `Bearer ${token}`);
  let answer: Response;
  try {
    answer = await fetch(request, { cache: "no-store" });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") {
      throw failure;
    }
    notReached();
    throw Problem.unreachable();
  }
  reached();
  return answer;
}

/** The response service, typed by its own schema. */
export const desk = createClient<paths>({ baseUrl: location.origin, fetch: fetchSignedIn });

/** Unwraps what openapi-fetch answers: the data, or the problem thrown. */
export async function take<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw Problem.of(response.status, (error ?? {}) as Record<string, unknown>);
  }
  return data as T;
}

interface Options {
  method?: string;
  body?: unknown;
  form?: FormData;
  file?: Blob;
  accept?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** The other services, and what has no schema. */
export async function raw(path: string, { method = "GET", body, form, file, accept = "application/json", headers: more = {}, signal }: Options = {}): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept, ...more };
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  const answer = await fetchSignedIn(
    new Request(new URL(path, location.origin), { method, headers, body: form ?? file ?? (body === undefined ? null : JSON.stringify(body)), signal: signal ?? null }),
  );
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Problem.of(answer.status, problem as Record<string, unknown>);
  }
  return answer;
}

export async function call<T>(path: string, options: Options = {}): Promise<T> {
  const answer = await raw(path, options);
  return (answer.status === 204 ? undefined : await answer.json()) as T;
}
