import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { VIEWS } from "../../shared/addresses/queue";
import { useClockName } from "../../shared/api/clocks";
import { useCategories } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { useStore } from "../../shared/lib/store";
import { day, number } from "../../shared/lib/time";
import { isUnseen } from "../../shared/lib/unseen";
import { channelWord } from "../../shared/lib/words";
import { listsAreOld, useChanges } from "../../shared/live/changes";
import { One } from "../../shared/ui/Each";
import { Marked } from "../../shared/ui/Marked";
import { Bones, Countdown, Empty, Failure, Heading, Status } from "../../shared/ui/parts";
import { useKeys } from "../../shared/ui/useKeys";
import { Bulk } from "./Bulk";
import { Chips, Filters, Search } from "./Filters";
import { homeView } from "./home";
import css from "./Queue.module.css";
import { casesQuery, countsQuery, type CaseRow } from "./queries";
import { queryOf, VIEW, viewOf } from "./search";
import { useCaseDeeds } from "./useCaseDeeds";

const ROW_HEIGHT = 66;

export function Queue() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/" });
  const view = viewOf(search, homeView());
  const query = useMemo(() => queryOf(search, homeView()), [search]);
  const found = useInfiniteQuery(casesQuery(query));
  const rows = useMemo(() => found.data?.pages.flatMap((page) => page.items as CaseRow[]) ?? [], [found.data]);
  const [chosen, setChosen] = useState<ReadonlyMap<string, CaseRow>>(new Map());
  useChanges(undefined);
  useEffect(() => setChosen(new Map()), [query]);

  const toggle = (row: CaseRow) => {
    const next = new Map(chosen);
    if (!next.delete(row.id)) {
      next.set(row.id, row);
    }
    setChosen(next);
  };

  return (
    <div className={css.page}>
      <Views current={view} />
      <section className={css.body}>
        <div className={css.head}>
          <Heading name={`${t(VIEW[view].word)} – ${t("Antrean")}`}>{t(VIEW[view].word)}</Heading>
          <Search />
          <Filters />
        </div>
        <div>
          <Chips />
          <OldList />
        </div>
        {found.isPending ? (
          <div className={css.list} id="queue">
            <div className="sheet">
              <Bones lines={12} />
            </div>
          </div>
        ) : found.isError && rows.length === 0 ? (
          <div className={css.list} id="queue">
            <Failure of={found.error} retry={() => void found.refetch()} />
          </div>
        ) : rows.length === 0 ? (
          <div className={css.list} id="queue">
            <Empty title={t("Tidak ada aduan di sini")} id="queue-empty">
              <p>{t("Pilih tampilan lain atau longgarkan saringan.")}</p>
              <p>
                <Link to="/" search={{ tampilan: "semua" }}>
                  {t("Lihat semua aduan")}
                </Link>
              </p>
            </Empty>
          </div>
        ) : (
          <Rows
            rows={rows}
            more={found.hasNextPage}
            loadMore={() => !found.isFetching && void found.fetchNextPage()}
            chosen={chosen}
            toggle={toggle}
          />
        )}
        {chosen.size > 0 ? (
          <Bulk chosen={[...chosen.values()]} clear={() => setChosen(new Map())} />
        ) : (
          <p className={css.foot} role="status" id="queue-count">
            {found.hasNextPage
              ? t("{{n}} aduan dimuat, masih ada lagi", { n: number(rows.length) })
              : t("{{n}} aduan", { n: number(rows.length) })}
          </p>
        )}
      </section>
    </div>
  );
}

/** Long lists are not asked anew under the reader's hands. */
function OldList() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const old = useStore(listsAreOld);
  return old ? (
    <button
      type="button"
      className="link"
      id="queue-refresh"
      onClick={() => {
        listsAreOld.set(false);
        void queries.resetQueries({ queryKey: ["cases"] });
      }}
    >
      {t("Ada perubahan pada daftar ini. Tampilkan")}
    </button>
  ) : null;
}

