import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { asBody, desk, take } from "../../shared/api/call";
import { number } from "../../shared/lib/time";
import { Each } from "../../shared/ui/Each";
import { Failure } from "../../shared/ui/parts";
import { may, useDeed, type CaseFile } from "./case";
import css from "./CasePage.module.css";

/** Files that show what was done. */
export function Evidence({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const adding = useDeed(file.id, (chosen: File) => {
    const form = new FormData();
    form.append("file", chosen);
    return take(
      desk.POST("/api/response/v1/cases/{id}/evidence", { params: { path: { id: file.id } }, ...asBody(form) }),
    );
  });
  const removing = useDeed(file.id, async (id: string) => {
    await take(
      desk.DELETE("/api/response/v1/cases/{id}/evidence/{evidence}", {
        params: { path: { id: file.id, evidence: id } },
      }),
    );
    return undefined;
  });
  const fetching = useMutation({
    mutationFn: async ({ id, name }: { id: string; name: string }) => {
      const content = await take(
        desk.GET("/api/response/v1/cases/{id}/evidence/{evidence}", {
          params: { path: { id: file.id, evidence: id } },
          headers: { Accept: "*/*" },
          parseAs: "blob",
        }),
      );
      const address = URL.createObjectURL(content);
      const link = Object.assign(document.createElement("a"), { href: address, download: name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    },
  });
  const failure = adding.error ?? removing.error ?? fetching.error;
  return (
    <section className="stack" aria-labelledby="evidence-heading">
      <h2 id="evidence-heading">{t("Bukti")}</h2>
      <ul className={css.evidence}>
        <Each of={file.evidence}>
          {({ id, name, size, position, scanned, addedBy }) => (
            <li>
              <button type="button" className="link" onClick={() => fetching.mutate({ id, name })}>
                <bdi>{name}</bdi>
              </button>
              {may(file, "ATTACH") && (
                <button
                  type="button"
                  className="link"
                  aria-label={t("Hapus {{name}}", { name })}
                  onClick={() => removing.mutate(id)}
                >
                  ✕
                </button>
              )}
              <span className="hint">
                {number(Math.ceil(size / 1024))} kB · {addedBy}
                {!scanned && <> · {t("belum dipindai")}</>}
              </span>
              {position && (
                <span className="hint">
                  {t("Lokasi foto: {{lat}}, {{lon}}", { lat: position.lat.toFixed(5), lon: position.lon.toFixed(5) })}
                </span>
              )}
            </li>
          )}
        </Each>
        {file.evidence.length === 0 && <li className="hint">{t("Belum ada berkas.")}</li>}
      </ul>
      {failure && <Failure of={failure} inline />}
      {may(file, "ATTACH") && (
        <div className="row">
          <input
            ref={picker}
            type="file"
            id="evidence-file"
            className="unseen"
            tabIndex={-1}
            aria-label={t("Berkas bukti")}
            accept="image/jpeg,image/png,image/webp,application/pdf"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              if (chosen) {
                adding.mutate(chosen);
              }
              event.target.value = "";
            }}
          />
          <button
            type="button"
            id="evidence-add"
            aria-busy={adding.isPending}
            disabled={adding.isPending}
            onClick={() => picker.current?.click()}
          >
            {adding.isPending ? t("Mengunggah…") : t("Tambah berkas")}
          </button>
        </div>
      )}
    </section>
  );
}
