import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../shared/api/call";
import { meQuery, peopleQuery, useDirectory } from "../../shared/api/queries";
import { Each } from "../../shared/ui/Each";
import { Bones, Empty, Failure, Scroll } from "../../shared/ui/parts";
import css from "./Administration.module.css";
import { realmRoleWord } from "./words";

/** With so many the eye no longer finds a name by itself. */
const MANY = 15;

/** Who works here and may log in; changed in Keycloak, shown here. */
export function People() {
  const { t } = useTranslation();
  const found = useQuery(peopleQuery);
  const places = usePlaces();
  const [wanted, setWanted] = useState("");
  const words = useDeferredValue(wanted).toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  const all = (found.data ?? []).map((one) => ({
    ...one,
    ...places(one),
    words: (one.roles ?? []).map((role) => t(realmRoleWord(role))).join(", "),
  }));
  const rolesKnown = all.some((one) => one.roles);
  const shown = all.filter((one) => {
    const said = `${one.name} ${one.words} ${one.at} ${one.of}`.toLocaleLowerCase("id");
    return words.every((word) => said.includes(word));
  });
  return (
    <section className="sheet stack" aria-labelledby="people-heading" id="people">
      <div className={css.head}>
        <h2 id="people-heading">{t("Petugas")}</h2>
        <p className="hint">
          {t("Akun dan peran diatur dalam layanan masuk; perubahan tampak di sini dalam satu menit.")}
        </p>
      </div>
      {found.isPending ? (
        <Bones lines={6} />
      ) : found.isError ? (
        <Failure of={found.error} inline retry={() => void found.refetch()} />
      ) : (
        <>
          {all.length > MANY && (
            <div className={css.search}>
              <label htmlFor="people-search">{t("Cari petugas")}</label>
              <input
                id="people-search"
                type="search"
                maxLength={100}
                value={wanted}
                onChange={(event) => setWanted(event.target.value)}
                placeholder={t(rolesKnown ? "Nama, peran, atau instansi" : "Nama atau instansi")}
              />
              <p className="hint" role="status" id="people-count">
                {t("{{shown}} dari {{all}}", { shown: shown.length, all: all.length })}
              </p>
            </div>
          )}
          {all.length > 0 && !rolesKnown && (
            <p className="hint">{t("Layanan masuk tidak memberi tahu peran petugas.")}</p>
          )}
          {shown.length === 0 ? (
            <Empty
              title={all.length === 0 ? t("Belum ada petugas.") : t("Tidak ada petugas yang cocok.")}
              id="people-empty"
            />
          ) : (
            <Scroll name={t("Petugas")}>
              <table id="people-table">
                <thead>
                  <tr>
                    <th scope="col">{t("Nama")}</th>
                    {rolesKnown && <th scope="col">{t("Peran")}</th>}
                    <th scope="col">{t("Instansi")}</th>
                    <th scope="col">{t("Bidang")}</th>
                    <th scope="col">{t("Akun")}</th>
                  </tr>
                </thead>
                <tbody>
                  <Each of={shown} as={{ columns: rolesKnown ? 5 : 4 }}>
                    {(one) => (
                      <tr className={one.enabled ? undefined : css.off}>
                        <th scope="row">{one.name}</th>
                        {rolesKnown && <td>{one.words || "–"}</td>}
                        <td>{one.at || t("Semua instansi")}</td>
                        <td>{one.of || "–"}</td>
                        <td>{one.enabled ? t("Aktif") : t("Nonaktif")}</td>
                      </tr>
                    )}
                  </Each>
                </tbody>
              </table>
            </Scroll>
          )}
        </>
      )}
    </section>
  );
}

/** The names of a person's agency and division; their ids where the directory does not know them. */
function usePlaces(): (one: Schemas["Person"]) => { at: string; of: string } {
  const { agencies } = useDirectory();
  const { data: me } = useQuery(meQuery);
  return ({ agency, division }) => {
    const known = agencies.find(({ id }) => id === agency);
    const divisions = known?.divisions ?? (agency === me?.agency ? me?.divisions : undefined) ?? [];
    return { at: known?.name ?? agency ?? "", of: divisions.find(({ id }) => id === division)?.name ?? division ?? "" };
  };
}
