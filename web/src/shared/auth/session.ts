import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from "oidc-client-ts";
import { choose, chosen, eraseOthers } from "../kept/kept";
import { store } from "../lib/store";
import { person, personOf, worksHere } from "./person";

/**
 * Signing in with Keycloak: authorization code with PKCE. Tokens live in this module's memory only and are renewed with
 * the refresh token, never in a hidden frame, which the front door's policy forbids. A reload asks Keycloak again, whose
 * own session answers without typing.
 */
const HOME = `${location.origin}/staff/`;

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
let renewal: Promise<User | null> | undefined;

function signedIn(as: User | null): void {
  user = as;
  if (as) {
    worksHere(personOf(as));
  }
}

export class SignInUnavailable extends Error {}

/** Takes up a sign-in that came back from Keycloak, or starts one when this browser was signed in before. */
export async function resume(): Promise<void> {
  const here = new URL(location.href);
  if (here.searchParams.has("state") && (here.searchParams.has("code") || here.searchParams.has("error"))) {
    history.replaceState(null, "", "/staff/");
    const returned = await manager.signinCallback(here.href);
    if (returned) {
      signedIn(returned);
      eraseOthers();
      choose("signed-in", person().id);
      history.replaceState(null, "", typeof returned.state === "string" ? returned.state : "/staff/");
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
    state: otherAccount ? "/staff/" : location.pathname + location.search,
    redirectMethod: "replace",
    ...(otherAccount ? { prompt: "login" as const } : {}),
  });
}

export async function signOut(): Promise<void> {
  choose("signed-in", undefined);
  await manager.signoutRedirect(user?.id_token ? { id_token_hint: user.id_token } : {});
}

/** A token good for the next call, renewed once for all who ask meanwhile; null when nobody is signed in any more. */
export async function accessToken({ fresh = false } = {}): Promise<string | null> {
  if (!user) {
    return null;
  }
  if (fresh || (user.expires_in ?? 0) < 20) {
    renewal ??= manager.signinSilent().finally(() => {
      renewal = undefined;
    });
    try {
      signedIn(await renewal);
    } catch (failure) {
      if (failure instanceof TypeError || (failure as Error).message === "Network Error") {
        throw new SignInUnavailable("renewal", { cause: failure });
      }
      user = null;
    }
  }
  if (!user) {
    session.set("expired");
    return null;
  }
  return user.access_token;
}
