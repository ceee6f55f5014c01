import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { desk, intake, take } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { moment } from "../../shared/lib/time";
import { Each } from "../../shared/ui/Each";
import { Failure } from "../../shared/ui/parts";
import css from "./Refused.module.css";
import { didWord, SCREENED_OUT } from "./words";

interface Refused {
  id: string;
  number: string;
  action: string;
  because: string;
  doneAt: string;
  text?: string;
}

/** A few at a time, so that there is room to work. */
const SHOWN = 2;

/** The case may lie on another desk by then, of which nothing is told here any more. */
const ASK_AGAIN = 20_000;

interface Source {
  roles: readonly string[];
  find: () => Promise<Refused[]>;
  read: (id: string) => Promise<unknown>;
}

const SOURCES: Record<string, Source> = {
  desk: {
    roles: ["agency-admin", "division-staff"],
    find: () => take(desk.GET("/api/response/v1/me/refused")),
    read: (id) => take(desk.POST("/api/response/v1/me/refused/{id}/read", { params: { path: { id } } })),
  },
  intake: {
    roles: ["intake-officer"],
    find: async () =>
      (await take(intake.GET("/api/intake/v1/screenings/refused"))).map((one) => ({ ...one, action: SCREENED_OUT })),
    read: (id) => take(intake.POST("/api/intake/v1/screenings/refused/{id}/read", { params: { path: { id } } })),
  },
};

/** What this officer did in vain since somebody else came first: on every page, until it is read. */
export function RefusedDeeds() {
  const who = person();
  return Object.entries(SOURCES)
    .filter(([, { roles }]) => roles.some((role) => who.roles.has(role)))
    .map(([name, source]) => <Of key={name} name={name} source={source} />);
}

function Of({ name, source }: { name: string; source: Source }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ["refused", name];
  const { data: refused } = useQuery({ queryKey: key, queryFn: source.find, refetchInterval: ASK_AGAIN });
  const reading = useMutation({
    mutationFn: source.read,
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  const left = (refused?.length ?? 0) - SHOWN;
  return (
    <Each of={(refused ?? []).slice(0, SHOWN)} as="div">
      {(one, place) => (
        <section className={css.refused} role="alert" aria-label={t("Tidak berlaku")} data-refused={one.id}>
          <div>
            <p>
              <b>{t(didWord(one.action), { number: one.number })}</b> {t(one.because)}{" "}
              <small>{moment(one.doneAt)}</small>
            </p>
            {one.text && (
              <details>
                <summary>{t("Yang Anda tulis")}</summary>
                <p className={css.words}>{one.text}</p>
              </details>
            )}
            {left > 0 && place === SHOWN - 1 && <p className="hint">{t("dan {{n}} lagi", { n: left })}</p>}
            {reading.isError && reading.variables === one.id && <Failure of={reading.error} inline />}
          </div>
          <button type="button" disabled={reading.isPending} onClick={() => reading.mutate(one.id)}>
            {t("Saya mengerti")}
          </button>
        </section>
      )}
    </Each>
  );
}
