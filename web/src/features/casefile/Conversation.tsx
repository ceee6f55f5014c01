import { useTranslation } from "react-i18next";
import { intake, take, type IntakeSchemas } from "../../shared/api/call";
import { person } from "../../shared/auth/person";
import { channelWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Time } from "../../shared/ui/parts";
import type { CaseFile } from "./case";
import css from "./Conversation.module.css";
import { Purpose, Shown, TO_READ, useOpening } from "./Opening";

/** Channels on which citizen and office write to each other. */
const CHATS = ["WHATSAPP", "TELEGRAM", "FACEBOOK", "INSTAGRAM", "X"];
const READERS = ["agency-admin", "coordinator", "division-staff"];

/** What citizen and office wrote to each other where the complaint came from; opened for a purpose, and on record. */
export function Conversation({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const { roles } = person();
  const opening = useOpening((purpose) =>
    take(
      intake.POST("/api/intake/v1/complaints/{id}/conversation/disclosure", {
        params: { path: { id: file.id } },
        body: { purpose },
      }),
    ),
  );
  if (!CHATS.includes(file.channel) || !READERS.some((role) => roles.has(role))) {
    return null;
  }
  const { shown } = opening;
  return (
    <section className="sheet stack" aria-labelledby="conversation-heading" id="case-conversation">
      <h2 id="conversation-heading">{t("Percakapan")}</h2>
      {shown ? (
        <Shown of={opening} name={t("Percakapan")}>
          <Lines of={shown} />
        </Shown>
      ) : (
        <>
          <p className="hint">
            {t("Aduan ini disampaikan lewat {{channel}}. Percakapannya memuat kata-kata asli warga.", {
              channel: t(channelWord(file.channel)),
            })}
          </p>
          <div className="row">
            <button type="button" id="conversation-open" onClick={opening.ask}>
              {t("Buka percakapan")}
            </button>
          </div>
        </>
      )}
      <Purpose of={opening} title={t("Buka percakapan")} usual={TO_READ} />
    </section>
  );
}

function Lines({ of }: { of: IntakeSchemas["Transcript"] }) {
  const { t } = useTranslation();
  return (
    <>
      <Window of={of} />
      {of.isCut && <p className="hint">{t("Yang lebih lama tidak ditampilkan.")}</p>}
      <ol className={css.lines}>
        <Each of={of.lines}>
          {(line) => (
            <li className={line.ours ? css.ours : css.theirs}>
              <p className="unseen">{line.ours ? t("Layanan") : t("Warga")}</p>
              {line.text === undefined ? (
                <p className="hint">{t("Hanya untuk warga; tidak ditampilkan.")}</p>
              ) : (
                line.text && <p className={css.words}>{line.text}</p>
              )}
              {line.files > 0 && (
                <p className="hint">{t("{{n}} lampiran, di samping isi aduan.", { n: line.files })}</p>
              )}
              {line.choices.length > 0 && <p className={css.choices}>{line.choices.join(" · ")}</p>}
              <p className="hint">
                <Time at={line.at} />
              </p>
            </li>
          )}
        </Each>
      </ol>
    </>
  );
}

/** Whether the citizen may be written to there now. */
function Window({ of }: { of: IntakeSchemas["Transcript"] }) {
  const { t } = useTranslation();
  const { freeUntil } = of;
  if (of.stopped) {
    return <p className="hint">{t("Warga tidak mau dikirimi pesan lagi di sini; jawaban pergi lewat jalan lain.")}</p>;
  }
  if (freeUntil && Date.parse(freeUntil) > Date.now()) {
    return (
      <p className="hint">
        {t("Jawaban dapat dikirim utuh di sini sampai")} <Time at={freeUntil} />.
      </p>
    );
  }
  return (
    <p className="hint">
      {t("Warga sudah lama tidak menulis: yang dikirim di sini hanya pesan baku dengan tautan ke jawaban.")}
    </p>
  );
}
