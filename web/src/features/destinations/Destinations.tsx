import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useAgencyName } from "../../shared/api/queries";
import { isoDay, number } from "../../shared/lib/time";
import { useChanges } from "../../shared/live/changes";
import { Bones, Failure, Heading, Scroll } from "../../shared/ui/parts";
import { AutomaticDispatch } from "./AutomaticDispatch";
import css from "./Destinations.module.css";
import { matrixOf } from "./matrix";
import { misroutingQuery } from "./misrouting";
import { Undecided } from "./Undecided";

const MONTH = 30 * 86_400_000;

/** The coordinator's desk: complaints without a destination, whether the system decides by itself, and what went astray. */
export function Destinations() {
  const { t } = useTranslation();
  useChanges(undefined);
  return (
    <div className="page stack">
      <Heading name={t("Tujuan yang belum ditetapkan")}>{t("Tujuan yang belum ditetapkan")}</Heading>
      <p className="hint">
        {t("Sistem tidak cukup yakin, atau instansi mengembalikan aduan. Pilih instansi yang menjawab.")}
      </p>
      <AutomaticDispatch />
      <Undecided />
      <Misrouting />
    </div>
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
