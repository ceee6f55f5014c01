import { useTranslation } from "react-i18next";
import { number } from "../../shared/lib/time";
import css from "./Past.module.css";
import type { PastImport } from "./past";

type Elsewhere = NonNullable<PastImport["elsewhere"]>;

/** That a file seems to be another government's, by what, and that the officer means it all the same. */
export function Another({ of, meant, mean }: { of: Elsewhere; meant: boolean; mean: (meant: boolean) => void }) {
  const { t } = useTranslation();
  const rows = of.elsewhere + of.ours;
  return (
    <div className={css.another} id="import-another" role="group" aria-labelledby="import-another-said">
      <p id="import-another-said">
        <strong>
          {of.place
            ? t("Berkas ini tampaknya milik {{place}}.", { place: of.place })
            : t("Berkas ini tampaknya milik daerah lain.")}
        </strong>{" "}
        {of.titled && t("Judul tabelnya menyebut daerah itu.")}{" "}
        {of.elsewhere > 0 &&
          t("Dari {{all}} baris yang menyebut instansi atau tempat, {{n}} menyebut yang di luar daerah Anda.", {
            all: number(rows),
            n: number(of.elsewhere),
          })}
      </p>
      {of.meantAt === undefined && (
        <label className={css.secret}>
          <input type="checkbox" id="import-meant" checked={meant} onChange={(event) => mean(event.target.checked)} />
          <span>{t("Memang berkas ini yang saya maksud.")}</span>
        </label>
      )}
    </div>
  );
}
