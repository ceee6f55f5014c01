import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { routing, take } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { useDirectory } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { isLeaving, leaving, letGo, type Doing } from "../../shared/leaving/leaving";
import { useStore } from "../../shared/lib/store";
import { Each } from "../../shared/ui/Each";
import { warn } from "../../shared/ui/notices";
import { Bones, Empty, Failure } from "../../shared/ui/parts";
import { useKeys } from "../../shared/ui/useKeys";
import { noLongerWaits, useWaiting, type Waiting } from "../../shared/waiting/waiting";
import { MoreWaiting } from "../../shared/waiting/WaitingList";
import { AgencyBox } from "./AgencyBox";
import { choicesFor, chosenBefore, type Choice } from "./choices";
import css from "./Undecided.module.css";
import { UndecidedRow } from "./UndecidedRow";

interface Dispatch {
  item: Waiting;
  to: Choice;
}

const post = ({ item, to }: Dispatch, doing: Doing) => {
  const path = { params: { path: { id: item.id } }, ...doing };
  return take(
    to.outside
      ? routing.POST("/api/routing/v1/cases/{id}/referral", { ...path, body: { institution: to.id } })
      : routing.POST("/api/routing/v1/cases/{id}/destination", { ...path, body: { agency: to.id } }),
  );
};

/** What did not get through waits again, and is told. */
function useDispatch() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const ask = () => queries.invalidateQueries({ queryKey: ["waiting"] });
  return (dispatch: Dispatch) => {
    const { id, number } = dispatch.item;
    letGo({
      about: id,
      said: t(dispatch.to.outside ? "Merujuk {{number}} ke {{where}}" : "Mengirim {{number}} ke {{where}}", {
        number,
        where: dispatch.to.name,
      }),
      post: (doing) => post(dispatch, doing),
      went: () => {
        noLongerWaits(queries, id);
        return ask();
      },
      failed: (failure) => {
        warn(
          `${number}: ${failure instanceof Problem ? failure.detail : t("Layanan tidak dapat dihubungi saat ini.")}`,
        );
        return ask();
      },
    });
  };
}

function Search({ text, look }: { text: string; look: (text: string) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(text);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        look(typed.trim());
      }}
    >
      <input
        type="search"
        id="waiting-search"
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        aria-label={t("Cari dalam isi aduan")}
        placeholder={t("Cari isi atau nomor")}
      />{" "}
      <button type="submit">{t("Cari")}</button>
    </form>
  );
}

/** The complaints that a coordinator decides on, one under the other, by pointer or by keys. */
export function Undecided() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const undecided = useWaiting("undecided", text);
  const dispatch = useDispatch();
  const going = useStore(leaving);
  const items = undecided.items.filter(({ id }) => !isLeaving(going, id));
  const { found } = undecided;
  if (found.isPending) {
    return text ? (
      <>
        <Search text={text} look={setText} />
        <Bones />
      </>
    ) : (
      <Bones />
    );
  }
  if (found.isError && items.length === 0) {
    return <Failure of={found.error} retry={() => void found.refetch()} />;
  }
  return (
    <>
      <Search text={text} look={setText} />
      {items.length === 0 ? (
        <div className="sheet">
          <Empty title={t(text ? "Tidak ada aduan di sini" : "Semua aduan sudah punya tujuan.")} id="waiting-empty" />
        </div>
      ) : (
        <Rows items={items} dispatch={dispatch} />
      )}
      <MoreWaiting of={undecided} />
    </>
  );
}

function Rows({ items, dispatch }: { items: Waiting[]; dispatch: (dispatch: Dispatch) => void }) {
  const directory = useDirectory();
  const decides = person().roles.has("coordinator");
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState<string>();
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  /** By id what was chosen; undefined where the choice was let go. */
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice | undefined>>(new Map());
  const at = items.findIndex(({ id }) => id === current);
  const here = items[at];

  const goTo = (next: number) => list.current?.querySelectorAll<HTMLElement>(":scope > li")[next]?.focus();
  const move = (by: number) => goTo(Math.max(0, Math.min(items.length - 1, at + by)));
  const fold = ({ id }: Waiting) =>
    setUnfolded((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const chosenFor = (item: Waiting) => {
    const before = chosenBefore(item);
    return choices.has(item.id)
      ? choices.get(item.id)
      : choicesFor(item, directory).find(({ id, outside }) => id === before && !outside);
  };
  const sendOn = (item: Waiting) => {
    const to = chosenFor(item);
    if (to) {
      // What is next takes its place, and the keyboard goes on there.
      move(items[at + 1] ? 1 : -1);
      dispatch({ item, to });
    } else {
      document.getElementById(`agency-${item.id}`)?.focus();
    }
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => here && fold(here),
    ...(decides && {
      p: () => here && document.getElementById(`agency-${here.id}`)?.focus(),
      Enter: () => here && sendOn(here),
    }),
  });

  return (
    <>
      <Help decides={decides} />
      <ol className={css.rows} id="waiting" ref={list}>
        <Each of={items}>
          {(item) => (
            <UndecidedRow
              item={item}
              current={item.id === current}
              unfolded={unfolded.has(item.id)}
              fold={() => fold(item)}
              reached={() => setCurrent(item.id)}
            >
              {decides && (
                <Decision
                  item={item}
                  choices={choicesFor(item, directory)}
                  chosen={chosenFor(item)}
                  choose={(choice) => setChoices((before) => new Map(before).set(item.id, choice))}
                  send={() => sendOn(item)}
                />
              )}
            </UndecidedRow>
          )}
        </Each>
      </ol>
    </>
  );
}

interface DecisionProps {
  item: Waiting;
  choices: Choice[];
  chosen: Choice | undefined;
  choose: (choice: Choice | undefined) => void;
  send: () => void;
}

function Decision({ item, choices, chosen, choose, send }: DecisionProps) {
  const { t } = useTranslation();
  return (
    <form
      className={css.decide}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <AgencyBox
        id={`agency-${item.id}`}
        label={t("Tujuan {{number}}", { number: item.number })}
        choices={choices}
        chosen={chosen}
        choose={choose}
      />
      <button type="submit" className="main decide" disabled={!chosen}>
        {t(chosen?.outside ? "Rujuk ke luar" : "Kirim")}
        <span className="unseen"> {item.number}</span>
      </button>
    </form>
  );
}

function Help({ decides }: { decides: boolean }) {
  const { t } = useTranslation();
  return (
    <p className={`hint ${css.help}`} id="waiting-keys">
      <span>
        <kbd>j</kbd> <kbd>k</kbd> {t("pindah baris")}
      </span>
      <span>
        <kbd>o</kbd> {t("selengkapnya")}
      </span>
      {decides ? (
        <>
          <span>
            <kbd>p</kbd> {t("pilih instansi")}
          </span>
          <span>
            <kbd>Enter</kbd> {t("kirim")}
          </span>
          <span>
            <kbd>z</kbd> {t("batalkan")}
          </span>
        </>
      ) : (
        <span>{t("Menunggu koordinator.")}</span>
      )}
    </p>
  );
}
