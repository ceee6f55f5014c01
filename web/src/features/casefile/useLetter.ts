import { useTranslation } from "react-i18next";
import { desk, postLeaving, take } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { timesOf } from "../../shared/leaving/left";
import { letGo, type Told } from "../../shared/leaving/leaving";
import { warn } from "../../shared/ui/notices";
import { useDeed, type CaseFile } from "./case";

interface Bodies {
  answer: { draftVersion: number };
  "information-request": { question: string };
}

interface Post<D extends keyof Bodies> {
  deed: D;
  body: Bodies[D];
  key: string;
  done: () => void;
}

/** Lets go what a citizen shall read: in ten seconds, whatever page is open by then; before that it can be taken back. */
export function useLetter(file: CaseFile, act: Told["act"]) {
  const { t } = useTranslation();
  const { id, number } = file;
  const sending = useDeed(id, async ({ deed, body, key, done }: Post<keyof Bodies>) => {
    const told = await take(
      desk.POST(`/api/response/v1/cases/{id}/${deed}`, {
        params: { path: { id } },
        headers: { "Idempotency-Key": key },
        keepalive: true,
        body: body as never,
      }),
    );
    done();
    return told;
  });
  const failed = (failure: unknown) =>
    warn(`${number}: ${t(failure instanceof Problem ? failure.detail : "Layanan tidak dapat dihubungi saat ini.")}`);
  return <D extends keyof Bodies>(deed: D, body: Bodies[D], done: () => void) => {
    const key = crypto.randomUUID();
    letGo({
      id,
      number,
      act,
      before: timesOf(act, file.timeline),
      send: () => sending.mutateAsync({ deed, body, key, done }).then(() => undefined, failed),
      sendLeaving: () => postLeaving(`/api/response/v1/cases/${id}/${deed}`, body, key),
    });
  };
}
