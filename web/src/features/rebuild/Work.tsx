import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../shared/api/problem";
import { Bones, Dialog, Empty, Failure } from "../../shared/ui/parts";

const LOOK_AGAIN = 1_000;

/** Work that goes on behind the answer, and how it is asked for. */
export interface Kind<Progress> {
  /** Begins the ids of its parts. */
  id: string;
  progress: () => Promise<Progress>;
  begin: () => Promise<Progress>;
  runs: (progress: Progress) => boolean;
}

/** What is said of it, all of it translated. */
export interface Said {
  heading: string;
  hint: string;
  never: string;
  start: string;
  question: string;
  warning: string;
  confirm: string;
}

/** Null when it never ran. */
const orNever = (failure: unknown): null => {
  if (failure instanceof Problem && failure.status === 404) {
    return null;
  }
  throw failure;
};

/** How far it came when it last ran or runs, and the way to begin it. */
export function Work<Progress>({
  of: { id, progress, begin, runs },
  said,
  last,
}: {
  of: Kind<Progress>;
  said: Said;
  last: (progress: Progress) => ReactNode;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const isRunning = (now: Progress | null | undefined) => now != null && runs(now);
  const found = useQuery({
    queryKey: [id],
    queryFn: () => progress().catch(orNever),
    refetchInterval: ({ state }) => (isRunning(state.data) ? LOOK_AGAIN : false),
  });
  const starting = useMutation({
    mutationFn: begin,
    onSuccess: (now) => {
      setAsking(false);
      queries.setQueryData([id], now);
    },
  });
  const running = isRunning(found.data);
  return (
    <section className="sheet stack" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{said.heading}</h2>
      <p className="hint">{said.hint}</p>
      {found.isPending ? (
        <Bones lines={3} />
      ) : found.isError ? (
        <Failure of={found.error} inline retry={() => void found.refetch()} />
      ) : found.data ? (
        last(found.data)
      ) : (
        <Empty title={said.never} id={`${id}-never`} />
      )}
      <div>
        <button
          type="button"
          id={`${id}-start`}
          className="main"
          disabled={running || !found.isFetched}
          onClick={() => setAsking(true)}
        >
          {running ? t("Sedang berjalan…") : said.start}
        </button>
      </div>
      {asking && (
        <Dialog
          title={said.question}
          close={() => setAsking(false)}
          actions={
            <>
              <button type="button" onClick={() => setAsking(false)}>
                {t("Batal")}
              </button>
              <button
                type="button"
                id={`${id}-confirm`}
                className="main"
                disabled={starting.isPending}
                aria-busy={starting.isPending}
                onClick={() => starting.mutate()}
              >
                {said.confirm}
              </button>
            </>
          }
        >
          <p>{said.warning}</p>
          {starting.isError && <Failure of={starting.error} inline />}
        </Dialog>
      )}
    </section>
  );
}
