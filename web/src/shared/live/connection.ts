import { open } from "../api/open";
import { store } from "../lib/store";

/** Whether the services can be reached. Every call tells; a lost connection is asked after until it is back. */
export const connection = store<"ok" | "lost">("ok");

const ASK_EVERY = 4_000;
let asking: ReturnType<typeof setInterval> | undefined;

export function reached(): void {
  clearInterval(asking);
  asking = undefined;
  connection.set("ok");
}

export function notReached(): void {
  connection.set("lost");
  asking ??= setInterval(() => {
    open.GET("/api/intake/v1/governments", { cache: "no-store" }).then(
      ({ response }) => response.ok && reached(),
      () => undefined,
    );
  }, ASK_EVERY);
}

addEventListener("offline", notReached);
