import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call, raw } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { person } from "../../shared/auth/session";
import { isoDay, moment, number } from "../../shared/lib/time";
import { channelWord } from "../../shared/lib/words";
import { Bones, Empty, Failure, Heading, Scroll } from "../../shared/ui/parts";

const FIGURES = [
  ["received", "Aduan masuk"],
  ["answered", "Dijawab"],
  ["answeredInTime", "Dijawab tepat waktu"],
  ["answeredLate", "Dijawab terlambat"],
  ["open", "Belum dijawab"],
  ["overdue", "Lewat tenggat"],
] as const;

type Figures = Partial<Record<(typeof FIGURES)[number][0], number>>;

interface RecapView {
  preliminary: boolean;
  asOf: string;
  totals: Figures;
  byAgency: (Figures & { agencyName: string })[];
  byCategory: (Figures & { categoryName: string })[];
  byChannel: (Figures & { channel: string })[];
}

/** The monthly recap of the government: totals here, the single complaints in the file. */
export function Recap() {
  const { t } = useTranslation();
  const { bulan = isoDay(Date.now()).slice(0, 7) } = useSearch({ from: "/rekap" });
  const navigate = useNavigate();
  const [month, setMonth] = useState(bulan);
  const { government } = person();
  const path = `/api/reporting/v1/recaps/${encodeURIComponent(government)}/${bulan}`;
  const found = useQuery({ queryKey: ["recap", government, bulan], queryFn: () => call<RecapView>(`${path}?limit=1`) });
  const saving = useMutation({
    mutationFn: async () => {
      const address = URL.createObjectURL(await (await raw(path, { accept: "text/csv" })).blob());
      Object.assign(document.createElement("a"), { href: address, download: `rekap-${government}-${bulan}.csv` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    },
  });
  const name = t("Rekap {{month}}", { month: new Intl.DateTimeFormat("id-ID", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${bulan}-01T00:00:00Z`)) });
  return (
    <div className="page stack">
      <Heading name={name}>{name}</Heading>
      <form className="row" id="recap-form" onSubmit={(event) => { event.preventDefault(); void navigate({ to: "/rekap", search: { bulan: month } }); }}>
        <label htmlFor="recap-month">{t("Bulan")}</label>
        <input id="recap-month" type="month" required pattern="2\d{3}-\d{2}" value={month} onChange={(event) => setMonth(event.target.value)} style={{ width: "auto" }} />
        <button type="submit" id="recap-show">{t("Tampilkan")}</button>
        {found.data && <button type="button" id="recap-csv" disabled={saving.isPending} onClick={() => saving.mutate()}>{t("Unduh CSV")}</button>}
      </form>
      {saving.isError && <Failure of={saving.error} inline />}
      {found.isPending ? <Bones lines={8} /> : found.isError ? (
        found.error instanceof Problem && found.error.status === 404
          ? <div className="sheet"><Empty title={t("Belum ada rekap untuk bulan ini.")} id="recap-empty" /></div>
          : <Failure of={found.error} retry={() => void found.refetch()} />
      ) : (
        <>
          {found.data.preliminary && <p className="hint" id="recap-preliminary">{t("Sementara: bulan belum berakhir. Keadaan {{at}}.", { at: moment(found.data.asOf) })}</p>}
          <Sums id="recap-totals" title={t("Seluruhnya")} head={t("Keterangan")} rows={[[t("Pemerintah daerah"), found.data.totals]]} />
          <Sums id="recap-agencies" title={t("Per instansi")} head={t("Instansi")} rows={found.data.byAgency.map((one) => [one.agencyName, one])} />
          <Sums id="recap-categories" title={t("Per kategori")} head={t("Kategori")} rows={found.data.byCategory.map((one) => [one.categoryName, one])} />
          <Sums id="recap-channels" title={t("Per kanal")} head={t("Kanal")} rows={found.data.byChannel.map((one) => [t(channelWord(one.channel)), one])} />
        </>
      )}
    </div>
  );
}

function Sums({ id, title, head, rows }: { id: string; title: string; head: string; rows: [string, Figures][] }) {
  const { t } = useTranslation();
  const columns = FIGURES.filter(([figure]) => rows.some(([, figures]) => figures[figure] !== undefined));
  return (
    <section className="sheet stack">
      <h2>{title}</h2>
      <Scroll name={title}>
        <table id={id}>
          <thead><tr><th scope="col">{head}</th>{columns.map(([figure, word]) => <th key={figure} scope="col" className="amount">{t(word)}</th>)}</tr></thead>
          <tbody>
            {rows.map(([name, figures]) => <tr key={name}><th scope="row">{name}</th>{columns.map(([figure]) => <td key={figure} className="amount">{number(figures[figure] ?? 0)}</td>)}</tr>)}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
