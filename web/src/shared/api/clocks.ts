import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { sopQuery } from "./sop";

const NAME: Record<string, { word: string }> = {
  PROMISE: { word: "Janji kepada warga" },
  DIVISION: { word: "Jawaban bidang" },
  FOLLOW_UP: { word: "Tindak lanjut" },
};

/** What people call a clock of the desk: the steps as their procedure does. */
export function useClockName(): (clock: string | undefined) => string | undefined {
  const { t } = useTranslation();
  const { data: sop } = useQuery(sopQuery);
  return (clock) =>
    clock === undefined
      ? undefined
      : Object.hasOwn(NAME, clock)
        ? t(NAME[clock]?.word ?? clock)
        : (sop?.steps.find(({ id }) => id === clock)?.activity ?? t("Langkah SOP"));
}
