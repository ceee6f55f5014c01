import { ErrorResponse, InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from "oidc-client-ts";
import { choose, chosen, eraseOthers } from "../kept/kept";
import { store } from "../lib/store";
import { person, personOf, worksHere } from "./person";

/**
 * Signing in with Keycloak: authorization code with PKCE. Tokens live in this module's memory only and are renewed with
 * the refresh token, never in a hidden frame, which the front door's policy forbids. A reload asks Keycloak again, whose
 * own session answers without typing.
 */
const PATH = "/staff/";
const HOME = location.origin + PATH;

const manager = new UserManager({
  authority: `${location.origin}/auth/realms/tanggap`,
  client_id: "tanggap-web",
  redirect_uri: HOME,
  post_logout_redirect_uri: HOME,
  scope: "openid",
  ui_locales: "id",
  loadUserInfo: false,
  automaticSilentRenew: false,
  monitorSession: false,
  userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
  stateStore: new WebStorageStateStore({ store: sessionStorage, prefix: "tanggap.sign-in." }),
});

export type Session = "unknown" | "signed-out" | "signed-in" | "expired";
export const session = store<Session>("unknown");

let user: User | null = null;
/** In seconds, from when the token is renewed beside the work: whoever is signed in goes on while Keycloak is away. */
let half = 0;
let renewal: Promise<User | null> | undefined;

function signedIn(as: User | null): void {
  user = as;
  if (as) {
    half = (as.expires_in ?? 0) / 2;
    worksHere(personOf(as));
  }
}

export class SignInUnavailable extends Error {}

/** Takes up a sign-in that came back from Keycloak, or starts one when this browser was signed in before. */
export async function resume(): Promise<void> {
  const here = new URL(location.href);
  if (here.searchParams.has("state") && (here.searchParams.has("code") || here.searchParams.has("error"))) {
    history.replaceState(null, "", PATH);
    const returned = await manager.signinCallback(here.href);
    if (returned) {
      signedIn(returned);
      eraseOthers();
      choose("signed-in", person().id);
      history.replaceState(null, "", wayOf(returned.state));
      session.set("signed-in");
      return;
    }
  }
  // Somebody signed in from this browser: a reload does not ask again.
  if (chosen("signed-in")) {
    await signIn();
    return;
  }
  session.set("signed-out");
}

/** Where somebody was when they went to sign in: the address holds their search, so nobody else is led there. */
interface Way {
  /** Empty where nobody worked at the page yet. */
  of: string;
  to: string;
}

function wayOf(state: unknown): string {
  const { of, to } = { of: "?", to: PATH, ...(state as Partial<Way> | null) };
  return of === "" || of === person().id ? to : PATH;
}

export async function signIn({ otherAccount = false } = {}): Promise<void> {
  let issuer: string;
  try {
    issuer = await manager.metadataService.getIssuer();
  } catch (cause) {
    throw new SignInUnavailable("discovery", { cause });
  }
  const home = new URL(issuer).origin;
  if (home !== location.origin) {
    // The installation has one address; sign-in only works there.
    location.replace(home + location.pathname + location.search);
    return;
  }
  await manager.signinRedirect({
    state: { of: person().id, to: otherAccount ? PATH : location.pathname + location.search } satisfies Way,
    redirectMethod: "replace",
    ...(otherAccount ? { prompt: "login" as const } : {}),
  });
}

export async function signOut(): Promise<void> {
  choose("signed-in", undefined);
  await manager.signoutRedirect(user?.id_token ? { id_token_hint: user.id_token } : {});
}

/** In seconds: what a token must still be good for, so that it is when it arrives. */
const ENOUGH = 20;
/** In seconds. */
const ANSWERED_WITHIN = 10;

/** A token good for the next call, renewed once for all who ask meanwhile; null when nobody is signed in any more. */
export async function accessToken({ fresh = false } = {}): Promise<string | null> {
  const left = user?.expires_in ?? 0;
  if (fresh || left < ENOUGH) {
    await renew();
  } else if (left < half) {
    // The next call asks again.
    renew().catch(() => undefined);
  }
  return user?.access_token ?? null;
}

/** The token of now, for what cannot wait for a better one. */
export const tokenAtHand = (): string | undefined => user?.access_token;

async function renew(): Promise<void> {
  if (!user) {
    return;
  }
  renewal ??= manager.signinSilent({ silentRequestTimeoutInSeconds: ANSWERED_WITHIN }).finally(() => {
    renewal = undefined;
  });
  try {
    signedIn(await renewal);
  } catch (failure) {
    if (!isRefused(failure)) {
      throw new SignInUnavailable("renewal", { cause: failure });
    }
    user = null;
  }
  if (!user) {
    session.set("expired");
  }
}

/** RFC 6749, section 5.2. */
const REFUSALS = new Set([
  "invalid_grant",
  "invalid_client",
  "unauthorized_client",
  "invalid_request",
  "invalid_scope",
]);

/** Keycloak says no, or names somebody else. Whatever else comes back is of a server that went away, and passes. */
function isRefused(failure: unknown): boolean {
  return failure instanceof ErrorResponse ? REFUSALS.has(failure.error ?? "") : String(failure).includes("id_token");
}

/** Who signed in or out in another tab, or before the browser shows again what it had put aside, leaves no page behind. */
function leaveToOthers(): void {
  if (person().id !== "" && chosen("signed-in") !== person().id) {
    location.reload();
  }
}

addEventListener("storage", leaveToOthers);
addEventListener("pageshow", leaveToOthers);
