import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { person } from "../../shared/auth/person";
import { number } from "../../shared/lib/time";
import { Each } from "../../shared/ui/Each";
import { Bones, Dialog, Failure } from "../../shared/ui/parts";
import {
  attachmentsOf,
  contentQuery,
  disclosed,
  isPicture,
  isVoice,
  scannedQuery,
  type AttachedFile,
} from "./attachments";
import type { CaseFile } from "./case";
import { Purpose, Shown, TO_READ, useOpening } from "./Opening";
import css from "./Photos.module.css";

const READERS = ["agency-admin", "coordinator", "division-staff"];

/** What the citizen sent along, beside the words: photos to look at, papers to take home. */
export function Photos({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const files = attachmentsOf(file);
  const { roles } = person();
  if (files.length === 0) {
    return null;
  }
  return (
    <section className={css.photos} aria-label={t("Lampiran warga")} id="case-photos">
      {!READERS.some((role) => roles.has(role)) ? (
        <p className="hint">
          {t("{{n}} lampiran; hanya petugas yang menangani dapat membukanya.", { n: files.length })}
        </p>
      ) : file.visibility === "SECRET" ? (
        <Secret id={file.id} files={files} />
      ) : (
        <Gallery id={file.id} files={files} />
      )}
    </section>
  );
}

/** Opened for a purpose, and shut again. */
function Secret({ id, files }: { id: string; files: AttachedFile[] }) {
  const { t } = useTranslation();
  const opening = useOpening((purpose) => Promise.all(files.map((one) => disclosed(id, one.id, purpose))));
  const { shown } = opening;
  return shown ? (
    <Shown of={opening} name={t("Lampiran warga")}>
      <Gallery id={id} files={files} contents={shown} />
    </Shown>
  ) : (
    <>
      <p className="hint">{t("Aduan rahasia dengan {{n}} lampiran yang tersimpan terkunci.", { n: files.length })}</p>
      <button type="button" id="photos-open" onClick={opening.ask}>
        {t("Buka lampiran")}
      </button>
      <Purpose of={opening} title={t("Buka lampiran")} usual={TO_READ} />
    </>
  );
}

interface GalleryProps {
  id: string;
  files: AttachedFile[];
  /** What was opened already, in the order of the files. */
  contents?: Blob[];
}

function Gallery({ id, files, contents }: GalleryProps) {
  const { t } = useTranslation();
  const scanned = useQuery(scannedQuery(id));
  const [large, enlarge] = useState<number>();
  const pictures = files.filter(isPicture);
  const unscanned = scanned.data?.items.some((one) => !one.scanned) ?? false;
  const contentOf = (one: AttachedFile) => contents?.[files.indexOf(one)];
  return (
    <>
      <ul className={css.gallery}>
        <Each of={files}>
          {(one) =>
            isPicture(one) ? (
              <Photo
                id={id}
                of={one}
                content={contentOf(one)}
                name={t("Foto {{n}} dari {{all}}", { n: pictures.indexOf(one) + 1, all: pictures.length })}
                enlarge={() => enlarge(pictures.indexOf(one))}
              />
            ) : isVoice(one) ? (
              <Voice id={id} of={one} content={contentOf(one)} />
            ) : (
              <Paper id={id} of={one} content={contentOf(one)} />
            )
          }
        </Each>
      </ul>
      {unscanned && <p className="hint">{t("Belum dipindai dari program jahat.")}</p>}
      {large !== undefined && (
        <Viewer
          id={id}
          pictures={pictures}
          at={large}
          go={enlarge}
          contentOf={contentOf}
          close={() => enlarge(undefined)}
        />
      )}
    </>
  );
}

interface FileProps {
  id: string;
  of: AttachedFile;
  content: Blob | undefined;
}

/** What was opened already, or what intake shows. */
function useContent({ id, of, content }: FileProps, wanted = true) {
  const found = useQuery({ ...contentQuery(id, of.id), enabled: wanted && content === undefined });
  return { content: content ?? found.data, failure: found.error };
}

/** For as long as it is shown. */
function useAddress(content: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!content) {
      return;
    }
    const made = URL.createObjectURL(content);
    setAddress(made);
    return () => {
      URL.revokeObjectURL(made);
      setAddress(undefined);
    };
  }, [content]);
  return address;
}

