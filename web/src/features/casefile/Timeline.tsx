import { useTranslation } from "react-i18next";
import { desk, take } from "../../shared/api/call";
import { useKept } from "../../shared/kept/useKept";
import { clock, day } from "../../shared/lib/time";
import { misroutingWord } from "../../shared/lib/words";
import { Failure } from "../../shared/ui/parts";
import { may, useDeed, type CaseFile } from "./case";
import css from "./CasePage.module.css";
import { byWord, happenedWord } from "./words";

interface Line {
  key: string;
  at: string;
  by: string;
  what: string;
  who: string | undefined;
  text: string | undefined;
  noEffect: string | undefined;
}

/** Everything that happened to the case, whoever did it, oldest first; notes among colleagues stand in their place. */
export function Timeline({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const lines: Line[] = [
    ...file.timeline
      .filter(({ what }) => what !== "NOTE")
      .map(({ at, by, what, who, text, noEffect }, index) => ({ key: `${index}`, at, by, what, who, text, noEffect })),
    ...file.notes.map(({ id, at, author, text }) => ({
      key: id,
      at,
      by: "AGENCY",
      what: "NOTE",
      who: author,
      text,
      noEffect: undefined,
    })),
  ].sort((a, b) => a.at.localeCompare(b.at));
  let before = "";
  return (
    <>
      <ol className={css.timeline} id="case-timeline">
        {lines.map((line) => {
          const today = day(line.at);
          const sameDay = today === before;
          before = today;
          return (
            <li key={line.key} data-by={line.by} data-what={line.what} data-void={line.noEffect ? "" : undefined}>
              <time dateTime={line.at}>
                {!sameDay && (
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
                      {line.who}, {t("tidak pernah terlihat warga")}
                    </small>
                  </h3>
                  <p>{line.text}</p>
                </div>
              ) : (
                <div>
                  <h3>
                    {t(happenedWord(line.what))}{" "}
                    <small>{[t(byWord(line.by)), line.who].filter(Boolean).join(" · ")}</small>
                  </h3>
                  {line.text && <p>{t(misroutingWord(line.text))}</p>}
                  {line.noEffect && (
                    <p>
                      <em>{t(line.noEffect)}</em>
                    </p>
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {may(file, "NOTE") && <NewNote id={file.id} />}
    </>
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
