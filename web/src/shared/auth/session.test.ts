// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { choose } from "../kept/kept";
import { person, worksHere } from "./person";
import { accessToken, resume, session, signIn, SignInUnavailable } from "./session";

const KEYCLOAK = `${location.origin}/auth/realms/tanggap`;
const encoded = (part: object) => btoa(JSON.stringify(part)).replaceAll("=", "");
const token = (claims: object) => `${encoded({ alg: "none" })}.${encoded(claims)}.`;

/** What a browser raises when whoever asked has waited for long enough, which is at once here. */
const hungUp = (signal?: AbortSignal | null) =>
  new Promise<DOMException>((resolve) => {
    signal?.addEventListener("abort", () => resolve(new DOMException("aborted", "AbortError")));
    vi.advanceTimersByTime(60_000);
  });
const HTML = { "Content-Type": "text/html" };
const answered = (status: number, body: object) => Promise.resolve(Response.json(body, { status }));

/** Keycloak as far as the pages call it; its next token is made for this officer, or refused. */
function keycloak(officer: string | undefined, expires_in = 300) {
  vi.stubGlobal("fetch", (url: string | URL) => {
    if (String(url).endsWith("/.well-known/openid-configuration")) {
      return Promise.resolve(
        Response.json({
          issuer: KEYCLOAK,
          authorization_endpoint: `${KEYCLOAK}/auth`,
          token_endpoint: `${KEYCLOAK}/token`,
        }),
      );
    }
    const sub = officer;
    const claims = { iss: KEYCLOAK, aud: "tanggap-web", sub, iat: 0, exp: 9_999_999_999, groups: ["/solo/dishub"] };
    return Promise.resolve(
      sub
        ? Response.json({
            access_token: token({ ...claims, expires_in, realm_access: { roles: ["agency-admin"] } }),
            id_token: token(claims),
            refresh_token: "again",
            token_type: "Bearer",
            expires_in,
          })
        : Response.json({ error: "invalid_grant" }, { status: 400 }),
    );
  });
}

/** Keycloak as whoever calls it finds it while it goes away and comes back. */
function away(answer: (init?: RequestInit) => Promise<Response>) {
  const asked = vi.fn((_: string, init?: RequestInit) => answer(init));
  vi.stubGlobal("fetch", asked);
  return asked;
}

/** Types name and password at Keycloak and comes back from there. */
async function signInAs(officer: string, expires_in?: number) {
  keycloak(officer, expires_in);
  const sent = new Promise<URL>((resolve) => {
    vi.spyOn(location, "replace").mockImplementation((to) => resolve(new URL(to)));
  });
  void signIn();
  const state = (await sent).searchParams.get("state");
  history.replaceState(null, "", `/staff/?state=${state}&code=once`);
  await resume();
}

describe("Who works here", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    localStorage.clear();
    sessionStorage.clear();
    worksHere({ ...person(), id: "" });
    history.replaceState(null, "", "/staff/kasus/1");
  });

  it("is who signed in, with their place and their roles", async () => {
    await signInAs("siti");
    expect(person()).toMatchObject({ id: "siti", government: "solo", agency: "dishub", division: undefined });
    expect(person().roles.has("agency-admin")).toBe(true);
    expect(location.pathname).toBe("/staff/kasus/1");
  });

  it("stays the same when the session ends", async () => {
    await signInAs("siti", 1);
    keycloak(undefined);
    expect(await accessToken()).toBeNull();
    expect(session.get()).toBe("expired");
    expect(person()).toMatchObject({ id: "siti", agency: "dishub" });
  });

  it("is nobody else by a renewal", async () => {
    await signInAs("siti", 1);
    keycloak("budi");
    expect(await accessToken()).toBeNull();
    expect(person().id).toBe("siti");
  });

  describe.each<[string, (init?: RequestInit) => Promise<Response>]>([
    ["is not reached", () => Promise.reject(new TypeError("Failed to fetch"))],
    ["never answers", (init) => new Promise((_, hangUp) => void hungUp(init?.signal).then(hangUp))],
    ["is behind a door that says so", () => answered(503, { title: "Layanan sedang terganggu" })],
    ["is behind a door with a page", () => Promise.resolve(new Response("<p>", { status: 502, headers: HTML }))],
    ["is behind a door with nothing to say", () => Promise.resolve(new Response(null, { status: 504 }))],
    ["has no database", () => answered(500, { error: "unknown_error" })],
    ["is asked too often", () => answered(429, { status: 429 })],
  ])("stays signed in while Keycloak %s", (_, answer) => {
    it("by the token that is still good", async () => {
      await signInAs("siti", 300);
      const first = await accessToken();
      vi.setSystemTime(Date.now() + 200_000);
      const asked = away(answer);

      expect(await accessToken()).toBe(first);
      await vi.waitFor(() => expect(asked).toHaveBeenCalled());
      expect(session.get()).toBe("signed-in");
    });

    it("and goes on when it is back", async () => {
      await signInAs("siti", 1);
      away(answer);
      await expect(accessToken()).rejects.toBeInstanceOf(SignInUnavailable);
      expect(session.get()).toBe("signed-in");

      keycloak("siti", 300);
      expect(await accessToken()).not.toBeNull();
      expect(person().id).toBe("siti");
    });
  });

  it("is renewed beside the work before it is needed", async () => {
    await signInAs("siti", 300);
    const first = await accessToken();
    vi.setSystemTime(Date.now() + 200_000);
    keycloak("siti", 600);

    expect(await accessToken()).toBe(first);
    await vi.waitFor(async () => expect(await accessToken()).not.toBe(first));
  });

  it("finds the way back, which is nobody else's", async () => {
    await signInAs("siti");
    history.replaceState(null, "", "/staff/?cari=wati");
    await signInAs("siti");
    expect(location.search).toBe("?cari=wati");
    await signInAs("budi");
    expect(location.href).toBe(`${location.origin}/staff/`);
  });
});

describe("A page", () => {
  const reload = vi.spyOn(location, "reload").mockImplementation(() => undefined);
  const elsewhere = (signedIn: string | undefined, heard: string) => {
    reload.mockClear();
    choose("signed-in", signedIn);
    dispatchEvent(new Event(heard));
    return reload.mock.calls.length;
  };

  it.each(["storage", "pageshow"])("is left by %s to who signed in or out meanwhile", async (heard) => {
    await signInAs("siti");
    expect(elsewhere("siti", heard)).toBe(0);
    expect(elsewhere("budi", heard)).toBe(1);
    expect(elsewhere(undefined, heard)).toBe(1);
  });

  it("is nobody's before somebody signs in", () => {
    worksHere({ ...person(), id: "" });
    expect(elsewhere("siti", "storage")).toBe(0);
  });
});
