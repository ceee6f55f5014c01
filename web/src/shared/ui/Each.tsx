import { Component, Fragment, type ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** The place of an item in its list: of a list, of a table (with how many columns), or within what stands already. */
type Place = "li" | "div" | { columns: number };

interface EachProps<T> {
  of: readonly T[];
  as?: Place;
  /** What tells one from the others; its id where nothing is said. */
  by?: (item: T) => string | number;
  children: (item: T, index: number) => ReactNode;
}

/**
 * The items of a list, one by one. One that cannot be drawn is told, with its number where it has one, and all others are
 * drawn.
 */
export function Each<T>({ of, as = "li", by = idOf, children }: EachProps<T>) {
  const keys = new Set<string>();
  return of.map((item, index) => {
    const key = keyOf(item, index, by);
    const own = keys.has(key) ? `${key} ${index}` : key;
    keys.add(own);
    return (
      <One key={own} of={item} as={as}>
        {() => children(item, index)}
      </One>
    );
  });
}

const idOf = (item: unknown): string => String((item as { id: unknown }).id);

function keyOf<T>(item: T, index: number, by: (item: T) => string | number): string {
  try {
    return String(by(item));
  } catch {
    return `#${index}`;
  }
}

interface OneProps {
  of: unknown;
  as: Place;
  children: () => ReactNode;
}

/** One item of whatever kind; another value of it is tried anew. */
export class One extends Component<OneProps, { of: unknown; isFailed: boolean }> {
  override state = { of: this.props.of, isFailed: false };

  static getDerivedStateFromError = () => ({ isFailed: true });

  static getDerivedStateFromProps = ({ of }: OneProps, tried: { of: unknown }) =>
    of === tried.of ? null : { of, isFailed: false };

  override render(): ReactNode {
    const { of, as, children } = this.props;
    return this.state.isFailed ? <Lost of={of} as={as} /> : <Drawn>{children}</Drawn>;
  }
}

/** Draws within the boundary, not before it. */
const Drawn = ({ children }: { children: () => ReactNode }) => <Fragment>{children()}</Fragment>;

function Lost({ of, as }: Omit<OneProps, "children">) {
  const { t } = useTranslation();
  const number = numberOf(of);
  const said = number
    ? t("Baris ini tidak dapat ditampilkan: {{number}}", { number })
    : t("Baris ini tidak dapat ditampilkan.");
  if (typeof as === "object") {
    return (
      <tr className="lost">
        <td colSpan={as.columns}>{said}</td>
      </tr>
    );
  }
  const Tag = as;
  return <Tag className="lost">{said}</Tag>;
}

function numberOf(of: unknown): string | undefined {
  const number = typeof of === "object" && of !== null && "number" in of ? of.number : undefined;
  return typeof number === "string" ? number : undefined;
}
