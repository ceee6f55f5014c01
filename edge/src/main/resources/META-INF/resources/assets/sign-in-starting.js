/** Asks now and then whether signing in works, and then loads the page that was asked for. */
const ASK_AGAIN_MILLIS = 3000;

async function ask() {
  try {
    const answer = await fetch("/auth/realms/tanggap", { cache: "no-store" });
    if (answer.ok) {
      location.reload();
      return;
    }
  } catch {
    // Not even the front door answers; it may in a moment.
  }
  setTimeout(ask, ASK_AGAIN_MILLIS);
}
setTimeout(ask, ASK_AGAIN_MILLIS);
