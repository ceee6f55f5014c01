import { Link, type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Failure, Heading } from "../shared/ui/parts";

export function Missing() {
  const { t } = useTranslation();
  return (
    <div className="stack" id="page-missing">
      <Heading name={t("Halaman tidak ditemukan")}>{t("Halaman tidak ditemukan")}</Heading>
      <p>{t("Alamat ini tidak ada di meja kerja.")}</p>
      <p>
        <Link to="/">{t("Kembali ke antrean")}</Link>
      </p>
    </div>
  );
}

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <div className="stack" id="forbidden">
      <Heading name={t("Tidak berwenang")}>{t("Tidak berwenang")}</Heading>
      <p>{t("Peran Anda tidak mencakup halaman ini. Hubungi admin instansi bila ini keliru.")}</p>
      <p>
        <Link to="/">{t("Kembali ke antrean")}</Link>
      </p>
    </div>
  );
}

export function Wrecked({ error, reset }: ErrorComponentProps) {
  return <Failure of={error} retry={reset} />;
}
