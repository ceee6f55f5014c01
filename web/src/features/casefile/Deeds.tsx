import { useNavigate } from "@tanstack/react-router";
import { useQuery, useQueryClient, useMutation } from "@tanstack/react-query";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { desk, routing, take } from "../../shared/api/call";
import { directoryQuery, meQuery } from "../../shared/api/queries";
import { isLeaving, leaving } from "../../shared/leaving/leaving";
import { useStore } from "../../shared/lib/store";
import { useKept } from "../../shared/kept/useKept";
import { useDue } from "../../shared/api/worktime";
import { momentOf } from "../../shared/lib/time";
import { misroutingWord, MISROUTING_REASONS } from "../../shared/lib/words";
import { say } from "../../shared/ui/notices";
import { Dialog, Failure } from "../../shared/ui/parts";
import { useKeys } from "../../shared/ui/useKeys";
import { may, possibility, useDeed, type Action, type CaseFile } from "./case";
import css from "./CasePage.module.css";
import { Identifying, identifying } from "./Identifying";
import type { Found } from "./identity";
import { useLetter } from "./useLetter";

/** Actions with a button here; those of the answer have theirs at the editor. */
const HERE: Action[] = [
  "ACCEPT",
  "ASSIGN",
  "DISPOSE",
  "ANSWER_AS_DIVISION",
  "REQUEST_INFORMATION",
  "RETURN",
  "RESOLVE",
];
const WORD: Partial<Record<Action, string>> = {
  ACCEPT: "Terima aduan",
  ASSIGN: "Jadikan tugas saya",
  DISPOSE: "Disposisikan",
  ANSWER_AS_DIVISION: "Jawab disposisi",
  REQUEST_INFORMATION: "Minta kelengkapan",
  RETURN: "Kembalikan, salah tujuan",
  RESOLVE: "Nyatakan tuntas",
};
const ID: Partial<Record<Action, string>> = {
  ACCEPT: "accept",
  RETURN: "return",
  DISPOSE: "dispose",
  ASSIGN: "assign",
  REQUEST_INFORMATION: "ask",
  RESOLVE: "resolve",
  ANSWER_AS_DIVISION: "division-answer",
};

