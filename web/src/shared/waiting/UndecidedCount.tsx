import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { number } from "../lib/time";
import css from "./Waiting.module.css";
import { MANY, undecidedCountQuery } from "./waiting";

/** How many complaints wait for a coordinator; nothing while none does. */
export function UndecidedCount() {
  const { t } = useTranslation();
  const waiting = useQuery(undecidedCountQuery).data?.waiting ?? 0;
  return (
    waiting > 0 && (
      <b className={css.count} id="undecided-count">
        {number(waiting)}
        {waiting >= MANY && "+"}
        <span className="unseen"> {t("menunggu")}</span>
      </b>
    )
  );
}
