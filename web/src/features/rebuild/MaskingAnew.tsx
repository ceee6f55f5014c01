import { useTranslation } from "react-i18next";
import { intake, take, type IntakeSchemas } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { Time } from "../../shared/ui/parts";
import { share } from "./masking";
import css from "./Rebuild.module.css";
import { Work, type Kind } from "./Work";

type Progress = IntakeSchemas["MaskingProgress"];

const MASKING: Kind<Progress> = {
  id: "masking",
  progress: () => take(intake.GET("/api/intake/v1/admin/masking")),
  begin: () => take(intake.POST("/api/intake/v1/admin/masking")),
  runs: ({ endedAt }) => !endedAt,
};

/** What citizens wrote is masked once more from the vault, and all lists follow. */
export function MaskingAnew() {
  const { t } = useTranslation();
  return (
    <Work
      of={MASKING}
      said={{
        heading: t("Penyamaran identitas"),
        hint: t(
          "Kata-kata warga disamarkan lagi dari brankas dengan aturan yang berlaku sekarang; daftar, buku aduan, pencarian, dan unduhan mengikutinya. Catatan lama di topik Kafka tidak berubah: ia tinggal di sana sampai masa simpan topik habis, yang bawaannya tanpa batas.",
        ),
        never: t("Belum pernah disamarkan ulang."),
        start: t("Samarkan ulang sekarang"),
        question: t("Samarkan ulang sekarang?"),
        warning: t(
          "Jalankan setelah semua layanan diperbarui: layanan versi lama melewatkan kabarnya. Aduan yang masuk tetap didahulukan.",
        ),
        confirm: t("Ya, samarkan ulang"),
      }}
      last={(progress) => <Last of={progress} />}
    />
  );
}

function Last({ of }: { of: Progress }) {
  const { t } = useTranslation();
  const running = MASKING.runs(of);
  return (
    <div className="stack" id="masking-state" data-state={running ? "RUNNING" : "DONE"}>
      <p role="status">
        <b>{running ? t("Sedang menyamarkan ulang") : t("Semua sudah disamarkan ulang")}</b>
      </p>
      {running && (
        <progress className={css.bar} aria-label={t("Bagian yang sudah selesai")} max={1} value={share(of)} />
      )}
      <dl className={css.facts}>
        <dt>{t("Aduan yang sudah selesai")}</dt>
        <dd>{number(of.done)}</dd>
        {of.leftAlone > 0 && (
          <>
            <dt>{t("Dibiarkan")}</dt>
            <dd>
              {t("{{n}} aduan yang data pribadinya sudah dihapus atau tidak dapat dibuka", { n: number(of.leftAlone) })}
            </dd>
          </>
        )}
        {of.through && (
          <>
            <dt>{t("Sampai aduan tanggal")}</dt>
            <dd>
              <Time at={of.through} />
            </dd>
          </>
        )}
        <dt>{t("Mulai")}</dt>
        <dd>
          <Time at={of.askedAt} />
        </dd>
        {of.endedAt && (
          <>
            <dt>{t("Berakhir")}</dt>
            <dd>
              <Time at={of.endedAt} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
