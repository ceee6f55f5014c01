import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { intake, take } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { Each } from "../../shared/ui/Each";
import { Failure, Scroll } from "../../shared/ui/parts";
import css from "./Past.module.css";
import { KEEPS_ITS_NAME, kindKey, labelsOf, type FindingKind, type Meanings, type PastImport } from "./past";

const NOTHING: Meanings = { agencies: [], categories: [] };

/** What is said, each once, and of labels that are unknown here what they mean. */
export function Kinds({ of }: { of: PastImport }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, choose] = useState<Record<string, string>>({});
  const path = { params: { path: { id: of.id } } };
  const found = useQuery({
    queryKey: ["finding-kinds", of.id],
    queryFn: ({ signal }) => take(intake.GET("/api/intake/v1/imports/{id}/findings/kinds", { ...path, signal })),
  });
  const open = of.state === "CHECKED" && (found.data?.some(({ label }) => label) ?? false);
  const meanings = useQuery({
    queryKey: ["import-meanings"],
    queryFn: ({ signal }) => take(intake.GET("/api/intake/v1/imports/meanings", { signal })),
    enabled: open,
  });
  const keeping = useMutation({
    mutationFn: () =>
      take(
        intake.PUT("/api/intake/v1/imports/{id}/labels", {
          ...path,
          body: { labels: labelsOf(found.data ?? [], chosen) },
        }),
      ),
    onSuccess: (now) => {
      queries.removeQueries({ queryKey: ["finding-kinds", of.id] });
      queries.removeQueries({ queryKey: ["findings", of.id] });
      queries.setQueryData(["import", of.id], now);
    },
  });
  if (!found.data?.length) {
    return null;
  }
  const values = found.data.some(({ value }) => value !== undefined);
  const count = Object.values(chosen).filter(Boolean).length;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        keeping.mutate();
      }}
    >
      <Scroll name={t("Ringkasan pemeriksaan")}>
        <table id="finding-kinds">
          <caption className="unseen">{t("Ringkasan pemeriksaan")}</caption>
          <thead>
            <tr>
              <th scope="col" className="amount">
                {t("Banyaknya baris")}
              </th>
              <th scope="col">{t("Kolom")}</th>
              {values && <th scope="col">{t("Isi kolom")}</th>}
              <th scope="col">{t("Keterangan")}</th>
              <th scope="col">{t("Akibat")}</th>
              {open && <th scope="col">{t("Artinya di sini")}</th>}
            </tr>
          </thead>
          <tbody>
            <Each of={found.data} as={{ columns: 4 + Number(values) + Number(open) }} by={kindKey}>
              {(one) => (
                <tr>
                  <td className="amount">{number(one.rows)}</td>
                  <Finding of={one} values={values} />
                  {open && (
                    <td>
                      {one.label && (
                        <Meaning
                          of={one}
                          among={meanings.data ?? NOTHING}
                          value={chosen[kindKey(one)] ?? ""}
                          onChange={(value) => choose((before) => ({ ...before, [kindKey(one)]: value }))}
                        />
                      )}
                    </td>
                  )}
                </tr>
              )}
            </Each>
          </tbody>
        </table>
      </Scroll>
      {meanings.isError && <Failure of={meanings.error} inline retry={() => void meanings.refetch()} />}
      {keeping.isError && <Failure of={keeping.error} inline />}
      {open && (
        <div className="stack">
          <p className="hint" id="labels-hint">
            {t("Padanan disimpan untuk berkas berikutnya, dan berkas ini diperiksa ulang.")}
          </p>
          <div>
            <button
              id="labels-keep"
              disabled={count === 0 || keeping.isPending}
              aria-busy={keeping.isPending}
              aria-describedby="labels-hint"
            >
              {t("Simpan {{n}} padanan dan periksa ulang", { n: number(count) })}
            </button>
          </div>
        </div>
      )}
    </form>
  );
}

function Meaning({
  of,
  among,
  value,
  onChange,
}: {
  of: FindingKind;
  among: Meanings;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const options = of.label === "AGENCY" ? among.agencies : among.categories;
  return (
    <select
      value={value}
      aria-label={t("Arti {{label}} di sini", { label: of.value })}
      data-label={of.value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t("Belum dipilih")}</option>
      <option value={KEEPS_ITS_NAME}>{t("Tetap dengan nama asalnya")}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function Finding({
  of: { column, reason, value, fault },
  values,
}: {
  of: { column: string; reason: string; value?: string; fault: boolean };
  values: boolean;
}) {
  const { t } = useTranslation();
  return (
    <>
      <td>{column || "–"}</td>
      {values && <td>{value ?? "–"}</td>}
      <td>{reason}</td>
      <td>{fault ? <span className={css.left}>{t("Dilewati")}</span> : t("Dengan catatan")}</td>
    </>
  );
}
