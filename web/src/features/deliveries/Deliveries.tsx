import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { notification, take, type NotificationSchemas } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { messageWord, wayWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Bones, Empty, Failure, Heading, Scroll, Time } from "../../shared/ui/parts";
import css from "./Deliveries.module.css";
import type { DeliveriesSearch } from "./search";
import { faultWord, providersWord, STATES, stateWord } from "./words";

type Delivery = NotificationSchemas["DeliveryView"];

/** Beside the word, never alone. */
const TONE: Partial<Record<Delivery["state"], string>> = {
  FAILED: "late",
  NO_ADDRESS: "late",
  UNKNOWN: "wait",
  DELIVERED: "good",
  READ: "good",
};

/** What went out to citizens, on which way, and what became of it. */
export function Deliveries() {
  const { t } = useTranslation();
  const { keadaan, aduan, percakapan } = useSearch({ from: "/pengiriman" });
  const asked = {
    limit: 50,
    conversations: percakapan === "ya",
    ...(keadaan ? { state: keadaan } : {}),
    ...(aduan ? { complaint: aduan } : {}),
  };
  const found = useInfiniteQuery({
    queryKey: ["deliveries", asked],
    queryFn: ({ pageParam, signal }) =>
      take(
        notification.GET("/api/notification/v1/deliveries", {
          params: { query: { ...asked, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page stack">
      <Heading name={t("Buku pengiriman")}>{t("Buku pengiriman")}</Heading>
      <p className="hint">
        {t(
          "Setiap pesan kepada warga dan nasibnya, tanpa isi dan alamatnya. Yang gagal di satu jalan dicoba di jalan warga yang berikutnya.",
        )}
      </p>
      <Filters number={aduan && items.find((one) => one.number)?.number} />
      {found.isPending ? (
        <Bones lines={8} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <div className="sheet">
          <Empty title={t("Tidak ada pengiriman di sini.")} id="deliveries-empty" />
        </div>
      ) : (
        <div className="sheet">
          <Scroll name={t("Buku pengiriman")}>
            <Ledger items={items} />
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
    </div>
  );
}

function Filters({ number }: { number: string | undefined }) {
  const { t } = useTranslation();
  const { keadaan = "", aduan, percakapan } = useSearch({ from: "/pengiriman" });
  const navigate = useNavigate();
  const narrow = (change: { [Name in keyof DeliveriesSearch]?: DeliveriesSearch[Name] | undefined }) =>
    void navigate({
      to: "/pengiriman",
      search: (before) => ({ ...before, ...change }) as DeliveriesSearch,
      replace: true,
    });
  return (
    <div className={css.filters}>
      <div className="field">
        <label htmlFor="delivery-state">{t("Keadaan")}</label>
        <select
          id="delivery-state"
          value={keadaan}
          onChange={({ target }) => narrow({ keadaan: STATES.find((state) => state === target.value) })}
        >
          <option value="">{t("Semua")}</option>
          {STATES.map((state) => (
            <option key={state} value={state}>
              {t(stateWord(state))}
            </option>
          ))}
        </select>
      </div>
      {aduan ? (
        <div className="row" id="delivery-complaint">
          <span>
            {t("Hanya aduan")} <b className="number">{number ?? "…"}</b>
          </span>
          <button type="button" onClick={() => narrow({ aduan: undefined })}>
            {t("Semua aduan")}
          </button>
        </div>
      ) : (
        <label className="row">
          <input
            type="checkbox"
            role="switch"
            id="delivery-conversations"
            checked={percakapan === "ya"}
            onChange={({ target }) => narrow({ percakapan: target.checked ? "ya" : undefined })}
          />
          {t("Termasuk balasan percakapan")}
        </label>
      )}
    </div>
  );
}

function Ledger({ items }: { items: Delivery[] }) {
  const { t } = useTranslation();
  return (
    <table id="deliveries">
      <thead>
        <tr>
          <th scope="col">{t("Direncanakan")}</th>
          <th scope="col">{t("Aduan")}</th>
          <th scope="col">{t("Pesan")}</th>
          <th scope="col">{t("Lewat")}</th>
          <th scope="col">{t("Keadaan")}</th>
          <th scope="col" className="amount">
            {t("Percobaan")}
          </th>
        </tr>
      </thead>
      <tbody>
        <Each of={items} as={{ columns: 6 }}>
          {(one) => (
            <tr data-id={one.id} data-state={one.state}>
              <td>
                <Time at={one.createdAt} />
              </td>
              <th scope="row">
                <Complaint of={one} />
              </th>
              <td>{t(messageWord(one.message))}</td>
              <td>{one.state === "NO_ADDRESS" && one.attempts === 0 ? "–" : t(wayWord(one.way))}</td>
              <td className={css.why}>
                <Fate of={one} />
              </td>
              <td className="amount">{number(one.attempts)}</td>
            </tr>
          )}
        </Each>
      </tbody>
    </table>
  );
}

/** To its case, and to all that was sent of it. */
function Complaint({ of: { complaintId, number } }: { of: Delivery }) {
  const { t } = useTranslation();
  const { aduan } = useSearch({ from: "/pengiriman" });
  if (!complaintId) {
    return "–";
  }
  return (
    <>
      <Link to="/kasus/$id" params={{ id: complaintId }} className="number">
        {number ?? t("Buka aduan")}
      </Link>
      {!aduan && (
        <div className="hint">
          <Link to="/pengiriman" search={{ aduan: complaintId }}>
            {t("Semua pengirimannya")}
          </Link>
        </div>
      )}
    </>
  );
}

/** Where it stands, since when, and what went wrong last. */
function Fate({ of }: { of: Delivery }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={css.state} data-tone={TONE[of.state]}>
        {t(stateWord(of.state))}
      </span>{" "}
      <small className="hint">
        <Time at={of.updatedAt} />
      </small>
      {of.lastCause && (
        <div>
          {t(faultWord(of.lastCause))} <small className="hint number">{providersWord(of.lastCause)}</small>
        </div>
      )}
      {of.state === "PENDING" && of.nextAttemptAt && (
        <div className="hint">
          {t("Dicoba")} <Time at={of.nextAttemptAt} />
        </div>
      )}
      {of.state === "UNKNOWN" && (
        <div className="hint">{t("Menunggu kabar dari penyedia; tidak dikirim dua kali.")}</div>
      )}
    </>
  );
}
