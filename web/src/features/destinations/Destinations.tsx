import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { routing, take } from "../../shared/api/call";
import { useAgencyName, useDirectory } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { isoDay, number } from "../../shared/lib/time";
import { useChanges } from "../../shared/live/changes";
import { say } from "../../shared/ui/notices";
import { Bones, Failure, Heading, Scroll } from "../../shared/ui/parts";
import { useWaiting, type Waiting } from "../../shared/waiting/waiting";
import { MoreWaiting, WaitingList } from "../../shared/waiting/WaitingList";
import { AutomaticDispatch } from "./AutomaticDispatch";
import css from "./Destinations.module.css";
import { matrixOf } from "./matrix";
import { misroutingQuery } from "./misrouting";

const MONTH = 30 * 86_400_000;

/** The coordinator's desk: complaints without a destination, whether the system decides by itself, and what went astray. */
export function Destinations() {
  const { t } = useTranslation();
  useChanges(undefined);
  const undecided = useWaiting("undecided");
  return (
    <div className="page stack">
      <Heading name={t("Tujuan yang belum ditetapkan")}>{t("Tujuan yang belum ditetapkan")}</Heading>
      <p className="hint">
        {t("Sistem tidak cukup yakin, atau instansi mengembalikan aduan. Pilih instansi yang menjawab.")}
      </p>
      <AutomaticDispatch />
      <WaitingList of={undecided} as="cards" empty={t("Semua aduan sudah punya tujuan.")}>
        {(item) => <Decision item={item} />}
      </WaitingList>
      <MoreWaiting of={undecided} />
      <Misrouting />
    </div>
  );
}

function Decision({ item }: { item: Waiting }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { agencies, institutions } = useDirectory();
  const [choice, setChoice] = useState(
    item.target ?? item.options.find(({ agency }) => agency !== item.agency)?.agency ?? "",
  );
  const outside = choice.startsWith("outside:");
  const path = { params: { path: { id: item.id } } };
  const sending = useMutation({
    mutationFn: () =>
      take(
        outside
          ? routing.POST("/api/routing/v1/cases/{id}/referral", { ...path, body: { institution: choice.slice(8) } })
          : routing.POST("/api/routing/v1/cases/{id}/destination", { ...path, body: { agency: choice } }),
      ),
    onSuccess: () =>
      say(
        t(outside ? "Warga aduan {{number}} diberi tahu ke mana harus menyampaikan." : "Aduan {{number}} dikirim.", {
          number: item.number,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["waiting"] }),
  });
  if (!person().roles.has("coordinator")) {
    return <p className="hint">{t("Menunggu koordinator.")}</p>;
  }
  return (
    <form
      className={css.decide}
      onSubmit={(event) => {
        event.preventDefault();
        if (choice) {
          sending.mutate();
        }
      }}
    >
      <div className="field">
        <label htmlFor={`agency-${item.id}`}>{t("Tujuan")}</label>
        <select id={`agency-${item.id}`} value={choice} onChange={(event) => setChoice(event.target.value)}>
          <option value="">{t("Pilih instansi")}</option>
          <optgroup label={t("Instansi")}>
            {agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={t("Di luar kewenangan")}>
            {institutions.map(({ id, name }) => (
              <option key={id} value={`outside:${id}`}>
                {name}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {sending.isError && <Failure of={sending.error} inline />}
      <div>
        <button type="submit" className="main decide" disabled={!choice || sending.isPending}>
          {t(outside ? "Rujuk ke luar" : "Kirim")}
        </button>
      </div>
    </form>
  );
}

function Misrouting() {
  const { t } = useTranslation();
  const agencyName = useAgencyName();
  const [from, to] = [isoDay(Date.now() - MONTH), isoDay(Date.now())];
  const found = useQuery(misroutingQuery(from, to));
  const matrix = matrixOf(found.data ?? []);
  return (
    <section className="sheet stack" aria-labelledby="misrouting-heading" id="misrouting">
      <h2 id="misrouting-heading">{t("Salah tujuan, 30 hari terakhir")}</h2>
      {found.isPending ? (
        <Bones lines={3} />
      ) : found.isError ? (
        <Failure of={found.error} inline retry={() => void found.refetch()} />
      ) : matrix.most === 0 ? (
        <p className="hint">{t("Tidak ada aduan yang pindah instansi.")}</p>
      ) : (
        <Scroll name={t("Salah tujuan, 30 hari terakhir")}>
          <table className={css.matrix}>
            <thead>
              <tr>
                <th scope="col">{t("Dari ↓ ke →")}</th>
                {matrix.to.map((agency) => (
                  <th key={agency} scope="col">
                    {agencyName(agency)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {matrix.from.map((one) => (
                <tr key={one}>
                  <th scope="row">{agencyName(one)}</th>
                  {matrix.to.map((other) => {
                    const count = matrix.count(one, other);
                    return (
                      <td
                        key={other}
                        style={{
                          background: `color-mix(in srgb, var(--brand-wash) ${Math.round((count / matrix.most) * 100)}%, transparent)`,
                        }}
                      >
                        {count > 0 ? number(count) : ""}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
