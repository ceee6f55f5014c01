import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Each } from "../ui/Each";
import { Bones, Empty, Failure } from "../ui/parts";
import type { Found, Waiting } from "./waiting";
import css from "./Waiting.module.css";
import { WaitingCard } from "./WaitingCard";

interface WaitingListProps {
  of: Found;
  /** What to say when nothing waits. */
  empty: string;
  focused?: string | undefined;
  /** What the reader may do about one of them. */
  children: (item: Waiting) => ReactNode;
}

export function WaitingList({ of: { found, items }, empty, focused, children }: WaitingListProps) {
  if (found.isPending) {
    return <Bones />;
  }
  if (found.isError) {
    return <Failure of={found.error} retry={() => void found.refetch()} />;
  }
  if (items.length === 0) {
    return (
      <div className="sheet">
        <Empty title={empty} id="waiting-empty" />
      </div>
    );
  }
  return (
    <ol className={css.board} id="waiting">
      <Each of={items}>
        {(item) => (
          <WaitingCard item={item} focused={item.id === focused}>
            {children(item)}
          </WaitingCard>
        )}
      </Each>
    </ol>
  );
}

export function MoreWaiting({ of: { found } }: { of: Found }) {
  const { t } = useTranslation();
  return (
    found.hasNextPage && (
      <div>
        <button type="button" id="load-more" onClick={() => void found.fetchNextPage()}>
          {t("Muat lagi")}
        </button>
      </div>
    )
  );
}
