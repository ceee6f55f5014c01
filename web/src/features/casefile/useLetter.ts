import { useTranslation } from "react-i18next";
import { Problem } from "../../shared/api/problem";
import { timesOf } from "../../shared/leaving/left";
import { letGo, type Doing, type Told } from "../../shared/leaving/leaving";
import { GOES } from "../../shared/leaving/words";
import { warn } from "../../shared/ui/notices";
import { useOutcome, type CaseFile } from "./case";

/** Lets go what a citizen shall read: in ten seconds, whatever page is open by then; before that it can be taken back. */
export function useLetter(file: CaseFile, act: Told["act"]) {
  const { t } = useTranslation();
  const { id, number } = file;
  const outcome = useOutcome(id);
  return (post: (doing: Doing) => Promise<CaseFile | undefined>, done: () => void) =>
    letGo({
      about: id,
      said: t(GOES[act], { number }),
      letter: { number, act, before: timesOf(act, file.timeline) },
      post,
      went: (answered) => {
        outcome.went(answered);
        done();
      },
      failed: (failure) => {
        outcome.failed();
        warn(
          `${number}: ${t(failure instanceof Problem ? failure.detail : "Layanan tidak dapat dihubungi saat ini.")}`,
        );
      },
    });
}
