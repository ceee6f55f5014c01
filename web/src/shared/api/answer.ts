import { Problem } from "./problem";

/** What openapi-fetch gives. */
export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** What was answered, or the problem thrown. */
export async function received<T>(answer: Promise<Answer<T>>): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    throw Problem.of(
      response.status,
      typeof error === "object" && error !== null ? (error as Record<string, unknown>) : {},
    );
  }
  return { data: data as T, response };
}

/** The data alone. */
export const take = async <T>(answer: Promise<Answer<T>>): Promise<T> => (await received(answer)).data;
