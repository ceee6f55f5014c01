import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../shared/lib/time";
import { heightOf, optionOf, type Bars, type Look } from "./bars";
import css from "./Recap.module.css";

interface ChartProps extends Bars {
  name: string;
  /** Opens what is behind a bar, or behind a whole line. */
  open?: ((line: number, part?: number) => void) | undefined;
}

/** Bars to look at and to tap; who listens or has no pointer reads the table beside it, which says and opens the same. */
export function Chart({ name, lines, parts, open }: ChartProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const opening = useRef(open);
  opening.current = open;
  const description = t("Diagram batang: {{name}}. Angka yang sama ada dalam tabel.", { name });
  const bars = JSON.stringify({ lines, parts } satisfies Bars);
  useEffect(() => {
    const place = box.current;
    if (!place) {
      return;
    }
    let end: () => void = () => undefined;
    let gone = false;
    // Without the library, such as on a line that broke, the tables tell all there is.
    void import("./echarts")
      .then(({ init }) => {
        if (gone) {
          return;
        }
        const shown = JSON.parse(bars) as Bars;
        place.style.height = `${heightOf(shown, place.clientWidth)}px`;
        const chart = init(place, null, { renderer: "svg" });
        // The library empties its elements by writing text as HTML, which the front door's policy forbids.
        for (const element of [place, ...place.querySelectorAll("svg")]) {
          Object.defineProperty(element, "innerHTML", { configurable: true, set: () => element.replaceChildren() });
        }
        const draw = () => {
          place.style.height = `${heightOf(shown, place.clientWidth)}px`;
          chart.resize();
          chart.setOption(optionOf(shown, look(place.clientWidth), description, number, place.clientWidth), {
            notMerge: true,
          });
        };
        draw();
        chart.on(
          "click",
          (hit: { componentType?: string; dataIndex?: number; seriesIndex?: number }) =>
            hit.dataIndex !== undefined &&
            opening.current?.(hit.dataIndex, hit.componentType === "series" ? hit.seriesIndex : undefined),
        );
        const width = new ResizeObserver(draw);
        width.observe(place);
        const theme = new MutationObserver(draw);
        theme.observe(document.documentElement, { attributeFilter: ["data-theme"] });
        end = () => {
          width.disconnect();
          theme.disconnect();
          chart.dispose();
        };
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      end();
    };
  }, [bars, description]);
  return (
    <div
      ref={box}
      className={css.chart}
      role="img"
      aria-label={description}
      data-opens={open !== undefined}
      style={{ height: heightOf({ lines, parts }, 600) }}
    />
  );
}

function look(width: number): Look {
  const style = getComputedStyle(document.documentElement);
  return {
    colour: (tone) => style.getPropertyValue(`--${tone}`).trim(),
    face: getComputedStyle(document.body).fontFamily,
    names: Math.min(230, Math.round(width * 0.38)),
  };
}
