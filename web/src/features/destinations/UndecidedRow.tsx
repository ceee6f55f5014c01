import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCategories } from "../../shared/api/queries";
import { placeOf, regionsQuery } from "../../shared/api/regions";
import { person } from "../../shared/auth/person";
import { channelWord } from "../../shared/lib/words";
import { Marked } from "../../shared/ui/Marked";
import { Countdown, Time } from "../../shared/ui/parts";
import type { Waiting } from "../../shared/waiting/waiting";
import { Proposed, Returned } from "../../shared/waiting/WaitingCard";
import css from "./Undecided.module.css";

interface UndecidedRowProps {
  item: Waiting;
  current: boolean;
  unfolded: boolean;
  fold: () => void;
  /** The keyboard or the pointer came here. */
  reached: () => void;
  /** What the reader may do about it. */
  children: ReactNode;
}

/** A complaint as a row: what, where from, where and since when; unfolded its whole text and what is proposed. */
export function UndecidedRow({ item, current, unfolded, fold, reached, children }: UndecidedRowProps) {
  const { t } = useTranslation();
  const category = useCategories(person().government).find(({ id }) => id === item.category)?.name;
  const secret = item.text === null;
  return (
    <li className={css.row} data-id={item.id} data-current={current} tabIndex={-1} onFocus={reached}>
      <div className={css.what}>
        <h2>
          <span className="number">{item.number}</span>{" "}
          <bdi>{item.title ? <Marked text={item.title} found={item.found} /> : category}</bdi>
        </h2>
        <Returned item={item} />
        <p className={css.text} hidden={unfolded && !secret}>
          {item.text ? (
            <Marked text={item.text} found={item.found} />
          ) : (
            (item.text ?? t("Aduan rahasia. Isinya tersimpan terkunci."))
          )}
        </p>
      </div>
      <Origin item={item} category={item.title ? category : undefined} />
      <div className={css.side}>
        {children}
        <div className={css.foot}>
          <button type="button" className="link" aria-expanded={unfolded} onClick={fold}>
            {t(unfolded ? "Ringkas" : "Selengkapnya")}
            <span className="unseen"> {item.number}</span>
          </button>
          {item.dueAt && <Countdown dueAt={item.dueAt} since={item.receivedAt} />}
        </div>
      </div>
      {unfolded && (
        <div className={css.whole}>
          {item.text !== null && (
            <p className="reading" tabIndex={0} role="group" aria-label={t("Isi aduan")}>
              <Marked text={item.text ?? ""} found={item.found} />
            </p>
          )}
          <div>
            <Proposed item={item} />
          </div>
        </div>
      )}
    </li>
  );
}

function Origin({ item, category }: { item: Waiting; category: string | undefined }) {
  const { t } = useTranslation();
  const { data: regions } = useQuery(regionsQuery(person().government));
  const { village, district } = placeOf(regions?.districts ?? [], item.region ?? undefined);
  const place = [village?.name, district?.name].filter(Boolean).join(", ");
  return (
    <div className={css.origin}>
      <span>{[category, place || t("Tempat tidak disebut")].filter(Boolean).join(" · ")}</span>
      <span>
        {item.channel && `${t(channelWord(item.channel))} · `}
        <Time at={item.receivedAt} />
      </span>
    </div>
  );
}
