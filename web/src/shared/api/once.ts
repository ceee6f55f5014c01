/** For how long a post that was not answered and is sent again is the same one; later it is meant anew. */
const SAME_FOR_MILLIS = 5 * 60_000;

/**
 * Gives each post a key, and the same one to a post that is sent again because it was not answered: the connection broke,
 * or a service failed. The service then does it once.
 */
export function once(send: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  const unanswered = new Map<string, { key: string; since: number }>();
  return async (request) => {
    if (request.method !== "POST" || request.headers.has("Idempotency-Key")) {
      return send(request);
    }
    const said = `${request.url}\n${await digest(request.clone())}`;
    const before = unanswered.get(said);
    const isSame = before !== undefined && Date.now() - before.since < SAME_FOR_MILLIS;
    const { key, since } = isSame ? before : { key: crypto.randomUUID(), since: Date.now() };
    unanswered.set(said, { key, since });
    request.headers.set("Idempotency-Key", key);
    const answer = await send(request);
    if (answer.status < 500) {
      unanswered.delete(said);
    }
    return answer;
  };
}

/** Of what a request says; a form is told by its parts, since what stands between them is another each time. */
async function digest(request: Request): Promise<string> {
  const isForm = request.headers.get("Content-Type")?.startsWith("multipart/");
  const parts = isForm ? [...(await request.formData()).values()] : [await request.blob()];
  const hash = await crypto.subtle.digest("SHA-256", await new Blob(parts).arrayBuffer());
  return new Uint8Array(hash).join();
}
