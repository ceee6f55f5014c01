import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "@tanstack/react-query";
import type { QueueSearch } from "../../shared/addresses/queue";
import { meQuery, useAgencyName, useCategories, useDirectory } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { calendarDay } from "../../shared/lib/time";
import { statusWord, STATUSES } from "../../shared/lib/desk";
import { channelWord, CHANNELS, typeWord, TYPES } from "../../shared/lib/words";
import { useKeys } from "../../shared/ui/useKeys";
import css from "./Queue.module.css";
import { FILTERS } from "./search";

function useNarrow() {
  const navigate = useNavigate();
  return (change: Record<string, string | undefined>) =>
    void navigate({
      to: "/",
      search: (before: QueueSearch) => ({ ...before, ...change }) as QueueSearch,
      replace: true,
    });
}

const DEADLINE: Record<string, string> = {
  OVERDUE: "Lewat tenggat",
  TODAY: "Jatuh tempo hari ini",
  LATER: "Jatuh tempo kemudian",
};
const SORT: Record<string, string> = { DUE: "Tenggat terdekat", NEWEST: "Terbaru", OLDEST: "Terlama" };

export function Search() {
  const { t } = useTranslation();
  const { cari = "" } = useSearch({ from: "/" });
  const [text, setText] = useState(cari);
  const narrow = useNarrow();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setText(cari), [cari]);
  useKeys({ "/": () => box.current?.focus() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    narrow({ cari: text.trim() || undefined });
  };
  return (
    <form className={css.search} role="search" onSubmit={submit}>
      <input
        ref={box}
        type="search"
        id="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t("Cari dalam isi aduan")}
        placeholder={t("Cari isi atau nomor")}
        maxLength={200}
      />
      <button type="submit">{t("Cari")}</button>
    </form>
  );
}

export function Filters() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/" });
  const narrow = useNarrow();
  const who = person();
  const { agencies } = useDirectory();
  const { data: me } = useQuery(meQuery);
  const categories = useCategories(who.government);
  const select = (name: keyof QueueSearch, word: string, options: [string, string][]) => (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{t(word)}</label>
      <select
        id={`filter-${name}`}
        value={search[name] ?? ""}
        onChange={(event) => narrow({ [name]: event.target.value || undefined })}
      >
        <option value="">{t(name === "urut" ? "Seperti tampilan" : "Semua")}</option>
        {options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
  const date = (name: "dari" | "sampai" | "terjawab", word: string) => (
    <div className="field">
      <label htmlFor={`filter-${name}`}>{t(word)}</label>
      <input
        type="date"
        id={`filter-${name}`}
        value={search[name] ?? ""}
        onChange={(event) => narrow({ [name]: event.target.value || undefined })}
      />
    </div>
  );
  return (
    <>
      <button type="button" popoverTarget="filters" id="open-filters">
        {t("Saring")}
      </button>
      <div id="filters" popover="auto" className={css.filters} role="group" aria-label={t("Saring antrean")}>
        {select(
          "status",
          "Status",
          STATUSES.map((code) => [code, t(statusWord(code))]),
        )}
        {select(
          "tenggat",
          "Tenggat",
          Object.entries(DEADLINE).map(([code, word]) => [code, t(word)]),
        )}
        {!who.agency &&
          select(
            "instansi",
            "Instansi",
            agencies.map(({ id, name }) => [id, name]),
          )}
        {(me?.divisions.length ?? 0) > 0 &&
          select(
            "bidang",
            "Bidang",
            (me?.divisions ?? []).map(({ id, name }) => [id, name]),
          )}
        {select(
          "kategori",
          "Kategori",
          categories.map(({ id, name }) => [id, name]),
        )}
        {select(
          "kanal",
          "Kanal",
          CHANNELS.map((code) => [code, t(channelWord(code))]),
        )}
        {select(
          "jenis",
          "Jenis",
          TYPES.map((code) => [code, t(typeWord(code))]),
        )}
        {select(
          "urut",
          "Urutan",
          Object.entries(SORT).map(([code, word]) => [code, t(word)]),
        )}
        {date("dari", "Diterima dari")}
        {date("sampai", "Diterima sampai")}
        {date("terjawab", "Dijawab pada")}
      </div>
    </>
  );
}

/** What narrows the list, each to be taken off by a click. */
export function Chips() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/" });
  const narrow = useNarrow();
  const agencyName = useAgencyName();
  const { data: me } = useQuery(meQuery);
  const categories = useCategories(person().government);
  const said = (name: (typeof FILTERS)[number], value: string): string => {
    switch (name) {
      case "status":
        return value
          .split(",")
          .map((code) => t(statusWord(code)))
          .join(", ");
      case "tenggat":
        return t(DEADLINE[value] ?? value);
      case "instansi":
        return agencyName(value);
      case "bidang":
        return me?.divisions.find(({ id }) => id === value)?.name ?? value;
      case "kategori":
        return categories.find(({ id }) => id === value)?.name ?? value;
      case "kanal":
        return t(channelWord(value));
      case "jenis":
        return t(typeWord(value));
      case "dari":
        return `${t("Diterima dari")} ${calendarDay(value)}`;
      case "sampai":
        return `${t("Diterima sampai")} ${calendarDay(value)}`;
      case "terjawab":
        return `${t("Dijawab pada")} ${calendarDay(value)}`;
      case "cari":
        return `“${value}”`;
      case "petugas":
        return value === "me" ? t("Tugas saya") : t("Petugas tertentu");
    }
  };
  const active = FILTERS.filter((name) => search[name]);
  return (
    <div className={css.chips}>
      {active.map((name) => (
        <button key={name} type="button" className={css.chip} onClick={() => narrow({ [name]: undefined })}>
          {said(name, search[name] ?? "")} <span aria-hidden="true">✕</span>
          <span className="unseen">{t("lepas saringan")}</span>
        </button>
      ))}
      {active.length > 1 && (
        <button
          type="button"
          className="link"
          onClick={() => narrow(Object.fromEntries(active.map((name) => [name, undefined])))}
        >
          {t("Lepas semua")}
        </button>
      )}
    </div>
  );
}
