import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { intake, take, type IntakeSchemas } from "../../shared/api/call";
import { say } from "../../shared/ui/notices";
import { Dialog, Failure, Heading } from "../../shared/ui/parts";
import { noLongerWaits, useWaiting, type Waiting } from "../../shared/waiting/waiting";
import { MoreWaiting, WaitingList } from "../../shared/waiting/WaitingList";
import { screeningWord, SCREENING_REASONS } from "./words";

type Reason = IntakeSchemas["ScreeningReason"];

/** What no agency has yet: the officer takes out what is no complaint, a coordinator sends the rest on. */
export function Incoming() {
  const { t } = useTranslation();
  const undecided = useWaiting("undecided");
  return (
    <div className="page stack">
      <Heading name={t("Belum bertujuan")}>{t("Belum bertujuan")}</Heading>
      <p className="hint">
        {t(
          "Aduan yang belum ada di instansi mana pun. Koordinator menetapkan tujuannya; yang bukan aduan dikeluarkan di sini.",
        )}
      </p>
      <WaitingList of={undecided} empty={t("Semua aduan sudah bertujuan.")}>
        {(item) => item.agency === null && <ScreenOut item={item} />}
      </WaitingList>
      <MoreWaiting of={undecided} />
    </div>
  );
}

function ScreenOut({ item }: { item: Waiting }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<Reason>();
  const sending = useMutation({
    mutationFn: (reason: Reason) =>
      take(
        intake.POST("/api/intake/v1/complaints/{id}/screening-out", {
          params: { path: { id: item.id } },
          body: { reason },
        }),
      ),
    onSuccess: () => {
      setAsking(false);
      say(t("Aduan {{number}} tidak ditindaklanjuti; warga dapat membaca alasannya.", { number: item.number }));
      noLongerWaits(queries, item.id);
    },
  });
  return (
    <>
      <div>
        <button type="button" className="screen-out" onClick={() => setAsking(true)}>
          {t("Tidak dapat ditindaklanjuti")}
        </button>
      </div>
      {asking && (
        <Dialog
          title={t("Tidak dapat ditindaklanjuti")}
          close={() => setAsking(false)}
          actions={
            <>
              <button type="button" onClick={() => setAsking(false)}>
                {t("Batal")}
              </button>
              <button
                type="button"
                className="main"
                id="screening-send"
                disabled={!reason || sending.isPending}
                aria-busy={sending.isPending}
                onClick={() => reason && sending.mutate(reason)}
              >
                {t("Keluarkan")}
              </button>
            </>
          }
        >
          <p>
            {t("Aduan {{number}} tidak diteruskan ke instansi mana pun. Ini tidak dapat dibatalkan.", {
              number: item.number,
            })}
          </p>
          <div className="field">
            <label htmlFor="screening-reason">{t("Alasan")}</label>
            <select
              id="screening-reason"
              value={reason ?? ""}
              onChange={(event) => setReason((event.target.value || undefined) as Reason | undefined)}
            >
              <option value="">{t("Pilih alasan")}</option>
              {SCREENING_REASONS.map((code) => (
                <option key={code} value={code}>
                  {t(screeningWord(code))}
                </option>
              ))}
            </select>
          </div>
          {sending.isError && <Failure of={sending.error} inline />}
        </Dialog>
      )}
    </>
  );
}
