import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Problem } from "../shared/api/problem";
import { Heading } from "../shared/ui/parts";

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

/** A page that cannot be shown, or whose code did not come: the frame around it stands, and leads elsewhere. */
export function Wrecked({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  const { title, detail } =
    error instanceof Problem
      ? error
      : new Problem(
          0,
          "Halaman ini tidak dapat ditampilkan",
          "Yang lain tetap dapat dipakai, dan yang Anda ketik tersimpan.",
        );
  return (
    <div className="page stack" id="page-wrecked" role="alert">
      <Heading name={t(title)}>{t(title)}</Heading>
      <p>{t(detail)}</p>
      <div className="row">
        <button type="button" className="main" id="retry" onClick={again}>
          {t("Coba lagi")}
        </button>
        <button type="button" id="reload" onClick={() => location.reload()}>
          {t("Muat ulang")}
        </button>
      </div>
      <p>
        <Link to="/">{t("Kembali ke antrean")}</Link>
      </p>
    </div>
  );
}
