import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { desk, take } from "../../shared/api/call";
import { templatesQuery } from "../../shared/api/queries";
import { isLeaving, leaving } from "../../shared/leaving/leaving";
import { useStore } from "../../shared/lib/store";
import { clock, isoDay, moment } from "../../shared/lib/time";
import { say } from "../../shared/ui/notices";
import { Dialog, Failure } from "../../shared/ui/parts";
import { may, possibility, useDeed, type CaseFile } from "./case";
import css from "./CasePage.module.css";
import { Identifying, identifying } from "./Identifying";
import type { Found } from "./identity";
import { useDraft } from "./useDraft";
import { useLetter } from "./useLetter";

const SHORTEST = 10;

/** The answer to the citizen: written together, saved by itself, approved where the procedure wants it, then sent. */
export function Answer({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const editable = may(file, "DRAFT");
  const { draft, problem, type, keepMine, takeTheirs, flush, forget } = useDraft(file, editable);
  const { content } = draft;
  const path = { params: { path: { id: file.id } } };
  const [sendingBack, setSendingBack] = useState(false);
  const [remark, setRemark] = useState("");
  const [found, setFound] = useState<Found[]>([]);
  const long = content.text.trim().length >= SHORTEST;

  const leave = useLetter(file, "PUBLISH");
  const leaves = isLeaving(useStore(leaving), file.id);
  // What leaves is what is saved: nothing of it changes while it can be taken back.
  const publishing = useMutation({
    mutationFn: async (identityMeant: boolean) => {
      const draftVersion = await flush();
      const seen = identityMeant ? [] : await identifying(file.id, content.text);
      setFound(seen);
      if (seen.length > 0) {
        return;
      }
      const body = { draftVersion, identityMeant };
      leave(
        (doing) => take(desk.POST("/api/response/v1/cases/{id}/answer", { ...path, body, ...doing })),
        () => {
          forget();
          say(t("Jawaban dikirim kepada warga."));
        },
      );
    },
  });
  const requesting = useDeed(
    file.id,
    async () => {
      await flush();
      return take(desk.POST("/api/response/v1/cases/{id}/approval-request", path));
    },
    () => say(t("Persetujuan diminta.")),
  );
  const approving = useDeed(
    file.id,
    () =>
      take(desk.POST("/api/response/v1/cases/{id}/approval", { ...path, body: { draftVersion: draft.saved.version } })),
    () => say(t("Jawaban disetujui.")),
  );
  const refusing = useDeed(
    file.id,
    () => take(desk.POST("/api/response/v1/cases/{id}/approval-refusal", { ...path, body: { remark: remark.trim() } })),
    () => {
      setSendingBack(false);
      setRemark("");
    },
  );
  const failure = publishing.error ?? requesting.error ?? approving.error ?? refusing.error;
  const busy = publishing.isPending || requesting.isPending || leaves;

  // What is being typed is not a draft of the service yet: saving it comes first, and then it is asked again.
  const unsaved = editable && draft.phase !== "clean";
  const publish = possibility(file, "PUBLISH");
  const request = possibility(file, "REQUEST_APPROVAL");
  const mayPublish = publish && long && (publish.allowed || (unsaved && !file.needsApproval));
  const mayRequest = request && long && (request.allowed || unsaved);
  const first = file.draft;
  return (
    <section className="sheet" aria-labelledby="answer-heading">
      {found.length > 0 && (
        <Identifying
          text={content.text}
          found={found}
          close={() => setFound([])}
          mask={(text) => {
            type({ ...content, text });
            setFound([]);
          }}
          send={() => publishing.mutate(true)}
        />
      )}
      <form
        className={css.editor}
        id="answer-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (mayPublish && !busy) {
            publishing.mutate(false);
          }
        }}
      >
        <h2 id="answer-heading">
          <label htmlFor="answer-text">{t("Jawaban untuk warga")}</label>
        </h2>
        <p className="hint" id="answer-hint">
          {t("Dibaca warga apa adanya, setelah Anda mengirimnya.")}
        </p>
        {file.goesUp && (
          <p className="hint" id="goes-up">
            {t("Warga mengajukan keberatan. Jawaban berikutnya disetujui kepala sebelum terbit.")}
          </p>
        )}
        {first && first.approval !== "NONE" && (
          <p className={css.approval} data-state={first.approval} id="approval-state">
            {first.approval === "REQUESTED" && t("Menunggu persetujuan.")}
            {first.approval === "APPROVED" && t("Disetujui {{who}}; dapat dikirim.", { who: first.reviewedBy ?? "" })}
            {first.approval === "SENT_BACK" &&
              t("Dikembalikan {{who}}: {{remark}}", { who: first.reviewedBy ?? "", remark: first.remark ?? "" })}
          </p>
        )}
        {editable && !leaves && (
          <Templates
            file={file}
            insert={(text) =>
              type({ ...content, text: content.text.trim() === "" ? text : `${content.text.trimEnd()}\n\n${text}` })
            }
          />
        )}
        <textarea
          id="answer-text"
          rows={9}
          maxLength={10_000}
          aria-describedby="answer-hint"
          readOnly={!editable || leaves}
          dir="auto"
          value={content.text}
          onChange={(event) => type({ ...content, text: event.target.value })}
        />
        {editable && !leaves && (
          <details open={content.followUp !== "" || content.followUpBy !== ""}>
            <summary>{t("Janjikan tindak lanjut")}</summary>
            <div className="stack" style={{ marginTop: "0.5rem" }}>
              <div className="field">
                <label htmlFor="follow-up">{t("Yang akan dikerjakan")}</label>
                <input
                  id="follow-up"
                  maxLength={2000}
                  value={content.followUp}
                  onChange={(event) => type({ ...content, followUp: event.target.value })}
                />
              </div>
              <div className="field">
                <label htmlFor="follow-up-by">{t("Paling lambat")}</label>
                <input
                  id="follow-up-by"
                  type="date"
                  min={isoDay(Date.now())}
                  value={content.followUpBy}
                  onChange={(event) => type({ ...content, followUpBy: event.target.value })}
                />
              </div>
            </div>
          </details>
        )}
        <div className={css.foot}>
          {publish && (
            <button
              type="submit"
              className="main"
              id="answer-send"
              disabled={!mayPublish || busy}
              aria-busy={publishing.isPending}
              title={mayPublish ? undefined : publish.because}
            >
              {t("Kirim jawaban")}
            </button>
          )}
          {request && file.needsApproval && (
            <button
              type="button"
              id="approval-request"
              disabled={!mayRequest || busy}
              onClick={() => requesting.mutate(undefined)}
              title={request.because}
            >
              {t("Minta persetujuan")}
            </button>
          )}
          {possibility(file, "APPROVE") && first?.approval === "REQUESTED" && (
            <>
              <button
                type="button"
                className="main"
                id="approve"
                disabled={!may(file, "APPROVE") || approving.isPending}
                title={possibility(file, "APPROVE")?.because}
                onClick={() => approving.mutate(undefined)}
              >
                {t("Setujui")}
              </button>
              <button
                type="button"
                id="send-back"
                disabled={!may(file, "SEND_BACK")}
                title={possibility(file, "SEND_BACK")?.because}
                onClick={() => setSendingBack(true)}
              >
                {t("Kembalikan dengan catatan")}
              </button>
            </>
          )}
          <span className={`hint ${css.saved}`} role="status" id="draft-state">
            {leaves && t("Menunggu dikirim.")}
            {draft.phase === "saving" && t("Menyimpan draf…")}
            {draft.phase === "dirty" && t("Belum tersimpan di server; tersimpan di peramban ini.")}
            {draft.phase === "failed" && t("Draf belum sampai ke server; tersimpan di peramban ini dan dicoba lagi.")}
            {draft.phase === "conflict" && t("Ada dua versi draf.")}
            {draft.phase === "clean" &&
              !leaves &&
              draft.saved.version > 0 &&
              (first
                ? t("Draf tersimpan, {{who}} {{time}}", { who: first.editedBy, time: clock(first.editedAt) })
                : t("Draf tersimpan"))}
          </span>
        </div>
        {publish && !mayPublish && (
          <p className="hint" id="publish-because">
            {!long ? t("Tulis paling sedikit 10 huruf.") : publish.because}
          </p>
        )}
        {problem && problem.status !== 409 && problem.status !== 401 && !problem.passes && (
          <Failure of={problem} inline />
        )}
        {failure && <Failure of={failure} inline />}
      </form>
      {draft.phase === "conflict" && draft.theirs && (
        <Dialog
          title={t("Draf sudah diubah orang lain")}
          id="draft-conflict"
          actions={
            <>
              <button type="button" id="take-theirs" onClick={takeTheirs}>
                {t("Pakai yang tersimpan")}
              </button>
              <button type="button" className="main" id="keep-mine" onClick={keepMine}>
                {t("Pakai tulisan saya")}
              </button>
            </>
          }
        >
          <p>
            {t(
              "{{who}} menyimpan draf ini {{when}}. Bandingkan, lalu pilih yang dipakai; yang tidak dipilih tetap dapat disalin dari sini.",
              { who: draft.theirs.editedBy, when: draft.theirs.editedAt ? moment(draft.theirs.editedAt) : "" },
            )}
          </p>
          <div className={css.versus}>
            <section>
              <h3>{t("Tersimpan")}</h3>
              <div tabIndex={0}>{draft.theirs.text}</div>
            </section>
            <section>
              <h3>{t("Tulisan saya")}</h3>
              <div tabIndex={0}>{content.text}</div>
            </section>
          </div>
        </Dialog>
      )}
      {sendingBack && (
        <Dialog
          title={t("Kembalikan dengan catatan")}
          close={() => setSendingBack(false)}
          actions={
            <>
              <button type="button" onClick={() => setSendingBack(false)}>
                {t("Batal")}
              </button>
              <button
                type="button"
                className="main"
                id="send-back-send"
                disabled={remark.trim() === "" || refusing.isPending}
                onClick={() => refusing.mutate(undefined)}
              >
                {t("Kembalikan")}
              </button>
            </>
          }
        >
          <div className="field">
            <label htmlFor="send-back-remark">{t("Yang perlu diperbaiki")}</label>
            <textarea
              id="send-back-remark"
              rows={4}
              maxLength={2000}
              value={remark}
              onChange={(event) => setRemark(event.target.value)}
            />
          </div>
          {refusing.isError && <Failure of={refusing.error} inline />}
        </Dialog>
      )}
    </section>
  );
}

function Templates({ file, insert }: { file: CaseFile; insert: (text: string) => void }) {
  const { t } = useTranslation();
  const { data: templates } = useQuery(templatesQuery);
  const filling = useMutation({
    mutationFn: (id: string) =>
      take(
        desk.GET("/api/response/v1/templates/{id}/text", { params: { path: { id }, query: { complaint: file.id } } }),
      ),
    onSuccess: ({ text }) => insert(text),
  });
  if (!templates || templates.length === 0) {
    return null;
  }
  return (
    <div className="row">
      <select
        id="template"
        aria-label={t("Sisipkan templat")}
        value=""
        style={{ width: "auto" }}
        onChange={(event) => filling.mutate(event.target.value)}
      >
        <option value="">{t("Sisipkan templat…")}</option>
        {templates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {filling.isError && <Failure of={filling.error} inline />}
    </div>
  );
}
