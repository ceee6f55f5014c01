import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { desk, take, type Schemas } from "../../shared/api/call";
import { templatesQuery } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { Each } from "../../shared/ui/Each";
import { say } from "../../shared/ui/notices";
import { Bones, Dialog, Failure } from "../../shared/ui/parts";
import css from "./Administration.module.css";

type Template = Schemas["Template"];

/** Templates of answers: an agency's admin keeps its own, a coordinator those of all. */
export function Templates() {
  const { t } = useTranslation();
  const found = useQuery(templatesQuery);
  const [editing, setEditing] = useState<Template | "new">();
  const { roles, agency } = person();
  const mayWrite = roles.has("agency-admin") || roles.has("coordinator");
  return (
    <section className="sheet stack" aria-labelledby="templates-heading" id="templates">
      <h2 id="templates-heading">{t("Templat jawaban")}</h2>
      {found.isPending ? (
        <Bones lines={3} />
      ) : found.isError ? (
        <Failure of={found.error} inline retry={() => void found.refetch()} />
      ) : (
        <>
          {found.data.length === 0 && <p className="hint">{t("Belum ada templat.")}</p>}
          <ul>
            <Each of={found.data}>
              {(one) => (
                <li className={css.template}>
                  <div className="row">
                    <b>{one.name}</b>
                    <span className="hint">{one.agency ? t("instansi ini") : t("semua instansi")}</span>
                  </div>
                  <p>{one.text}</p>
                  {mayWrite && (one.agency ?? undefined) === agency && (
                    <div>
                      <button type="button" onClick={() => setEditing(one)}>
                        {t("Ubah")}
                      </button>
                    </div>
                  )}
                </li>
              )}
            </Each>
          </ul>
          {mayWrite && (
            <div>
              <button type="button" id="template-new" onClick={() => setEditing("new")}>
                {t("Templat baru")}
              </button>
            </div>
          )}
        </>
      )}
      {editing && <Edit template={editing === "new" ? undefined : editing} close={() => setEditing(undefined)} />}
    </section>
  );
}

function Edit({ template, close }: { template: Template | undefined; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(template?.name ?? "");
  const [text, setText] = useState(template?.text ?? "");
  const done = (said: string) => {
    void queries.invalidateQueries({ queryKey: ["templates"] });
    say(said);
    close();
  };
  const saving = useMutation({
    mutationFn: async () => {
      await (template
        ? take(
            desk.PUT("/api/response/v1/templates/{id}", {
              params: { path: { id: template.id } },
              body: { name, text, version: template.version },
            }),
          )
        : take(desk.POST("/api/response/v1/templates", { body: { name, text } })));
    },
    onSuccess: () => done(t("Templat disimpan.")),
  });
  const removing = useMutation({
    mutationFn: async () => {
      await take(desk.DELETE("/api/response/v1/templates/{id}", { params: { path: { id: template?.id ?? "" } } }));
    },
    onSuccess: () => done(t("Templat dihapus.")),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  const failure = saving.error ?? removing.error;
  return (
    <Dialog
      title={template ? t("Ubah templat") : t("Templat baru")}
      close={close}
      actions={
        <>
          {template && (
            <button type="button" disabled={removing.isPending} onClick={() => removing.mutate()}>
              {t("Hapus")}
            </button>
          )}
          <button type="button" onClick={close}>
            {t("Batal")}
          </button>
          <button
            type="submit"
            form="template-form"
            className="main"
            id="template-save"
            disabled={!name.trim() || !text.trim() || saving.isPending}
          >
            {t("Simpan")}
          </button>
        </>
      }
    >
      <form id="template-form" className="stack" onSubmit={submit}>
        <div className="field">
          <label htmlFor="template-name">{t("Nama")}</label>
          <input id="template-name" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="template-text">{t("Teks")}</label>
          <p className="hint" id="template-hint">
            {"{nomor} {instansi} {pemerintah} {tanggal_aduan} {tenggat} {kategori} {judul} {lokasi}"}
          </p>
          <textarea
            id="template-text"
            rows={8}
            maxLength={10_000}
            aria-describedby="template-hint"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        {failure && <Failure of={failure} inline />}
      </form>
    </Dialog>
  );
}
