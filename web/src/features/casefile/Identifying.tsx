import { useTranslation } from "react-i18next";
import { desk, take } from "../../shared/api/call";
import { Each } from "../../shared/ui/Each";
import { Dialog } from "../../shared/ui/parts";
import { masked, type Found } from "./identity";

/** What in the words would tell who somebody is, as the service sees it. */
export async function identifying(id: string, text: string): Promise<Found[]> {
  const { found } = await take(
    desk.POST("/api/response/v1/cases/{id}/identity", { params: { path: { id } }, body: { text } }),
  );
  return found;
}

/** Asked before anything leaves that would tell who somebody is: to be masked at a click, or sent on purpose. */
export function Identifying(about: {
  text: string;
  found: Found[];
  close: () => void;
  mask: (text: string) => void;
  send: () => void;
}) {
  const { t } = useTranslation();
  const { text, found, close } = about;
  return (
    <Dialog title={t("Teks ini memuat data pribadi")} close={close}>
      <p>{t("Yang Anda kirim dibaca warga, dan dapat dibaca umum. Bagian ini seperti milik seseorang:")}</p>
      <ul id="identifying">
        <Each of={found} by={({ from }) => `${from}`}>
          {({ word, from, to }) => (
            <li>
              <bdi>“{text.slice(from, to)}”</bdi> — {t(word)}
            </li>
          )}
        </Each>
      </ul>
      <div className="row">
        <button type="button" className="main" id="mask-identity" onClick={() => about.mask(masked(text, found))}>
          {t("Samarkan")}
        </button>
        <button type="button" id="mean-identity" onClick={about.send}>
          {t("Kirim apa adanya, tercatat")}
        </button>
        <button type="button" onClick={close}>
          {t("Batal")}
        </button>
      </div>
    </Dialog>
  );
}