function Photo({ name, enlarge, ...file }: FileProps & { name: string; enlarge: () => void }) {
  const { content, failure } = useContent(file);
  const address = useAddress(content);
  return (
    <li>
      {failure ? (
        <Failure of={failure} inline />
      ) : (
        <button type="button" className={css.photo} onClick={enlarge} aria-haspopup="dialog">
          {address ? <img src={address} alt={name} /> : <Bones lines={3} />}
        </button>
      )}
    </li>
  );
}

/** Fetched once somebody wants to listen, which goes on record. */
function Voice(file: FileProps) {
  const { t } = useTranslation();
  const [wanted, want] = useState(false);
  const { content, failure } = useContent(file, wanted);
  const address = useAddress(content);
  return (
    <li>
      {failure ? (
        <Failure of={failure} inline />
      ) : address ? (
        <audio className={css.voice} controls autoPlay={wanted} src={address} aria-label={t("Pesan suara")} />
      ) : (
        <button type="button" onClick={() => want(true)} disabled={wanted}>
          ▶ {t("Dengarkan pesan suara")}
        </button>
      )}
    </li>
  );
}

function Paper(file: FileProps) {
  const { t } = useTranslation();
  const [wanted, want] = useState(false);
  const { content, failure } = useContent(file, wanted);
  const address = useAddress(content);
  useEffect(() => {
    if (wanted && address) {
      Object.assign(document.createElement("a"), { href: address, download: "lampiran.pdf" }).click();
      want(false);
    }
  }, [wanted, address]);
  return (
    <li>
      <button type="button" className="link" onClick={() => want(true)}>
        {t("Unduh PDF")}
      </button>{" "}
      <span className="hint">{number(Math.ceil(file.of.size / 1024))} kB</span>
      {failure && <Failure of={failure} inline />}
    </li>
  );
}

interface ViewerProps {
  id: string;
  pictures: AttachedFile[];
  at: number;
  go: (to: number) => void;
  contentOf: (one: AttachedFile) => Blob | undefined;
  close: () => void;
}

/** One photo in full; arrows lead to the others. */
function Viewer({ id, pictures, at, go, contentOf, close }: ViewerProps) {
  const { t } = useTranslation();
  const shown = pictures[at];
  // Whoever came by keys goes on from the photo that they opened.
  const [from] = useState(() => document.activeElement);
  useEffect(() => () => (from as HTMLElement | null)?.focus(), [from]);
  const to = (by: number) => go((at + by + pictures.length) % pictures.length);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by !== undefined) {
        event.preventDefault();
        to(by);
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
  const name = t("Foto {{n}} dari {{all}}", { n: at + 1, all: pictures.length });
  return (
    shown && (
      <Dialog
        id="photo-viewer"
        title={name}
        close={close}
        actions={
          pictures.length > 1 && (
            <>
              <button type="button" onClick={() => to(-1)}>
                ← {t("Sebelumnya")}
              </button>
              <button type="button" onClick={() => to(1)}>
                {t("Berikutnya")} →
              </button>
            </>
          )
        }
      >
        <Full key={shown.id} id={id} of={shown} content={contentOf(shown)} name={name} />
      </Dialog>
    )
  );
}

function Full({ name, ...file }: FileProps & { name: string }) {
  const { content, failure } = useContent(file);
  const address = useAddress(content);
  return failure ? (
    <Failure of={failure} inline />
  ) : address ? (
    <img className={css.full} src={address} alt={name} />
  ) : (
    <Bones lines={6} />
  );
}
