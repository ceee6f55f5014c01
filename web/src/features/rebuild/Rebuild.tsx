import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { desk, take, type Schemas } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { number } from "../../shared/lib/time";
import { Bones, Dialog, Empty, Failure, Heading, Time } from "../../shared/ui/parts";
import css from "./Rebuild.module.css";

type Progress = Schemas["Progress"];

const LOOK_AGAIN = 1_000;
const STATE: Record<Progress["state"], string> = {
  READING: "Membaca ulang semua catatan",
  DONE: "Sudah dibangun ulang",
  FAILED: "Gagal; daftar tetap seperti sebelumnya",
};

/** Null when it never ran. */
const progressQuery = {
  queryKey: ["rebuild"],
  queryFn: () =>
    take(desk.GET("/api/response/v1/admin/rebuild")).catch((failure: unknown) => {
      if (failure instanceof Problem && failure.status === 404) {
        return null;
      }
      throw failure;
    }),
};

/** For who runs the installation: the officers' lists are built anew from the topics while they work on. */
export function Rebuild() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const found = useQuery({ ...progressQuery, refetchInterval: ({ state }) => (runs(state.data) ? LOOK_AGAIN : false) });
  const starting = useMutation({
    mutationFn: () => take(desk.POST("/api/response/v1/admin/rebuild")),
    onSuccess: (progress) => {
      setAsking(false);
      queries.setQueryData(["rebuild"], progress);
    },
  });
  const running = runs(found.data);
  return (
    <div className="page stack">
      <Heading name={t("Bangun ulang")}>{t("Bangun ulang")}</Heading>
      <p className="hint">
        {t(
          "Daftar dan berkas kasus disusun lagi dari catatan peristiwa, lalu yang berbeda dibetulkan. Petugas dapat terus bekerja.",
        )}
      </p>
      <section className="sheet stack" aria-labelledby="rebuild-heading">
        <h2 id="rebuild-heading">{t("Terakhir dijalankan")}</h2>
        {found.isPending ? (
          <Bones lines={3} />
        ) : found.isError ? (
          <Failure of={found.error} inline retry={() => void found.refetch()} />
        ) : found.data ? (
          <Last of={found.data} />
        ) : (
          <Empty title={t("Belum pernah dibangun ulang.")} id="rebuild-never" />
        )}
        <div>
          <button
            type="button"
            id="rebuild-start"
            className="main"
            disabled={running || !found.isFetched}
            onClick={() => setAsking(true)}
          >
            {running ? t("Sedang berjalan…") : t("Bangun ulang sekarang")}
          </button>
        </div>
      </section>
      {asking && (
        <Dialog
          title={t("Bangun ulang sekarang?")}
          close={() => setAsking(false)}
          actions={
            <>
              <button type="button" onClick={() => setAsking(false)}>
                {t("Batal")}
              </button>
              <button
                type="button"
                id="rebuild-confirm"
                className="main"
                disabled={starting.isPending}
                aria-busy={starting.isPending}
                onClick={() => starting.mutate()}
              >
                {t("Ya, bangun ulang")}
              </button>
            </>
          }
        >
          <p>
            {t(
              "Semua peristiwa sejak awal dibaca lagi. Ini membebani layanan selama berjalan; pilih waktu yang lengang.",
            )}
          </p>
          {starting.isError && <Failure of={starting.error} inline />}
        </Dialog>
      )}
    </div>
  );
}

const runs = (progress: Progress | null | undefined): boolean => progress?.state === "READING";

function Last({ of }: { of: Progress }) {
  const { t } = useTranslation();
  return (
    <div className="stack" id="rebuild-state" data-state={of.state}>
      <p role="status">
        <b>{t(STATE[of.state])}</b>
      </p>
      {runs(of) && (
        <progress
          className={css.bar}
          aria-label={t("Catatan yang sudah dibaca")}
          max={Math.max(of.total, 1)}
          value={of.done}
        />
      )}
      <dl className={css.facts}>
        <dt>{t("Catatan yang sudah dibaca")}</dt>
        <dd>{t("{{done}} dari {{all}}", { done: number(of.done), all: number(of.total) })}</dd>
        <dt>{t("Yang dibetulkan")}</dt>
        <dd>{t("{{n}} kasus", { n: number(of.corrected) })}</dd>
        <dt>{t("Mulai")}</dt>
        <dd>
          <Time at={of.startedAt} />
        </dd>
        {of.endedAt && (
          <>
            <dt>{t("Berakhir")}</dt>
            <dd>
              <Time at={of.endedAt} />
            </dd>
          </>
        )}
        {of.cause && (
          <>
            <dt>{t("Sebab")}</dt>
            <dd>{of.cause}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
