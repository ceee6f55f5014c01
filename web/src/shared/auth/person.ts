import type { User } from "oidc-client-ts";

/** Who works at this page, for showing only; what one may do is decided by the services. */
export interface Person {
  id: string;
  name: string;
  roles: ReadonlySet<string>;
  government: string;
  agency: string | undefined;
  division: string | undefined;
}

let working: Person = {
  id: "",
  name: "",
  roles: new Set(),
  government: "",
  agency: undefined,
  division: undefined,
};

/** Stays who they are when their session ends: what is typed then is still theirs. Somebody else has a page of their own. */
export const person = (): Person => working;

export function worksHere(now: Person): void {
  working = now;
}

interface Claims {
  sub?: string;
  name?: string;
  preferred_username?: string;
  groups?: string[];
  realm_access?: { roles?: string[] };
}

/** As their tokens name them: the deepest of their groups says where they work. */
export function personOf({ access_token, profile }: Pick<User, "access_token" | "profile">): Person {
  const { sub, name, preferred_username, groups = [], realm_access } = claimsOf(access_token);
  const [place = []] = groups.map((group) => group.split("/").filter(Boolean)).sort((a, b) => b.length - a.length);
  const [government = "", agency, division] = place;
  return {
    id: sub ?? "",
    name: profile.name ?? name ?? preferred_username ?? "",
    roles: new Set(realm_access?.roles),
    government,
    agency,
    division,
  };
}

function claimsOf(token: string): Claims {
  const text = atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/"));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))) as Claims;
}
