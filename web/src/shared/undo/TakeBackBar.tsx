import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../ui/useKeys";
import css from "./TakeBackBar.module.css";
import { takeBack, type Held } from "./takeBack";
import { useHeld } from "./useTakeBack";

/** What was ordered and has not left; once in the frame of the workspace. */
export function TakeBackBar() {
  const all = useHeld();
  const latest = all.at(-1);
  useKeys(latest ? { z: () => takeBack(latest.about) } : {});
  return (
    <div className={css.bar} role="status" id="take-back">
      <ul>
        {all.map((one) => (
          <Line key={one.about} of={one} latest={one === latest} />
        ))}
      </ul>
    </div>
  );
}

function Line({ of: { about, said, until }, latest }: { of: Held; latest: boolean }) {
  const { t } = useTranslation();
  return (
    <li>
      <span>{said}</span>
      <button type="button" onClick={() => takeBack(about)}>
        {t("Batalkan")}
        {latest && (
          <>
            {" "}
            <kbd aria-hidden="true">z</kbd>
          </>
        )}
        <span className="unseen">: {said}</span>
      </button>
      <Seconds until={until} />
    </li>
  );
}

/** For the eyes alone: read out each second it would drown everything else. */
function Seconds({ until }: { until: number }) {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1_000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const ticking = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(ticking);
  });
  return (
    <span className={css.seconds} aria-hidden="true">
      {seconds}
    </span>
  );
}
