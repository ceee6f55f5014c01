import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { notification, take, type NotificationSchemas } from "../../shared/api/call";
import { peopleQuery } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { messageWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { say } from "../../shared/ui/notices";
import { Bones, Dialog, Empty, Failure, Heading, Scroll, Time } from "../../shared/ui/parts";
import { whyWord } from "./words";

type Letter = NotificationSchemas["LetterView"];

const KEY = ["letters"];
const REMARK_AT_MOST = 200;

/** What no way of ours brought: printed, sent by post, and ticked off. */
export function Letters() {
  const { t } = useTranslation();
  const done = useSearch({ from: "/surat" }).keadaan === "selesai";
  const [ticked, tick] = useState<Letter>();
  const found = useInfiniteQuery({
    queryKey: [...KEY, done],
    queryFn: ({ pageParam, signal }) =>
      take(
        notification.GET("/api/notification/v1/letters", {
          params: { query: { done, limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page stack">
      <Heading name={t("Surat yang dicetak")}>{t("Surat yang dicetak")}</Heading>
      <p className="hint">
        {t(
          "Kabar yang tidak sampai lewat jalan digital mana pun. Koordinator mencetaknya dari berkas kasus dan membuka alamat warga di sana dengan menyebut keperluannya.",
        )}
      </p>
      <Which done={done} />
      {found.isPending ? (
        <Bones lines={6} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <div className="sheet">
          <Empty
            title={t(done ? "Belum ada surat yang dikirim." : "Tidak ada surat yang perlu dicetak.")}
            id="letters-empty"
          />
        </div>
      ) : (
        <div className="sheet">
          <Scroll name={t("Surat yang dicetak")}>
            {done ? <Sent items={items} /> : <Open items={items} tick={tick} />}
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
      {ticked && <TickOff of={ticked} close={() => tick(undefined)} />}
    </div>
  );
}

function Which({ done }: { done: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="row">
      <label htmlFor="letters-which">{t("Keadaan")}</label>
      <select
        id="letters-which"
        style={{ width: "auto" }}
        value={done ? "selesai" : ""}
        onChange={({ target }) =>
          void navigate({
            to: "/surat",
            search: target.value === "selesai" ? { keadaan: "selesai" } : {},
            replace: true,
          })
        }
      >
        <option value="">{t("Perlu dicetak")}</option>
        <option value="selesai">{t("Sudah dikirim")}</option>
      </select>
    </div>
  );
}

/** The one that waits longest first. */
function Open({ items, tick }: { items: Letter[]; tick: (one: Letter) => void }) {
  const { t } = useTranslation();
  return (
    <table id="letters">
      <thead>
        <tr>
          <th scope="col">{t("Sejak")}</th>
          <th scope="col">{t("Aduan")}</th>
          <th scope="col">{t("Pesan")}</th>
          <th scope="col">{t("Sebab")}</th>
          <th scope="col">{t("Tindakan")}</th>
        </tr>
      </thead>
      <tbody>
        <Each of={items} as={{ columns: 5 }}>
          {(one) => (
            <tr data-id={one.id}>
              <td>
                <Time at={one.since} />
              </td>
              <th scope="row">
                <Case of={one} />
              </th>
              <td>{t(messageWord(one.message))}</td>
              <td>{t(whyWord(one.why))}</td>
              <td>
                <button type="button" className="tick-off" onClick={() => tick(one)}>
                  {t("Sudah dikirim…")}
                </button>
              </td>
            </tr>
          )}
        </Each>
      </tbody>
    </table>
  );
}

function Sent({ items }: { items: Letter[] }) {
  const { t } = useTranslation();
  const { data: people } = useQuery({ ...peopleQuery, enabled: readsCases() });
  const nameOf = (id: string) =>
    id === person().id ? t("Anda") : (people?.find((one) => one.id === id)?.name ?? t("Petugas lain"));
  return (
    <table id="letters-done">
      <thead>
        <tr>
          <th scope="col">{t("Sudah dikirim")}</th>
          <th scope="col">{t("Aduan")}</th>
          <th scope="col">{t("Pesan")}</th>
          <th scope="col">{t("Petugas")}</th>
          <th scope="col">{t("Keterangan")}</th>
        </tr>
      </thead>
      <tbody>
        <Each of={items} as={{ columns: 5 }}>
          {(one) => (
            <tr data-id={one.id}>
              <td>{one.done && <Time at={one.done.at} />}</td>
              <th scope="row">
                <Case of={one} />
              </th>
              <td>{t(messageWord(one.message))}</td>
              <td>{one.done && nameOf(one.done.by)}</td>
              <td>{one.done?.remark ?? "–"}</td>
            </tr>
          )}
        </Each>
      </tbody>
    </table>
  );
}

/** Whether the case itself is open to whoever is signed in. */
const readsCases = () => person().roles.has("coordinator");

function Case({ of: { complaintId, number } }: { of: Letter }) {
  return readsCases() ? (
    <Link to="/kasus/$id" params={{ id: complaintId }} className="number">
      {number}
    </Link>
  ) : (
    <span className="number">{number}</span>
  );
}

function TickOff({ of, close }: { of: Letter; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [remark, setRemark] = useState("");
  const ticking = useMutation({
    mutationFn: () =>
      take(
        notification.POST("/api/notification/v1/letters/{id}/done", {
          params: { path: { id: of.id } },
          body: remark.trim() ? { remark: remark.trim() } : {},
        }),
      ),
    onSuccess: () => {
      say(t("Surat {{number}} tercatat sudah dikirim.", { number: of.number }));
      close();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ticking.isPending) {
      ticking.mutate();
    }
  };
  return (
    <Dialog
      title={t("Surat {{number}} sudah dikirim?", { number: of.number })}
      close={close}
      id="letter-dialog"
      actions={
        <>
          <button type="button" onClick={close}>
            {t("Batal")}
          </button>
          <button
            type="submit"
            form="letter-form"
            className="main"
            id="letter-confirm"
            disabled={ticking.isPending}
            aria-busy={ticking.isPending}
          >
            {t("Ya, sudah dikirim")}
          </button>
        </>
      }
    >
      <form id="letter-form" className="stack" onSubmit={submit}>
        <p>
          {t(messageWord(of.message))}. {t("Nama Anda dan waktunya dicatat. Ini tidak dapat ditarik kembali.")}
        </p>
        <div className="field">
          <label htmlFor="letter-remark">{t("Keterangan")}</label>
          <input
            id="letter-remark"
            maxLength={REMARK_AT_MOST}
            value={remark}
            onChange={(event) => setRemark(event.target.value)}
            aria-describedby="letter-hint"
          />
          <p className="hint" id="letter-hint">
            {t("Boleh kosong. Misalnya nomor agenda surat; jangan tulis nama atau alamat warga.")}
          </p>
        </div>
        {ticking.isError && <Failure of={ticking.error} inline />}
      </form>
    </Dialog>
  );
}
