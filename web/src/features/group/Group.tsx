import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { desk, routing, take } from "../../shared/api/call";
import { useDirectory } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { useChanges } from "../../shared/live/changes";
import { Each } from "../../shared/ui/Each";
import { say } from "../../shared/ui/notices";
import { Countdown, Failure, Heading } from "../../shared/ui/parts";
import { useWaiting, type Waiting } from "../../shared/waiting/waiting";
import { MoreWaiting, WaitingList } from "../../shared/waiting/WaitingList";
import css from "./Group.module.css";

/** What the coordination group is offered; the first claim gets one. */
export function Group() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false });
  const { group } = useDirectory();
  useChanges(undefined);
  const offered = useWaiting("offered");
  const name = group ?? t("Grup aduan");
  return (
    <div className="page stack">
      <Heading name={name}>{name}</Heading>
      <p className="hint">
        {t(
          "Ambil aduan yang menjadi tugas instansi Anda. Yang tidak diambil sampai waktunya diteruskan sistem ke instansi yang diusulkan.",
        )}
      </p>
      <WaitingList of={offered} empty={t("Tidak ada aduan yang menunggu di grup.")} focused={id}>
        {(item) => <Claim item={item} />}
      </WaitingList>
      {id && !offered.found.isPending && !offered.items.some((item) => item.id === id) && (
        <p role="status">
          {t("Aduan yang ditautkan tidak lagi menunggu di grup.")}{" "}
          <Link to="/kasus/$id" params={{ id }}>
            {t("Buka aduan")}
          </Link>
        </p>
      )}
      {person().roles.has("agency-admin") && <Claimed />}
      <MoreWaiting of={offered} />
    </div>
  );
}

const LATELY = 10;

/** What lies new on the own desk; what was claimed by mistake is handed on from here, and routing keeps count of it. */
function Claimed() {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ["cases", "claimed"],
    queryFn: () =>
      take(
        desk.GET("/api/response/v1/cases", {
          params: { query: { status: "DISPATCHED", sort: "NEWEST", limit: LATELY } },
        }),
      ),
  });
  if (!found.data || found.data.items.length === 0) {
    return null;
  }
  return (
    <section className="sheet stack" aria-labelledby="claimed-heading" id="claimed">
      <h2 id="claimed-heading">{t("Baru masuk di instansi Anda")}</h2>
      <ul className={css.claimed}>
        <Each of={found.data.items}>
          {({ id, number, title, summary, dispatchedAt, nextDueAt }) => (
            <li>
              <Link to="/kasus/$id" params={{ id }}>
                <span className="number">{number}</span> {title ?? summary ?? t("Aduan rahasia, isinya terkunci")}
              </Link>
              <Countdown dueAt={nextDueAt} since={dispatchedAt} />
              <Link to="/kasus/$id" params={{ id }} hash="return" className="hand-over">
                {t("Serahkan ke instansi lain")}
                <span className="unseen"> {number}</span>
              </Link>
            </li>
          )}
        </Each>
      </ul>
    </section>
  );
}

function Claim({ item }: { item: Waiting }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const claiming = useMutation({
    mutationFn: () => take(routing.POST("/api/routing/v1/cases/{id}/claim", { params: { path: { id: item.id } } })),
    onSuccess: () => say(t("Aduan {{number}} kini ada di antrean instansi Anda.", { number: item.number })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["waiting"] }),
        queries.invalidateQueries({ queryKey: ["cases"] }),
      ]),
  });
  if (!person().roles.has("agency-admin")) {
    return <p className="hint">{t("Menunggu diambil admin instansi.")}</p>;
  }
  return (
    <>
      {claiming.isError && <Failure of={claiming.error} inline />}
      <div>
        <button type="button" className="main claim" disabled={claiming.isPending} onClick={() => claiming.mutate()}>
          {t("Ambil aduan ini")}
        </button>
      </div>
    </>
  );
}
