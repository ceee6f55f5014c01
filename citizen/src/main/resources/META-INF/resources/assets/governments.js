import { call } from "/assets/http.js";

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

export async function governmentName(id) {
  const answer = await governments();
  return (answer.ok && answer.data.find((government) => government.id === id)?.name) || id;
}

export async function categoryName(government, id) {
  const answer = await governments();
  const categories = answer.ok ? answer.data.find((one) => one.id === government)?.categories : undefined;
  return categories?.find((category) => category.id === id)?.name ?? id;
}
