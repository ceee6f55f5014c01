import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { directoryQuery, meQuery } from "../../shared/api/queries";
import { sopQuery } from "../../shared/api/sop";
import { person } from "../../shared/auth/person";
import { calendarDay } from "../../shared/lib/time";
import { roleWord } from "../../shared/lib/words";
import { Bones, Failure, Heading, Scroll } from "../../shared/ui/parts";
import css from "./Administration.module.css";
import { People } from "./People";
import { Templates } from "./Templates";
import { kindWord } from "./words";

/** What is in force: the procedure with its legal basis, the agencies with their divisions, the templates. */
export function Administration() {
  const { t } = useTranslation();
  const { roles } = person();
  const has = (...any: string[]) => any.some((role) => roles.has(role));
  return (
    <div className="page stack">
      <Heading name={t("Administrasi")}>{t("Administrasi")}</Heading>
      <p className="hint">{t("SOP dan instansi dibaca dari berkas pemerintah daerah dan tidak diubah di sini.")}</p>
      <p>
        <Link to="/administrasi/kalender" id="calendar-link">
          {t("Kalender kerja dan hari libur")}
        </Link>
      </p>
      <SopInForce />
      {has("agency-admin", "division-staff", "coordinator", "head") && <Templates />}
      {has("agency-admin", "coordinator", "head", "auditor") && <People />}
      <Agencies />
    </div>
  );
}

function SopInForce() {
  const { t } = useTranslation();
  const found = useQuery(sopQuery);
  if (!found.data) {
    return found.isError ? (
      <Failure of={found.error} inline retry={() => void found.refetch()} />
    ) : (
      <div className="sheet">
        <Bones lines={7} />
      </div>
    );
  }
  const { profile, promise, steps, version } = found.data;
  const list = (items: string[]) =>
    items.length > 0 ? (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    ) : (
      "–"
    );
  return (
    <section className="sheet stack" aria-labelledby="sop-heading" id="sop">
      <div className={css.head}>
        <h2 id="sop-heading">{profile.title}</h2>
        <p className="number">{profile.number}</p>
      </div>
      <dl className={css.facts}>
        <dt>{t("Pemilik")}</dt>
        <dd>{profile.owner}</dd>
        <dt>{t("Berlaku sejak")}</dt>
        <dd>{calendarDay(profile.effective)}</dd>
        <dt>{t("Janji kepada warga")}</dt>
        <dd>{promise}</dd>
        <dt>{t("Dasar hukum")}</dt>
        <dd>{list(profile.legalBasis)}</dd>
        <dt>{t("Keterkaitan")}</dt>
        <dd>{list(profile.related)}</dd>
        <dt>{t("Yang dicatat")}</dt>
        <dd>{list(profile.recording)}</dd>
        <dt>{t("Peringatan")}</dt>
        <dd>{profile.warning}</dd>
        <dt>{t("Versi")}</dt>
        <dd className="number">{version.slice(0, 12)}</dd>
      </dl>
      <Scroll name={t("Langkah SOP")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("No.")}</th>
              <th scope="col">{t("Kegiatan")}</th>
              <th scope="col">{t("Pelaksana")}</th>
              <th scope="col">{t("Kelengkapan")}</th>
              <th scope="col">{t("Waktu")}</th>
              <th scope="col">{t("Keluaran")}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={step.id}>
                <td className="number">{step.row ?? "·"}</td>
                <th scope="row">
                  {step.activity}
                  {step.note && <p className="hint">{step.note}</p>}
                </th>
                <td>{t(roleWord(step.role))}</td>
                <td>{step.completeness.join(", ") || "–"}</td>
                <td>{step.standard}</td>
                <td>{step.output ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function Agencies() {
  const { t } = useTranslation();
  const found = useQuery(directoryQuery);
  const { data: me } = useQuery(meQuery);
  if (!found.data) {
    return found.isError ? (
      <Failure of={found.error} inline retry={() => void found.refetch()} />
    ) : (
      <div className="sheet">
        <Bones lines={7} />
      </div>
    );
  }
  return (
    <section className="sheet stack" aria-labelledby="agencies-heading" id="agencies">
      <h2 id="agencies-heading">{t("Instansi")}</h2>
      <ul className={css.agencies}>
        {found.data.agencies.map((agency) => {
          const divisions = agency.divisions ?? (agency.id === me?.agency ? me.divisions : []);
          return (
            <li key={agency.id}>
              <b>{agency.name}</b>{" "}
              <span className="hint">
                {agency.shortName} · {t(kindWord(agency.kind))}
              </span>
              {divisions.length > 0 && (
                <ul>
                  {divisions.map(({ id, name, parent }) => (
                    <li key={id}>
                      {parent ? "– " : ""}
                      {name}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
