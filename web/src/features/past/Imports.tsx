import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asBody, intake, take } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { sourceWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Bones, Empty, Failure, Heading, Scroll, Time } from "../../shared/ui/parts";
import css from "./Past.module.css";
import { IMPORT_STATES, isUnderWay, packed, TAKE_BACK_STATES, toTake, type PastImport } from "./past";

const LOOK_AGAIN = 2_000;

/** Files of what other systems handled: sent here, looked through, taken over. */
export function Imports() {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ["imports"],
    queryFn: ({ pageParam, signal }) =>
      take(intake.GET("/api/intake/v1/imports", { params: { query: pageParam ? { after: pageParam } : {} }, signal })),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ items }) => items.some(isUnderWay)) ? LOOK_AGAIN : false,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page stack">
      <Heading name={t("Impor data lama")}>{t("Impor data lama")}</Heading>
      <NewFile />
      {found.isPending ? (
        <Bones lines={5} />
      ) : found.isError ? (
        <Failure of={found.error} retry={() => void found.refetch()} />
      ) : items.length === 0 ? (
        <div className="sheet">
          <Empty title={t("Belum ada berkas yang dikirim.")} id="imports-empty" />
        </div>
      ) : (
        <section className="sheet stack" aria-labelledby="imports-heading">
          <h2 id="imports-heading">{t("Berkas yang pernah dikirim")}</h2>
          <Scroll name={t("Berkas yang pernah dikirim")}>
            <table id="imports">
              <thead>
                <tr>
                  <th scope="col">{t("Berkas")}</th>
                  <th scope="col">{t("Dikirim")}</th>
                  <th scope="col">{t("Keadaan")}</th>
                  <th scope="col" className="amount">
                    {t("Baru")}
                  </th>
                  <th scope="col" className="amount">
                    {t("Berubah")}
                  </th>
                  <th scope="col" className="amount">
                    {t("Sudah ada")}
                  </th>
                  <th scope="col" className="amount">
                    {t("Dilewati")}
                  </th>
                  <th scope="col" className="amount">
                    {t("Dibaca")}
                  </th>
                </tr>
              </thead>
              <tbody>
                <Each of={items} as={{ columns: 8 }}>
                  {(one) => (
                    <tr>
                      <th scope="row">
                        <Link to="/impor/$id" params={{ id: one.id }}>
                          {one.fileName}
                        </Link>
                        {one.source && <small> {t(sourceWord(one.source))}</small>}
                      </th>
                      <td>
                        <Time at={one.createdAt} />
                      </td>
                      <td>{t(one.takeBack ? TAKE_BACK_STATES[one.takeBack.state] : IMPORT_STATES[one.state])}</td>
                      <td className="amount">{number(one.rows.fresh)}</td>
                      <td className="amount">{number(one.rows.changed)}</td>
                      <td className="amount">{number(one.rows.known)}</td>
                      <td className="amount">{number(one.rows.faulty)}</td>
                      <td className="amount">{number(one.rows.done)}</td>
                    </tr>
                  )}
                </Each>
              </tbody>
            </table>
          </Scroll>
        </section>
      )}
      {found.hasNextPage && (
        <div>
          <button
            type="button"
            id="load-more"
            disabled={found.isFetchingNextPage}
            aria-busy={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {t("Muat lagi")}
          </button>
        </div>
      )}
    </div>
  );
}

function NewFile() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [file, choose] = useState<File>();
  const [secret, keepSecret] = useState(true);
  const sending = useMutation({
    mutationFn: async (chosen: File) => {
      const query = { name: chosen.name.slice(0, 200), oversight: secret ? "secret" : "as-told" };
      const file = await packed(chosen);
      return take(intake.POST("/api/intake/v1/imports", { params: { query }, ...asBody(file) }));
    },
    onSuccess: ({ id }) => void navigate({ to: "/impor/$id", params: { id } }),
  });
  return (
    <section className="sheet stack" aria-labelledby="import-new-heading">
      <h2 id="import-new-heading">{t("Kirim berkas")}</h2>
      <p className="hint">
        {t(
          "Ekspor SP4N-LAPOR! (CSV atau XLSX), buku aduan dari Tanggap, rekap aduan dengan kolom TANGGAL, ADUAN, DINAS, TANGGAL JAWABAN, JAWABAN, SOSIAL MEDIA, atau lembar lain yang arti kolomnya Anda sebutkan. Berkas diperiksa dahulu; tidak ada yang diimpor sebelum Anda memutuskan.",
        )}
      </p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (file) {
            sending.mutate(file);
          }
        }}
      >
        <div className="field">
          <label htmlFor="import-file">{t("Berkas CSV atau XLSX")}</label>
          <input
            id="import-file"
            type="file"
            required
            accept=".csv,.txt,.gz,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={(event) => {
              choose(event.target.files?.[0]);
              sending.reset();
            }}
          />
        </div>
        <label className={css.secret}>
          <input
            type="checkbox"
            id="import-oversight"
            checked={secret}
            onChange={(event) => keepSecret(event.target.checked)}
          />
          <span>
            {t("Rahasiakan semua pengaduan berkadar pengawasan")}
            <small>
              {t("Yang bertanda Rahasia di berkas selalu tetap rahasia. Nama pelapor tidak pernah ikut diimpor.")}
            </small>
          </span>
        </label>
        {sending.isError && <Failure of={sending.error} inline />}
        <button className="main" id="import-send" disabled={!file || sending.isPending} aria-busy={sending.isPending}>
          {sending.isPending ? t("Mengunggah…") : t("Periksa berkas")}
        </button>
      </form>
    </section>
  );
}

/** Of the kind that the list and the page of a file show alike. */
export function Counts({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const { rows, state } = of;
  const over = state === "DONE" || state === "IMPORTING";
  const figure = (word: string, value: number, late = false) => (
    <div data-late={late && value > 0}>
      <dt>{t(word)}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
  return (
    <dl className={css.counts} id="import-counts" data-take={toTake(of)}>
      {figure(over ? "Diimpor" : "Akan diimpor", rows.fresh)}
      {figure(over ? "Diperbarui" : "Akan diperbarui", rows.changed)}
      {figure("Sudah ada, dilewati", rows.known)}
      {figure("Tidak terbaca, dilewati", rows.faulty, true)}
      {figure("Judul, jumlah, bukan aduan", rows.empty)}
      {figure("Baris yang dibaca", rows.done)}
    </dl>
  );
}
