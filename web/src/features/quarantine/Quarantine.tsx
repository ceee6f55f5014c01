import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type CSSProperties, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { intake, take, type IntakeSchemas } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { among } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { say } from "../../shared/ui/notices";
import { Bones, Dialog, Empty, Failure, Heading, Scroll, Time } from "../../shared/ui/parts";
import css from "./Quarantine.module.css";
import { linesOf } from "./shape";

type Put = IntakeSchemas["Put"];

const KEY = ["quarantine"];
const REASON_AT_MOST = 200;

const causeWord = among({ "account closed": "Akun kanal ini sudah ditutup" });

/** For who runs the installation: what channels brought and nobody could read, by its shape and without a word of it. */
export function Quarantine() {
  const { t } = useTranslation();
  const [seen, look] = useState<Put>();
  const found = useInfiniteQuery({
    queryKey: KEY,
    queryFn: ({ pageParam, signal }) =>
      take(
        intake.GET("/api/intake/v1/admin/channels/quarantine", {
          params: { query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page stack">
      <Heading name={t("Pesan masuk yang disisihkan")}>{t("Pesan masuk yang disisihkan")}</Heading>
      <p className="hint">
        {t(
          "Pesan dari kanal yang tidak dapat dibaca sistem. Isinya tetap terkunci; yang terlihat hanya bentuknya, agar sebabnya dapat ditemukan.",
        )}
      </p>
      {found.isPending ? (
        <Bones lines={6} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <div className="sheet">
          <Empty title={t("Tidak ada pesan yang disisihkan.")} id="quarantine-empty" />
        </div>
      ) : (
        <div className="sheet">
          <Scroll name={t("Pesan masuk yang disisihkan")}>
            <List items={items} look={look} />
          </Scroll>
        </div>
      )}
      {found.hasNextPage && (
        <div>
          <button type="button" id="load-more" onClick={() => void found.fetchNextPage()}>
            {t("Muat lagi")}
          </button>
        </div>
      )}
      {seen && <Seen of={seen} close={() => look(undefined)} />}
    </div>
  );
}

function List({ items, look }: { items: Put[]; look: (one: Put) => void }) {
  const { t } = useTranslation();
  return (
    <table id="quarantine">
      <thead>
        <tr>
          <th scope="col">{t("Diterima")}</th>
          <th scope="col">{t("Akun")}</th>
          <th scope="col">{t("Sebab")}</th>
          <th scope="col" className="amount">
            {t("Percobaan")}
          </th>
          <th scope="col">{t("Tindakan")}</th>
        </tr>
      </thead>
      <tbody>
        <Each of={items} as={{ columns: 5 }}>
          {(one) => (
            <tr data-id={one.id}>
              <th scope="row">
                <Time at={one.receivedAt} />
              </th>
              <td className="number">{one.account}</td>
              <td>{t(causeWord(one.cause))}</td>
              <td className="amount">{number(one.attempts)}</td>
              <td>
                <button type="button" onClick={() => look(one)}>
                  {t("Lihat")}
                </button>
              </td>
            </tr>
          )}
        </Each>
      </tbody>
    </table>
  );
}

/** One of them: tried again or, with a reason, discarded. */
function Seen({ of, close }: { of: Put; close: () => void }) {
  const { t } = useTranslation();
  const [discards, discard] = useState(false);
  const retrying = useDeed(
    () => take(intake.POST("/api/intake/v1/admin/channels/quarantine/{id}/retry", { params: { path: { id: of.id } } })),
    () => {
      say(t("Pesan dicoba lagi. Bila masih tidak terbaca, ia kembali ke daftar ini."));
      close();
    },
  );
  return discards ? (
    <Discard of={of} back={() => discard(false)} close={close} />
  ) : (
    <Dialog
      title={t("Pesan yang disisihkan")}
      close={close}
      id="quarantine-one"
      actions={
        <>
          <button type="button" id="quarantine-discard" onClick={() => discard(true)}>
            {t("Buang…")}
          </button>
          <button
            type="button"
            className="main"
            id="quarantine-retry"
            disabled={retrying.isPending}
            aria-busy={retrying.isPending}
            onClick={() => retrying.mutate()}
          >
            {t("Coba lagi")}
          </button>
        </>
      }
    >
      <dl className={css.facts}>
        <dt>{t("Diterima")}</dt>
        <dd>
          <Time at={of.receivedAt} />
        </dd>
        <dt>{t("Akun")}</dt>
        <dd className="number">{of.account}</dd>
        <dt>{t("Sebab")}</dt>
        <dd>{t(causeWord(of.cause))}</dd>
        <dt>{t("Percobaan")}</dt>
        <dd>{number(of.attempts)}</dd>
      </dl>
      <h3>{t("Bentuk pesan")}</h3>
      <ul className={css.shape} tabIndex={0} aria-label={t("Bentuk pesan")} lang="en">
        <Each of={linesOf(of.shape)} by={({ depth, field }) => `${depth} ${field}`}>
          {({ depth, field, told }) => (
            <li style={{ "--depth": depth } as CSSProperties}>
              {field} <span>{told}</span>
            </li>
          )}
        </Each>
      </ul>
      {retrying.isError && <Failure of={retrying.error} inline />}
    </Dialog>
  );
}

function Discard({ of, back, close }: { of: Put; back: () => void; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const discarding = useDeed(
    () =>
      take(
        intake.POST("/api/intake/v1/admin/channels/quarantine/{id}/discard", {
          params: { path: { id: of.id } },
          body: { reason: reason.trim() },
        }),
      ),
    () => {
      say(t("Pesan dibuang; alasannya tercatat."));
      close();
    },
  );
  const ready = reason.trim() !== "" && !discarding.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) {
      discarding.mutate();
    }
  };
  return (
    <Dialog
      title={t("Buang pesan ini?")}
      close={close}
      id="discard-dialog"
      actions={
        <>
          <button type="button" onClick={back}>
            {t("Kembali")}
          </button>
          <button
            type="submit"
            form="discard-form"
            className="main"
            id="discard-confirm"
            disabled={!ready}
            aria-busy={discarding.isPending}
          >
            {t("Buang pesan ini")}
          </button>
        </>
      }
    >
      <form id="discard-form" className="stack" onSubmit={submit}>
        <p>{t("Pesan ini tidak akan dibaca lagi dan tidak menjadi aduan. Ini tidak dapat dibatalkan.")}</p>
        <div className="field">
          <label htmlFor="discard-reason">{t("Alasan")}</label>
          <input
            id="discard-reason"
            required
            maxLength={REASON_AT_MOST}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            aria-describedby="discard-hint"
          />
          <p className="hint" id="discard-hint">
            {t("Mengapa tidak ada yang hilang dengannya. Jangan tulis data pribadi.")}
          </p>
        </div>
        {discarding.isError && <Failure of={discarding.error} inline />}
      </form>
    </Dialog>
  );
}

/** Something done with one; the list is asked anew, also when another operator was faster. */
function useDeed(act: () => Promise<unknown>, done: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
}
