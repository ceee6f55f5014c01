import { call } from "./http.js";
/** @import { IntakeSchemas } from "#api" */
/** @import { Answer } from "./http.js" */

/** @type {Answer<IntakeSchemas["GovernmentView"][]> | undefined} */
let known;

/** The governments and their categories; asked for once, and again when that failed. */
export async function governments() {
  known ??= await call("/api/intake/v1/governments");
  const answer = known;
  if (!answer.ok) {
    known = undefined;
  }
  return answer;
}
