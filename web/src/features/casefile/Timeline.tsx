import { useTranslation } from "react-i18next";
import { desk, take } from "../../shared/api/call";
import { useKept } from "../../shared/kept/useKept";
import { clock, day } from "../../shared/lib/time";
import { misroutingWord } from "../../shared/lib/words";
import { Each } from "../../shared/ui/Each";
import { Failure } from "../../shared/ui/parts";
import { may, useDeed, type CaseFile } from "./case";
import css from "./CasePage.module.css";
import { byWord, happenedWord } from "./words";

interface Line {
  key: string;
  at: string;
  by: string;
  what: string;
  who?: string | undefined;
  text?: string | undefined;
  noEffect?: string | undefined;
  identityMeant?: boolean | undefined;
  attachments?: unknown[] | undefined;
}

/** Everything that happened to the case, whoever did it, oldest first; notes among colleagues stand in their place. */
export function Timeline({ file }: { file: CaseFile }) {
  const lines = linesOf(file);
  return (
    <>
      <ol className={css.timeline} id="case-timeline">
        <Each of={lines} by={({ key }) => key}>
          {(line, place) => <Happened line={line} before={lines[place - 1]} />}
        </Each>
      </ol>
      {may(file, "NOTE") && <NewNote id={file.id} />}
    </>
  );
}

/** Each as it came, so that one that cannot be drawn is alone in that. */
function linesOf(file: CaseFile): Line[] {
  let answers = 0;
  const told = file.timeline
    .filter((entry) => entry?.what !== "NOTE")
    .map((entry, index): Line => {
      answers += entry?.what === "PUBLISH" && !entry.noEffect ? 1 : 0;
      const isAnother = entry?.what === "PUBLISH" && answers > 1;
      return { ...entry, key: `${index}`, ...(isAnother ? { what: "PUBLISH_AGAIN" } : {}) };
    });
  const notes = file.notes.map((note): Line => ({
    ...note,
    key: note?.id ?? "?",
    by: "AGENCY",
    what: "NOTE",
    who: note?.author,
  }));
  return [...told, ...notes].sort((a, b) => String(a.at).localeCompare(String(b.at)));
}

function Happened({ line, before }: { line: Line; before: Line | undefined }) {
  const { t } = useTranslation();
  if (typeof line.what !== "string") {
    throw new TypeError("what happened is not said");
  }
  const today = day(line.at);
  // What somebody wrote is no sentence of ours, whatever stands in it.
  const reason = misroutingWord(line.text ?? "");
  return (
    <li data-by={line.by} data-what={line.what} data-void={line.noEffect ? "" : undefined}>
      <time dateTime={line.at}>
        {(!before || today !== day(before.at)) && (
          <>
            {today}
            <br />
          </>
        )}
        {clock(line.at)}
      </time>
      <i aria-hidden="true" />
      {line.what === "NOTE" ? (
        <div className={css.note}>
          <h3>
            <b>{t("Catatan internal")}</b>{" "}
            <small>
              <bdi>{line.who}</bdi>, {t("tidak pernah terlihat warga")}
            </small>
          </h3>
          <p dir="auto">{line.text}</p>
        </div>
      ) : (
        <div>
          <h3>
            {t(happenedWord(line.what))}{" "}
            <small>
              {t(byWord(line.by))}
              {line.who && (
                <>
                  {" · "}
                  <bdi>{line.who}</bdi>
                </>
              )}
            </small>
          </h3>
          {line.text && <p dir="auto">{reason === line.text ? reason : t(reason)}</p>}
          {line.attachments && (
            <p className="hint">{t("{{n}} lampiran, di samping isi aduan.", { n: line.attachments.length })}</p>
          )}
          {line.identityMeant && (
            <p className="hint">
              <em>{t("Dikirim dengan data pribadi, atas pernyataan pengirim.")}</em>
            </p>
          )}
          {line.noEffect && (
            <p>
              <em>{t(line.noEffect)}</em>
            </p>
          )}
        </div>
      )}
    </li>
  );
}

function NewNote({ id }: { id: string }) {
  const { t } = useTranslation();
  const [text, write] = useKept(`note.${id}`);
  const noting = useDeed(
    id,
    (words: string) =>
      take(desk.POST("/api/response/v1/cases/{id}/notes", { params: { path: { id } }, body: { text: words } })),
    () => write(""),
  );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") {
          noting.mutate(text.trim());
        }
      }}
    >
      <div className="field">
        <label htmlFor="note-text">{t("Catatan internal baru")}</label>
        <p className="hint">{t("Hanya untuk rekan sekerja; tidak pernah terlihat warga.")}</p>
        <textarea
          id="note-text"
          rows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => write(event.target.value)}
        />
      </div>
      {noting.isError && <Failure of={noting.error} inline />}
      <div className="row">
        <button type="submit" id="note-send" disabled={text.trim() === "" || noting.isPending}>
          {t("Simpan catatan")}
        </button>
      </div>
    </form>
  );
}