function Views({ current }: { current: string }) {
  const { t } = useTranslation();
  const { data: counts } = useQuery(countsQuery);
  return (
    <nav className={css.views} aria-label={t("Tampilan antrean")}>
      <ol>
        {VIEWS.map((view) => {
          const { word, counted } = VIEW[view];
          const count = counts?.find((one) => one.view === counted);
          const pressing = (view === "lewat" || view === "keberatan") && (count?.count ?? 0) > 0;
          return (
            <li key={view}>
              <Link
                to="/"
                search={{ tampilan: view }}
                id={`view-${view}`}
                data-press={pressing}
                activeProps={{}}
                aria-current={current === view ? "page" : undefined}
              >
                <span>{t(word)}</span>
                {count && (
                  <b>
                    {number(count.count)}
                    {count.more ? "+" : ""}
                  </b>
                )}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

interface RowsProps {
  rows: CaseRow[];
  more: boolean;
  loadMore: () => void;
  chosen: ReadonlyMap<string, CaseRow>;
  toggle: (row: CaseRow) => void;
}

function Rows({ rows, more, loadMore, chosen, toggle }: RowsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { cari } = useSearch({ from: "/" });
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(-1);
  const { accept } = useCaseDeeds();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= rows.length - 20) {
      loadMore();
    }
  });

  const move = (by: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, at + by));
    setAt(next);
    virtual.scrollToIndex(next, { align: "auto" });
  };
  const here = rows[at];
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => here && void navigate({ to: "/kasus/$id", params: { id: here.id }, search: cari ? { cari } : {} }),
    x: () => here && toggle(here),
    a: () => here && here.status === "DISPATCHED" && accept(here),
    r: () => here && void navigate({ to: "/kasus/$id", params: { id: here.id }, hash: "return" }),
  });

  return (
    <div className={css.list} ref={box} tabIndex={0} role="region" aria-label={t("Daftar aduan")}>
      <ol className={css.rows} id="queue" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          return row !== undefined ? (
            <li
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              className={css.row}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={more ? -1 : rows.length}
              aria-posinset={index + 1}
              data-at={index === at}
              data-chosen={chosen.has(row?.id)}
            >
              <One of={row} as="div">
                {() => <Row row={row} chosen={chosen.has(row.id)} toggle={() => toggle(row)} />}
              </One>
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}

function Row({ row, chosen, toggle }: { row: CaseRow; chosen: boolean; toggle: () => void }) {
  const { t } = useTranslation();
  const who = person();
  const category = useCategories(who.government).find(({ id }) => id === row.category)?.name;
  const where = who.agency ? row.divisionName : row.agencyName;
  const clockName = useClockName();
  const { cari } = useSearch({ from: "/" });
  return (
    <>
      <label>
        <input
          type="checkbox"
          checked={chosen}
          onChange={toggle}
          aria-label={t("Pilih {{number}}", { number: row.number })}
        />
      </label>
      <span className={css.id}>
        <span className="number">{row.number}</span>
        <small>{day(row.receivedAt)}</small>
      </span>
      <div className={css.what}>
        <p>
          <Link to="/kasus/$id" params={{ id: row.id }} search={cari ? { cari } : {}}>
            <span className="unseen">{row.number} </span>
            <Words title={row.title} summary={row.summary} found={row.found} />
          </Link>
        </p>
        <p className="hint">
          {[where, category, t(channelWord(row.channel)), row.assigneeName].filter(Boolean).map((word, place) => (
            <Fragment key={place}>
              {place > 0 && " · "}
              <bdi>{word}</bdi>
            </Fragment>
          ))}
        </p>
      </div>
      <span className={css.state}>
        <Status of={row.status} />
        {row.approvalRequested && <small className="hint">{t("menunggu persetujuan")}</small>}
      </span>
      <span className={css.due}>
        {row.status === "NEEDS_INFO" && !row.nextDueAt ? (
          <span className="hint">{t("Dijeda sampai warga membalas")}</span>
        ) : (
          <Countdown dueAt={row.nextDueAt} since={row.dispatchedAt} name={clockName(row.nextClock)} />
        )}
      </span>
    </>
  );
}

/** How a complaint begins; each part keeps its own direction of writing to itself. */
function Words({ title, summary, found }: Pick<CaseRow, "title" | "summary" | "found">) {
  const { t } = useTranslation();
  if (title === undefined && summary === undefined) {
    return <span className={css.sealed}>{t("Aduan rahasia, isinya terkunci")}</span>;
  }
  if (isUnseen(`${title ?? ""}${summary ?? ""}`)) {
    return <span className={css.sealed}>{t("Isinya tanpa huruf yang terbaca.")}</span>;
  }
  return (
    <>
      {title && (
        <b>
          <bdi>
            <Marked text={title} found={found} />
          </bdi>
          {summary ? ". " : ""}
        </b>
      )}
      {summary && (
        <bdi>
          <Marked text={summary} found={found} />
        </bdi>
      )}
    </>
  );
}
