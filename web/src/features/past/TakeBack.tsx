import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { intake, take } from "../../shared/api/call";
import { monthName, number } from "../../shared/lib/time";
import { Dialog, Failure, Time } from "../../shared/ui/parts";
import css from "./Past.module.css";
import { mayGo, TAKE_BACK_STATES, type PastImport, type Preview } from "./past";

/** What was imported is taken back as a whole: what that would do, how far it is, and what came of it. */
export function TakeBack({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const [asking, ask] = useState(false);
  const path = { params: { path: { id: of.id } } };
  const state = of.takeBack?.state;
  const outlook = useQuery({
    queryKey: ["take-back", of.id, state ?? ""],
    queryFn: ({ signal }) => take(intake.GET("/api/intake/v1/imports/{id}/take-back", { ...path, signal })),
    enabled: state === undefined || state === "REFUSED",
  });
  const isOld = outlook.data !== undefined && mayGo(outlook.data) === 0;
  if (of.state === "REFUSED" && state === undefined && (isOld || !outlook.data)) {
    return null;
  }
  return (
    <div className="stack" id="import-take-back" data-state={state ?? ""}>
      {of.takeBack && <Progress of={of.takeBack} />}
      {isOld && state === undefined ? (
        <p className="hint" id="take-back-old">
          {t(
            "Impor ini tidak dapat ditarik kembali: versi terdahulu tidak mencatat aduan mana yang dibawanya, atau semuanya diceritakan pula oleh impor lain.",
          )}
        </p>
      ) : (
        outlook.data && (
          <div>
            <button type="button" id="take-back" onClick={() => ask(true)}>
              {t("Tarik kembali impor…")}
            </button>
          </div>
        )
      )}
      {asking && outlook.data && <Confirm of={of} outlook={outlook.data} close={() => ask(false)} />}
    </div>
  );
}

function Progress({ of }: { of: NonNullable<PastImport["takeBack"]> }) {
  const { t, i18n } = useTranslation();
  const done = of.gone + of.restored + of.stayed;
  return (
    <>
      <p>
        <strong role="status">{t(TAKE_BACK_STATES[of.state])}</strong>
        {of.endedAt && (
          <>
            {" "}
            <Time at={of.endedAt} />
          </>
        )}
      </p>
      {of.state === "REFUSED" && (
        <p id="take-back-refusal">
          {t("Rekap yang sudah disusun menghitung aduan dari impor ini: {{months}}.", {
            months: of.months.map((month) => monthName(month, i18n.language)).join(", "),
          })}
        </p>
      )}
      {of.state === "UNDER_WAY" && (
        <progress className={css.bar} aria-label={t("Aduan yang sudah ditarik")} max={of.total} value={done} />
      )}
      {(of.state === "UNDER_WAY" || of.state === "DONE") && <Fates of={of} />}
    </>
  );
}

function Fates({ of: { gone, restored, stayed } }: { of: Pick<Preview, "gone" | "restored" | "stayed"> }) {
  const { t } = useTranslation();
  const figure = (word: string, value: number) => (
    <div>
      <dt>{t(word)}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
  return (
    <dl className={css.counts} id="take-back-counts">
      {figure("Dihapus dari catatan", gone)}
      {figure("Kembali seperti sebelumnya", restored)}
      {figure("Tetap seperti sekarang", stayed)}
    </dl>
  );
}

function Confirm({ of, outlook, close }: { of: PastImport; outlook: Preview; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const asking = useMutation({
    mutationFn: () => take(intake.POST("/api/intake/v1/imports/{id}/take-back", { params: { path: { id: of.id } } })),
    onSuccess: (now) => {
      queries.setQueryData(["import", of.id], now);
      close();
    },
  });
  return (
    <Dialog
      title={t("Tarik kembali impor {{file}}?", { file: of.fileName })}
      close={close}
      id="take-back-dialog"
      actions={
        <>
          <button type="button" onClick={close}>
            {t("Batal")}
          </button>
          <button
            type="button"
            className="main"
            id="take-back-confirm"
            disabled={asking.isPending}
            aria-busy={asking.isPending}
            onClick={() => asking.mutate()}
          >
            {t("Tarik kembali {{n}} aduan", { n: number(mayGo(outlook)) })}
          </button>
        </>
      }
    >
      <Fates of={outlook} />
      {outlook.stayed > 0 && (
        <p>
          {outlook.by.length > 0
            ? t("Yang tetap diceritakan pula oleh impor lain: {{files}}.", { files: outlook.by.join(", ") })
            : t("Yang tetap: apa yang diceritakan sebelumnya tidak tersimpan.")}
        </p>
      )}
      <p className="hint">
        {t(
          "Semua atau tidak sama sekali: bila ada rekap yang sudah disusun dan menghitung aduan ini, tidak ada yang ditarik. Berkas yang sama dapat diimpor lagi sesudahnya.",
        )}
      </p>
      {asking.isError && <Failure of={asking.error} inline />}
    </Dialog>
  );
}
