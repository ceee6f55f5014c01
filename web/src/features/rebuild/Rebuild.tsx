import { useTranslation } from "react-i18next";
import { desk, take, type Schemas } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { Heading, Time } from "../../shared/ui/parts";
import { MaskingAnew } from "./MaskingAnew";
import css from "./Rebuild.module.css";
import { Work, type Kind } from "./Work";

type Progress = Schemas["Progress"];

const STATE: Record<Progress["state"], string> = {
  READING: "Membaca ulang semua catatan",
  DONE: "Sudah dibangun ulang",
  FAILED: "Gagal; daftar tetap seperti sebelumnya",
};

const REBUILD: Kind<Progress> = {
  id: "rebuild",
  progress: () => take(desk.GET("/api/response/v1/admin/rebuild")),
  begin: () => take(desk.POST("/api/response/v1/admin/rebuild")),
  runs: ({ state }) => state === "READING",
};

/** For who runs the installation: what officers see is made anew while they work on. */
export function Rebuild() {
  const { t } = useTranslation();
  return (
    <div className="page stack">
      <Heading name={t("Bangun ulang")}>{t("Bangun ulang")}</Heading>
      <Work
        of={REBUILD}
        said={{
          heading: t("Daftar petugas"),
          hint: t(
            "Daftar dan berkas kasus disusun lagi dari catatan peristiwa, lalu yang berbeda dibetulkan. Petugas dapat terus bekerja.",
          ),
          never: t("Belum pernah dibangun ulang."),
          start: t("Bangun ulang sekarang"),
          question: t("Bangun ulang sekarang?"),
          warning: t(
            "Semua peristiwa sejak awal dibaca lagi. Ini membebani layanan selama berjalan; pilih waktu yang lengang.",
          ),
          confirm: t("Ya, bangun ulang"),
        }}
        last={(progress) => <Last of={progress} />}
      />
      <MaskingAnew />
    </div>
  );
}

function Last({ of }: { of: Progress }) {
  const { t } = useTranslation();
  return (
    <div className="stack" id="rebuild-state" data-state={of.state}>
      <p role="status">
        <b>{t(STATE[of.state])}</b>
      </p>
      {REBUILD.runs(of) && (
        <progress
          className={css.bar}
          aria-label={t("Catatan yang sudah dibaca")}
          max={Math.max(of.total, 1)}
          value={of.done}
        />
      )}
      <dl className={css.facts}>
        <dt>{t("Catatan yang sudah dibaca")}</dt>
        <dd>{t("{{done}} dari {{all}}", { done: number(of.done), all: number(of.total) })}</dd>
        <dt>{t("Yang dibetulkan")}</dt>
        <dd>{t("{{n}} kasus", { n: number(of.corrected) })}</dd>
        <dt>{t("Mulai")}</dt>
        <dd>
          <Time at={of.startedAt} />
        </dd>
        {of.endedAt && (
          <>
            <dt>{t("Berakhir")}</dt>
            <dd>
              <Time at={of.endedAt} />
            </dd>
          </>
        )}
        {of.cause && (
          <>
            <dt>{t("Sebab")}</dt>
            <dd>{of.cause}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
