import { callSignedIn } from "./api.js";

let known;

/** The agencies of the person's government, the institutions outside it, and its coordination group. */
export async function directory() {
  known ??= await callSignedIn("/api/routing/v1/directory");
  const answer = known;
  if (!answer.ok) {
    known = undefined;
  }
  return answer.ok ? answer.data : { agencies: [], institutions: [], group: null };
}

export async function agencyName(id) {
  const { agencies } = await directory();
  return agencies.find((agency) => agency.id === id)?.name ?? id;
}
