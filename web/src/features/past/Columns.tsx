import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { intake, take } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { number } from "../../shared/lib/time";
import { Bones, Empty, Failure, Scroll } from "../../shared/ui/parts";
import css from "./Past.module.css";
import {
  letter,
  MEANINGS,
  meaningAt,
  put,
  rowsBelow,
  type ColumnsRow,
  type ColumnsTold,
  type Meaning,
  type PastImport,
  type Places,
} from "./past";

/** A file whose heading nobody knows: which row it is, and what its columns mean. */
export function Columns({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["import-columns", of.id],
    queryFn: ({ signal }) =>
      take(intake.GET("/api/intake/v1/imports/{id}/columns", { params: { path: { id: of.id } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section className="sheet stack" aria-labelledby="columns-heading" id="columns">
      <h2 id="columns-heading">{t("Arti kolom")}</h2>
      <p className="hint">
        {t(
          "Judul kolom berkas ini belum dikenal. Sebutkan sekali apa arti kolomnya; berkas lain dengan judul kolom yang sama lalu langsung terbaca.",
        )}
      </p>
      {found.isPending ? (
        <Bones lines={6} />
      ) : found.isError ? (
        <Failure of={found.error} inline retry={() => void found.refetch()} />
      ) : found.data.rows.length === 0 ? (
        <Empty title={t("Berkas ini tidak memuat baris.")} id="columns-empty" />
      ) : (
        <Form of={of} rows={found.data.rows} guessed={found.data.heading} />
      )}
    </section>
  );
}

function Form({ of, rows, guessed }: { of: PastImport; rows: ColumnsRow[]; guessed: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [at, choose] = useState(guessed);
  const heading = rows[at];
  const [places, mean] = useState<Places>(heading?.places ?? {});
  const [unmarked, say] = useState<ColumnsTold["unmarked"] | undefined>(heading?.unmarked);
  const keeping = useMutation({
    mutationFn: (told: ColumnsTold) =>
      take(intake.PUT("/api/intake/v1/imports/{id}/columns", { params: { path: { id: of.id } }, body: told })),
    onSuccess: (now) => {
      for (const key of ["finding-kinds", "findings", "import-columns"]) {
        queries.removeQueries({ queryKey: [key, of.id] });
      }
      queries.setQueryData(["import", of.id], now);
    },
  });
  const fault = (field: string) =>
    keeping.error instanceof Problem ? keeping.error.errors.find((error) => error.field === field)?.message : undefined;
  const move = (to: number) => {
    choose(to);
    mean(rows[to]?.places ?? {});
    say(rows[to]?.unmarked);
    keeping.reset();
  };
  if (!heading) {
    return null;
  }
  const missing: Record<string, string | undefined> = {
    DAY: fault("places.DAY"),
    WORDS: fault("places.WORDS"),
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        keeping.mutate({
          ...(heading.sheet === undefined ? {} : { sheet: heading.sheet }),
          row: heading.row,
          places: places as ColumnsTold["places"],
          ...(unmarked ? { unmarked } : {}),
        });
      }}
    >
      <div className="field">
        <label htmlFor="columns-row">{t("Baris judul kolom")}</label>
        <select
          id="columns-row"
          value={at}
          aria-invalid={fault("row") !== undefined}
          onChange={(event) => move(Number(event.target.value))}
        >
          {rows.map((row, index) => (
            <option key={`${row.sheet} ${row.row}`} value={index}>
              {[row.sheet, t("Baris {{n}}", { n: number(row.row) }), row.cells.filter(Boolean).join(" · ")]
                .filter(Boolean)
                .join(" – ")
                .slice(0, 120)}
            </option>
          ))}
        </select>
      </div>
      <Scroll name={t("Kolom berkas")}>
        <table id="columns-table">
          <caption className="unseen">{t("Kolom berkas")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("Kolom")}</th>
              <th scope="col">{t("Judul kolom")}</th>
              <th scope="col">{t("Contoh isi")}</th>
              <th scope="col">{t("Artinya")}</th>
            </tr>
          </thead>
          <tbody>
            {heading.cells.map((cell, place) => (
              <tr key={place}>
                <td>{letter(place)}</td>
                <th scope="row">{cell || "–"}</th>
                <td className={css.sample}>
                  {rowsBelow(rows, at)
                    .map(({ cells }) => cells[place])
                    .filter(Boolean)
                    .slice(0, 2)
                    .join(" · ") || "–"}
                </td>
                <td>
                  <select
                    aria-label={t("Arti kolom {{name}}", { name: cell || letter(place) })}
                    data-place={place}
                    value={meaningAt(places, place) ?? ""}
                    onChange={(event) => mean(put(places, place, (event.target.value || undefined) as Meaning))}
                  >
                    <option value="">{t("Tidak dibaca")}</option>
                    {Object.entries(MEANINGS).map(([meaning, word]) => (
                      <option key={meaning} value={meaning}>
                        {t(word)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <fieldset className={css.choices} aria-invalid={fault("unmarked") !== undefined}>
        <legend>
          {t(
            places.SECRECY === undefined
              ? "Berkas ini tidak memuat tanda kerahasiaan. Semua aduannya:"
              : "Aduan yang kolom kerahasiaannya kosong:",
          )}
        </legend>
        {(["PUBLIC", "SECRET"] as const).map((value) => (
          <label key={value} className="row">
            <input
              type="radio"
              name="unmarked"
              value={value}
              checked={unmarked === value}
              onChange={() => say(value)}
            />
            {t(
              value === "PUBLIC"
                ? "Terbuka: isinya masuk, tanpa nama dan nomor warga"
                : "Rahasia: isinya tidak ikut diimpor",
            )}
          </label>
        ))}
      </fieldset>
      {keeping.isError && (
        <>
          <Failure of={keeping.error} inline />
          {Object.values(missing).some(Boolean) && (
            <p className="hint">{t("Tanggal dan uraian aduan wajib ada di antara kolom yang dibaca.")}</p>
          )}
        </>
      )}
      <div>
        <button className="main" id="columns-keep" disabled={keeping.isPending} aria-busy={keeping.isPending}>
          {t("Simpan arti kolom dan periksa berkas")}
        </button>
      </div>
    </form>
  );
}
