import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { desk, take } from "../api/call";
import { Problem } from "../api/problem";
import { store } from "../lib/store";
import { backoff, EventParser, type StreamEvent } from "./sse";

/** A stream that says nothing for this long is dead: the service sends a heart-beat every few seconds. */
const SILENCE = 45_000;
/** Lists are asked again at most this often, however much changes. */
const GATHER = 1_500;

/** A list longer than this is not asked again page by page; its reader decides. */
const SHORT_LIST = 3;
export const listsAreOld = store(false);

async function listen(
  caseId: string | undefined,
  signal: AbortSignal,
  heard: (event: StreamEvent) => void,
  opened: () => void,
): Promise<void> {
  const cut = new AbortController();
  const stop = () => cut.abort();
  signal.addEventListener("abort", stop);
  let silence = setTimeout(stop, SILENCE);
  try {
    const query = caseId ? { case: caseId } : {};
    const told = await take(
      desk.GET("/api/response/v1/changes", {
        params: { query },
        headers: { Accept: "text/event-stream" },
        parseAs: "stream",
        signal: cut.signal,
      }),
    );
    if (!told) {
      return;
    }
    opened();
    const parser = new EventParser();
    const reader = told.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      clearTimeout(silence);
      silence = setTimeout(stop, SILENCE);
      parser.feed(value).forEach(heard);
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener("abort", stop);
  }
}

/**
 * Keeps this page in step with the desk, and answers who else has the case open. After every reconnect all is asked anew,
 * so nothing that was said meanwhile is missed.
 */
export function useChanges(caseId: string | undefined): string[] {
  const queries = useQueryClient();
  const [people, setPeople] = useState<string[]>([]);
  useEffect(() => {
    const over = new AbortController();
    const refresh = gatherer(queries);
    let failures = 0;
    let connectedBefore = false;
    const heard = ({ event, data }: StreamEvent) => {
      const told = JSON.parse(data) as { id?: string; people?: string[] };
      if (event === "presence") {
        setPeople(told.people ?? []);
      } else {
        refresh(told.id);
      }
    };
    const opened = () => {
      failures = 0;
      if (connectedBefore) {
        void queries.invalidateQueries();
      }
      connectedBefore = true;
    };
    void (async () => {
      while (!over.signal.aborted) {
        try {
          await listen(caseId, over.signal, heard, opened);
        } catch (failure) {
          failures += 1;
          if (
            failure instanceof Problem &&
            (failure.status === 401 || failure.status === 403 || failure.status === 404)
          ) {
            // Nothing to hear for this person, or nobody signed in: ask again only once in a while.
            failures = 6;
          }
        }
        setPeople([]);
        await pause(backoff(failures, Math.random()), over.signal);
      }
    })();
    return () => over.abort();
  }, [caseId, queries]);
  return people;
}

function gatherer(queries: QueryClient): (id?: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const cases = new Set<string>();
  return (id) => {
    if (id) {
      cases.add(id);
    }
    waiting ??= setTimeout(() => {
      waiting = undefined;
      const pages = (data: unknown) => (data as { pages?: unknown[] } | undefined)?.pages?.length ?? 0;
      void queries.invalidateQueries({
        queryKey: ["cases"],
        predicate: ({ state }) => pages(state.data) <= SHORT_LIST,
      });
      const long = queries
        .getQueryCache()
        .findAll({ queryKey: ["cases"], type: "active" })
        .some(({ state }) => pages(state.data) > SHORT_LIST);
      listsAreOld.set(long);
      void queries.invalidateQueries({ queryKey: ["counts"] });
      void queries.invalidateQueries({ queryKey: ["overview"] });
      void queries.invalidateQueries({ queryKey: ["refused"] });
      cases.forEach((one) => void queries.invalidateQueries({ queryKey: ["case", one] }));
      cases.clear();
    }, GATHER);
  };
}

const pause = (millis: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, millis);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    });
  });
