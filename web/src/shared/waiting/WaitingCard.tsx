import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAgencyName, useCategories } from "../api/queries";
import { person } from "../auth/person";
import { percent } from "../lib/time";
import { misroutingWord } from "../lib/words";
import { Countdown } from "../ui/parts";
import css from "./Waiting.module.css";
import type { Waiting } from "./waiting";

/** A complaint that waits: its words, where it came back from, what is proposed and why. */
export function WaitingCard({
  item,
  focused = false,
  children,
}: {
  item: Waiting;
  focused?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const category = useCategories(person().government).find(({ id }) => id === item.category)?.name;
  return (
    <li className={`sheet ${css.card}`} data-id={item.id} data-focused={focused}>
      <div className={css.head}>
        <h2 className="number">{item.number}</h2>
        {category && <span className="hint">{category}</span>}
        <Countdown dueAt={item.dueAt ?? undefined} since={item.receivedAt} />
      </div>
      <div className={css.words}>
        {item.title && <h3>{item.title}</h3>}
        {item.text ? (
          <p className="reading">{item.text}</p>
        ) : (
          <p className="hint">{t("Aduan rahasia. Isinya tersimpan terkunci.")}</p>
        )}
        <Returned item={item} />
      </div>
      <div className={css.decide}>
        <Proposed item={item} />
        {children}
      </div>
    </li>
  );
}

/** Who gave it back, and why; nothing where nobody did. */
export function Returned({ item: { agency, returnReason, target, hop } }: { item: Waiting }) {
  const { t } = useTranslation();
  const agencyName = useAgencyName();
  return (
    agency && (
      <p className={css.returned}>
        {t("Dikembalikan {{agency}}", { agency: agencyName(agency) })}
        {returnReason && `: ${t(misroutingWord(returnReason))}`}
        {target && `. ${t("Menyebut {{agency}}", { agency: agencyName(target) })}`}
        {hop > 1 && `. ${t("Sudah {{n}} kali pindah", { n: hop })}`}
      </p>
    )
  );
}

/** Which agencies the system considers, and why. */
export function Proposed({ item }: { item: Waiting }) {
  const { t } = useTranslation();
  const agencyName = useAgencyName();
  const options = item.options.filter(({ agency }) => agency !== item.agency);
  return (
    options.length > 0 && (
      <>
        <p className="hint">{t("Usulan sistem")}</p>
        <ol className={css.options}>
          {options.map((option) => (
            <li key={option.agency + option.by}>
              <b>{agencyName(option.agency)}</b>
              {option.confidence > 0 && <span>{percent(option.confidence)}</span>}
              <small>{option.reason}</small>
            </li>
          ))}
        </ol>
      </>
    )
  );
}
