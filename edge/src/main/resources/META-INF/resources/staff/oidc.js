/**
 * Signing in with Keycloak: authorization code with PKCE (S256). Tokens live in this module's memory only. What has to
 * survive the way to Keycloak and back (state, verifier, where one was) stays in sessionStorage until the return.
 */
import * as oauth from "./vendor/oauth4webapi.js";

const ISSUER = new URL("/auth/realms/tanggap", location.origin);
const CLIENT = { client_id: "tanggap-web" };
const REDIRECT = new URL("/staff/", location.origin).href;
const PENDING = "tanggap.sign-in";
/** Only says that somebody signed in from this tab, so that a reload does not ask again. */
const SIGNED_IN = "tanggap.signed-in";
/** Plain HTTP is for a run on one's own machine; everywhere else the page itself comes by HTTPS. */
const OPTIONS = { [oauth.allowInsecureRequests]: location.protocol === "http:" };
const RENEW_BEFORE_SECONDS = 20;

let server;
let tokens;
let renewal;

/** The sign-in service is not up yet. */
export class SignInUnavailable extends Error {}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

async function discover() {
  if (!server) {
    let response;
    try {
      response = await oauth.discoveryRequest(ISSUER, OPTIONS);
    } catch (cause) {
      throw new SignInUnavailable("unreachable", { cause });
    }
    if (!response.ok) {
      throw new SignInUnavailable(`status ${response.status}`);
    }
    const metadata = await response.clone().json();
    const home = new URL(metadata.issuer).origin;
    if (home !== location.origin) {
      // The installation has one address; sign-in only works there.
      location.replace(home + location.pathname + location.search);
      return new Promise(() => {});
    }
    server = await oauth.processDiscoveryResponse(ISSUER, response);
  }
  return server;
}

export async function signIn(returnTo = location.pathname + location.search) {
  const { authorization_endpoint: endpoint } = await discover();
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  const nonce = oauth.generateRandomNonce();
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state, nonce, returnTo }));
  const to = new URL(endpoint);
  to.search = new URLSearchParams({
    client_id: CLIENT.client_id,
    redirect_uri: REDIRECT,
    response_type: "code",
    scope: "openid",
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ui_locales: "id",
  });
  // Replaces this entry: going back must not lead into the sign-in again.
  location.replace(to);
  return new Promise(() => {});
}

/**
 * Takes up a sign-in that came back from Keycloak, or starts one silently when this tab was signed in before.
 * Answers whether somebody is signed in.
 */
export async function resume() {
  const here = new URL(location.href);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? "null");
  if (here.searchParams.has("state") && (here.searchParams.has("code") || here.searchParams.has("error"))) {
    history.replaceState(null, "", "/staff/");
    sessionStorage.removeItem(PENDING);
    if (pending) {
      await redeem(here, pending);
      history.replaceState(null, "", pending.returnTo);
      return true;
    }
  }
  if (sessionStorage.getItem(SIGNED_IN)) {
    await signIn();
  }
  return false;
}

async function redeem(here, { verifier, state, nonce }) {
  const as = await discover();
  const parameters = oauth.validateAuthResponse(as, CLIENT, here, state);
  const response = await oauth.authorizationCodeGrantRequest(as, CLIENT, oauth.None(), parameters, REDIRECT, verifier, OPTIONS);
  keep(await oauth.processAuthorizationCodeResponse(as, CLIENT, response, { expectedNonce: nonce, requireIdToken: true }));
  sessionStorage.setItem(SIGNED_IN, "yes");
}

function keep(result) {
  tokens = {
    access: result.access_token,
    refresh: result.refresh_token ?? tokens?.refresh,
    id: result.id_token ?? tokens?.id,
    renewAt: Date.now() + ((result.expires_in ?? 60) - RENEW_BEFORE_SECONDS) * 1000,
  };
}

/** A token good for the next call; renewed when it is about to run out, once for all who ask meanwhile. */
export async function accessToken({ fresh = false } = {}) {
  if (!tokens) {
    throw new SignedOut();
  }
  if (fresh || Date.now() >= tokens.renewAt) {
    renewal ??= renew().finally(() => {
      renewal = undefined;
    });
    await renewal;
  }
  return tokens.access;
}

async function renew() {
  if (!tokens.refresh) {
    forget();
    throw new SignedOut();
  }
  const as = await discover();
  let response;
  try {
    response = await oauth.refreshTokenGrantRequest(as, CLIENT, oauth.None(), tokens.refresh, OPTIONS);
  } catch (cause) {
    throw new SignInUnavailable("unreachable", { cause });
  }
  if (response.status >= 500) {
    throw new SignInUnavailable(`status ${response.status}`);
  }
  try {
    keep(await oauth.processRefreshTokenResponse(as, CLIENT, response));
  } catch (cause) {
    forget();
    throw new SignedOut("refused", { cause });
  }
}

function forget() {
  tokens = undefined;
  sessionStorage.removeItem(SIGNED_IN);
}

export async function signOut() {
  const { end_session_endpoint: endpoint } = await discover();
  const to = new URL(endpoint);
  to.searchParams.set("client_id", CLIENT.client_id);
  to.searchParams.set("post_logout_redirect_uri", REDIRECT);
  if (tokens?.id) {
    to.searchParams.set("id_token_hint", tokens.id);
  }
  forget();
  location.assign(to);
}

/** Who is signed in, for showing only; what one may do is decided by the services. */
export function person() {
  const claims = (token) => JSON.parse(new TextDecoder().decode(
    Uint8Array.from(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0))));
  const access = claims(tokens.access);
  const shown = tokens.id ? { ...access, ...claims(tokens.id) } : access;
  const places = (access.groups ?? []).map((group) => group.split("/").filter(Boolean));
  return {
    name: shown.name ?? shown.preferred_username ?? "",
    roles: new Set(access.realm_access?.roles ?? []),
    governments: [...new Set(places.map(([government]) => government).filter(Boolean))],
    agencies: [...new Set(places.map(([, agency]) => agency).filter(Boolean))],
  };
}
