import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { intake, take } from "../../shared/api/call";
import { peopleQuery } from "../../shared/api/queries";
import { momentOf } from "../../shared/lib/time";
import { Each } from "../../shared/ui/Each";
import { Bones, Empty, Failure, Heading, Scroll, Time } from "../../shared/ui/parts";

const WHAT: Record<string, string> = {
  original: "Isi asli",
  contact: "Kontak warga",
  identity: "Identitas warga",
  attachment: "Lampiran warga",
  conversation: "Percakapan",
};

/** Who opened what of the vault, when and what for: the auditor's page. */
export function AccessLog() {
  const { t } = useTranslation();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [officer, setOfficer] = useState("");
  const [system, setSystem] = useState(false);
  const names = new Map(useQuery(peopleQuery).data?.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const asked = {
    limit: 100,
    ...(from ? { from: momentOf(`${from}T00:00`) } : {}),
    ...(to ? { to: new Date(Date.parse(momentOf(`${to}T00:00`)) + 86_400_000).toISOString() } : {}),
    ...(officer ? { officer } : {}),
    ...(system ? { system: true } : {}),
  };
  const found = useInfiniteQuery({
    queryKey: ["accesses", asked],
    queryFn: ({ pageParam, signal }) =>
      take(
        intake.GET("/api/intake/v1/vault/accesses", {
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
      <Heading name={t("Jejak pembukaan data")}>{t("Jejak pembukaan data")}</Heading>
      <p className="hint">
        {t("Setiap pembukaan isi asli atau kontak tercatat di sini, dengan petugas dan keperluannya.")}
      </p>
      <div className="row">
        <label htmlFor="access-from">{t("Dari")}</label>
        <input
          id="access-from"
          type="date"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
          style={{ width: "auto" }}
        />
        <label htmlFor="access-to">{t("Sampai")}</label>
        <input
          id="access-to"
          type="date"
          value={to}
          onChange={(event) => setTo(event.target.value)}
          style={{ width: "auto" }}
        />
        <label className="row">
          <input
            type="checkbox"
            role="switch"
            id="access-system"
            checked={system}
            onChange={(event) => setSystem(event.target.checked)}
          />
          {t("Termasuk pembacaan oleh sistem")}
        </label>
        {officer && (
          <button type="button" onClick={() => setOfficer("")}>
            {t("Semua petugas")}
          </button>
        )}
      </div>
      {found.isPending ? (
        <Bones lines={8} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <div className="sheet">
          <Empty title={t("Belum ada pembukaan.")} id="accesses-empty" />
        </div>
      ) : (
        <div className="sheet">
          <Scroll name={t("Jejak pembukaan data")}>
            <table id="accesses">
              <thead>
                <tr>
                  <th scope="col">{t("Waktu")}</th>
                  <th scope="col">{t("Aduan")}</th>
                  <th scope="col">{t("Yang dibuka")}</th>
                  <th scope="col">{t("Keperluan")}</th>
                  <th scope="col">{t("Petugas")}</th>
                </tr>
              </thead>
              <tbody>
                <Each of={items} as={{ columns: 5 }} by={(one) => one.at + one.number + one.officer}>
                  {(one) => (
                    <tr>
                      <td>
                        <Time at={one.at} />
                      </td>
                      <th scope="row" className="number">
                        {one.number}
                      </th>
                      <td>{t(WHAT[one.what] ?? one.what)}</td>
                      <td>{one.purpose}</td>
                      <td>
                        <button
                          type="button"
                          className={names.has(one.officer) || one.what === "contact" ? "link" : "link number"}
                          onClick={() => setOfficer(one.officer)}
                        >
                          {one.what === "contact" ? t("Sistem") : nameOf(one.officer)}
                        </button>
                      </td>
                    </tr>
                  )}
                </Each>
              </tbody>
            </table>
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