/** What can be done with the case now; what cannot, with the reason. */
export function Deeds({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<Action>();
  const { data: me } = useQuery(meQuery);
  const mine = file.assignee !== undefined && file.assignee === me?.id;
  const path = { params: { path: { id: file.id } } };
  const accepting = useDeed(
    file.id,
    () => take(desk.POST("/api/response/v1/cases/{id}/accept", path)),
    () => say(t("Aduan diterima untuk ditangani.")),
  );
  const assigning = useDeed(file.id, (toMe: boolean) =>
    take(desk.PUT("/api/response/v1/cases/{id}/assignment", { ...path, body: { mine: toMe } })),
  );
  const resolving = useDeed(
    file.id,
    () => take(desk.POST("/api/response/v1/cases/{id}/resolution", path)),
    () => say(t("Aduan dinyatakan tuntas.")),
  );
  const failure = accepting.error ?? assigning.error ?? resolving.error;
  const leaves = isLeaving(useStore(leaving), file.id);
  const busy = leaves || accepting.isPending || assigning.isPending || resolving.isPending;

  const start = (action: Action) => {
    switch (action) {
      case "ACCEPT":
        return accepting.mutate(undefined);
      case "ASSIGN":
        return assigning.mutate(!mine);
      default:
        return setAsking(action);
    }
  };
  useKeys({
    a: () => !busy && may(file, "ACCEPT") && start("ACCEPT"),
    r: () => !busy && may(file, "RETURN") && start("RETURN"),
  });
  useEffect(() => {
    if (location.hash === "#return" && may(file, "RETURN")) {
      history.replaceState(history.state, "", location.pathname + location.search);
      setAsking("RETURN");
    }
  }, [file]);

  const word = (action: Action) => t(action === "ASSIGN" && mine ? "Lepas dari tugas saya" : (WORD[action] ?? action));
  const known = HERE.filter((action) => possibility(file, action));
  const allowed = known.filter((action) => may(file, action));
  const blocked = known.filter((action) => !may(file, action));
  if (known.length === 0) {
    return null;
  }
  return (
    <section className="sheet" aria-label={t("Tindakan")}>
      <div className={css.deeds}>
        {allowed.map((action) => (
          <button
            key={action}
            type="button"
            id={ID[action]}
            className={action === "ACCEPT" || action === "ANSWER_AS_DIVISION" ? "main" : ""}
            disabled={busy}
            onClick={() => start(action)}
          >
            {word(action)}
          </button>
        ))}
        {allowed.length === 0 && <p className="hint">{t("Saat ini tidak ada tindakan untuk Anda.")}</p>}
      </div>
      {failure && <Failure of={failure} inline />}
      {blocked.length > 0 && (
        <details className={css.blocked} id="blocked-actions">
          <summary>{t("Belum dapat dilakukan: {{n}}", { n: blocked.length })}</summary>
          <ul>
            {blocked.map((action) => (
              <li key={action}>
                <button type="button" disabled>
                  {word(action)}
                </button>
                <span>{possibility(file, action)?.because}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {asking === "DISPOSE" && <Dispose file={file} close={() => setAsking(undefined)} />}
      {asking === "ANSWER_AS_DIVISION" && <DivisionAnswer file={file} close={() => setAsking(undefined)} />}
      {asking === "REQUEST_INFORMATION" && <Ask file={file} close={() => setAsking(undefined)} />}
      {asking === "RETURN" && <GiveBack file={file} close={() => setAsking(undefined)} />}
      {asking === "RESOLVE" && (
        <Order
          title={t("Nyatakan tuntas")}
          close={() => setAsking(undefined)}
          send={() => resolving.mutate(undefined, { onSuccess: () => setAsking(undefined) })}
          failure={resolving.error}
          busy={resolving.isPending}
          word={t("Ya, tuntas")}
          ready
        >
          <p>
            {t(
              "Yang dijanjikan dalam jawaban sudah dikerjakan. Warga diberi tahu dan masih dapat mengajukan keberatan.",
            )}
          </p>
        </Order>
      )}
    </section>
  );
}

interface OrderProps {
  title: string;
  close: () => void;
  send: () => void;
  failure: Error | null;
  busy: boolean;
  ready: boolean;
  word: string;
  children: ReactNode;
}

/** A dialog with a form: what is wrong stands in it, and nothing typed goes away. */
function Order({ title, close, send, failure, busy, ready, word, children }: OrderProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) {
      send();
    }
  };
  return (
    <Dialog
      title={title}
      close={close}
      id="order"
      actions={
        <>
          <button type="button" onClick={close}>
            {t("Batal")}
          </button>
          <button type="submit" form="order-form" className="main" id="order-send" disabled={!ready} aria-busy={busy}>
            {word}
          </button>
        </>
      }
    >
      <form id="order-form" className="stack" onSubmit={submit}>
        {children}
        {failure && <Failure of={failure} inline />}
      </form>
    </Dialog>
  );
}

function Dispose({ file, close }: { file: CaseFile; close: () => void }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery);
  const [division, setDivision] = useState("");
  const [instruction, write, forget] = useKept(`dispose.${file.id}`);
  const [due, setDue] = useDue();
  const own = me?.division;
  const divisions = (me?.divisions ?? []).filter((one) => (own ? one.parent === own : true));
  const sending = useDeed(
    file.id,
    () =>
      take(
        desk.POST("/api/response/v1/cases/{id}/disposition", {
          params: { path: { id: file.id } },
          body: { division, instruction: instruction.trim(), dueAt: momentOf(due) },
        }),
      ),
    () => {
      forget();
      say(t("Disposisi dikirim."));
      close();
    },
  );
  return (
    <Order
      title={t("Disposisikan")}
      close={close}
      send={() => sending.mutate(undefined)}
      failure={sending.error}
      busy={sending.isPending}
      ready={division !== "" && instruction.trim() !== "" && due !== ""}
      word={t("Kirim disposisi")}
    >
      <div className="field">
        <label htmlFor="dispose-division">{own ? t("Seksi") : t("Bidang")}</label>
        <select id="dispose-division" value={division} onChange={(event) => setDivision(event.target.value)}>
          <option value="">{t("Pilih bidang")}</option>
          {divisions.map(({ id, name, parent }) => (
            <option key={id} value={id}>
              {parent && !own ? `– ${name}` : name}
            </option>
          ))}
        </select>
        {me && divisions.length === 0 && <p className="hint">{t("Instansi ini belum mencatat bidang.")}</p>}
      </div>
      <div className="field">
        <label htmlFor="dispose-instruction">{t("Instruksi")}</label>
        <textarea
          id="dispose-instruction"
          rows={4}
          maxLength={2000}
          value={instruction}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="dispose-due">{t("Jawaban bidang paling lambat")}</label>
        <input id="dispose-due" type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
      </div>
    </Order>
  );
}

function DivisionAnswer({ file, close }: { file: CaseFile; close: () => void }) {
  const { t } = useTranslation();
  const [text, write, forget] = useKept(`division.${file.id}`);
  const sending = useDeed(
    file.id,
    () =>
      take(
        desk.POST("/api/response/v1/cases/{id}/division-answer", {
          params: { path: { id: file.id } },
          body: { text: text.trim() },
        }),
      ),
    () => {
      forget();
      say(t("Jawaban bidang dikirim."));
      close();
    },
  );
  return (
    <Order
      title={t("Jawab disposisi")}
      close={close}
      send={() => sending.mutate(undefined)}
      failure={sending.error}
      busy={sending.isPending}
      ready={text.trim() !== ""}
      word={t("Kirim ke pemberi disposisi")}
    >
      <div className="field">
        <label htmlFor="division-text">{t("Jawaban bidang")}</label>
        <p className="hint">{t("Dibaca admin instansi sebagai bahan jawaban, belum oleh warga.")}</p>
        <textarea
          id="division-text"
          rows={8}
          maxLength={10_000}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
    </Order>
  );
}

function Ask({ file, close }: { file: CaseFile; close: () => void }) {
  const { t } = useTranslation();
  const [text, write, forget] = useKept(`ask.${file.id}`);
  const leave = useLetter(file, "REQUEST_INFORMATION");
  const [found, setFound] = useState<Found[]>([]);
  const asking = useMutation({
    mutationFn: async (identityMeant: boolean) => {
      const question = text.trim();
      const seen = identityMeant ? [] : await identifying(file.id, question);
      setFound(seen);
      if (seen.length > 0) {
        return;
      }
      const told = { params: { path: { id: file.id } }, body: { question, identityMeant } };
      leave(
        (doing) => take(desk.POST("/api/response/v1/cases/{id}/information-request", { ...told, ...doing })),
        () => {
          forget();
          say(t("Pertanyaan dikirim kepada warga."));
        },
      );
      close();
    },
  });
  if (found.length > 0) {
    return (
      <Identifying
        text={text.trim()}
        found={found}
        close={() => setFound([])}
        mask={(masked) => {
          write(masked);
          setFound([]);
        }}
        send={() => asking.mutate(true)}
      />
    );
  }
  return (
    <Order
      title={t("Minta kelengkapan")}
      close={close}
      send={() => asking.mutate(false)}
      failure={asking.error}
      busy={asking.isPending}
      ready={text.trim().length >= 10}
      word={t("Kirim kepada warga")}
    >
      <div className="field">
        <label htmlFor="ask-text">{t("Pertanyaan kepada warga")}</label>
        <p className="hint">{t("Jam berhenti sampai warga menjawab, paling lama sepuluh hari kerja.")}</p>
        <textarea
          id="ask-text"
          rows={5}
          maxLength={2000}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
    </Order>
  );
}

/** Sent to the wrong agency: it goes on to the one that is named, or back to the coordinator. Routing does it. */
function GiveBack({ file, close }: { file: CaseFile; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: directory } = useQuery(directoryQuery);
  const [reason, setReason] = useState<(typeof MISROUTING_REASONS)[number]>("NOT_OUR_DUTY");
  const [target, setTarget] = useState("");
  const sending = useMutation({
    mutationFn: () =>
      take(
        routing.POST("/api/routing/v1/cases/{id}/return", {
          params: { path: { id: file.id } },
          body: { reason, ...(target ? { target } : {}) },
        }),
      ),
    onSuccess: async () => {
      await navigate({ to: "/" });
      say(t("Aduan {{number}} dikembalikan.", { number: file.number }));
      void queries.invalidateQueries({ queryKey: ["cases"] });
      void queries.invalidateQueries({ queryKey: ["counts"] });
      queries.removeQueries({ queryKey: ["case", file.id] });
    },
  });
  return (
    <Order
      title={t("Kembalikan, salah tujuan")}
      close={close}
      send={() => sending.mutate()}
      failure={sending.error}
      busy={sending.isPending}
      ready
      word={t("Kembalikan")}
    >
      <p>{t("Kembalikan bila bukan tugas instansi Anda. Tenggat kepada warga tidak berubah.")}</p>
      <div className="field">
        <label htmlFor="return-reason">{t("Alasan")}</label>
        <select
          id="return-reason"
          value={reason}
          onChange={({ target }) => setReason(MISROUTING_REASONS.find((it) => it === target.value) ?? reason)}
        >
          {MISROUTING_REASONS.map((code) => (
            <option key={code} value={code}>
              {t(misroutingWord(code))}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="return-target">{t("Instansi yang berwenang")}</label>
        <select id="return-target" value={target} onChange={(event) => setTarget(event.target.value)}>
          <option value="">{t("Tidak tahu, koordinator yang menetapkan")}</option>
          {directory?.agencies
            .filter(({ id }) => id !== file.agency)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </div>
    </Order>
  );
}
