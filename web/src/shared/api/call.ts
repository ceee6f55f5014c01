import createClient from "openapi-fetch";
import { accessToken, session, SignInUnavailable, tokenAtHand } from "../auth/session";
import { notReached, reached } from "../live/connection";
import { once } from "./once";
import { Problem } from "./problem";
import type { components as Intake, paths as IntakePaths } from "./intake.gen";
import type { components as Notification, paths as NotificationPaths } from "./notification.gen";
import type { components as Reporting, paths as ReportingPaths } from "./reporting.gen";
import type { components as Desk, paths as ResponsePaths } from "./response.gen";
import type { components as Routing, paths as RoutingPaths } from "./routing.gen";

export { received, take, type Answer } from "./answer";

export type Schemas = Desk["schemas"];
export type IntakeSchemas = Intake["schemas"];
export type RoutingSchemas = Routing["schemas"];
export type NotificationSchemas = Notification["schemas"];
export type ReportingSchemas = Reporting["schemas"];

/** A call in the name of whoever is signed in. A refused token is renewed once before it counts. */
export async function fetchSignedIn(request: Request): Promise<Response> {
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

const SIGNED_IN = { baseUrl: location.origin, fetch: once(fetchSignedIn), headers: { Accept: "application/json" } };

/** The services, each typed by the document that it publishes; response is the desk. */
export const desk = createClient<ResponsePaths>(SIGNED_IN);
export const intake = createClient<IntakePaths>(SIGNED_IN);
export const routing = createClient<RoutingPaths>(SIGNED_IN);
export const notification = createClient<NotificationPaths>(SIGNED_IN);
export const reporting = createClient<ReportingPaths, "application/json">(SIGNED_IN);

/** At once with the token at hand, for what is sent in the last moment of a page: nobody hears what it is answered. */
export function fetchAtOnce(request: Request): Promise<Response> {
  request.headers.set("Authorization", `Bearer ${tokenAtHand() ?? ""}`);
  return fetch(request);
}

/** A file as the body, sent as it is: the generated types take what is binary for text. */
export const asBody = (file: Blob | FormData) => ({
  body: file as never,
  bodySerializer: () => file,
  headers: { "Content-Type": null },
});
