import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { number } from "../../shared/lib/time";
import { boxOf, labels, positionsOf, scaleBar, viewOf, within, withRoomFor, type View } from "./geometry";
import css from "./PlaceMap.module.css";
import type { District, Polygon, Position } from "../../shared/api/regions";

const MARGIN = 22;
const PIN_HEIGHT = 24;

interface Props {
  districts: District[];
  marked: District | undefined;
  pin: Position | undefined;
  /** Whether only the marked district and the pin are shown. */
  close: boolean;
  /** Says in words what the map shows. */
  label: string;
}

/** The districts of a government, drawn from their outlines: no tiles, nothing from other places. */
export function PlaceMap({ districts, marked, pin, close, label }: Props) {
  const { t } = useTranslation();
  const [frame, width] = useWidth();
  const box = boxOf(
    close && marked ? positionsOf(marked.polygons) : districts.flatMap(({ polygons }) => positionsOf(polygons)),
  );
  const view = viewOf(pin ? withRoomFor(box, pin) : box, width, MARGIN);
  const tip = pin && view.place(pin);
  const head: [number, number][] = tip ? [[tip[0], tip[1] - PIN_HEIGHT / 2]] : [];
  const bar = scaleBar(view);
  const distance = bar.km < 1 ? t("{{n}} m", { n: number(bar.km * 1000) }) : t("{{n}} km", { n: number(bar.km) });
  return (
    <div ref={frame} className={css.map}>
      <svg
        width={view.width}
        height={view.height}
        viewBox={`0 0 ${view.width} ${view.height}`}
        role="img"
        aria-label={label}
        id="case-map"
      >
        {districts.map(({ code, polygons }) => (
          <path key={code} className={css.district} d={path(polygons, view)} />
        ))}
        {marked && <path className={css.marked} d={path(marked.polygons, view)} data-code={marked.code} />}
        {labels(districts, view, marked, head).map(({ code, name, x, y }) => (
          <text key={code} x={x} y={y} className={css.name} data-marked={code === marked?.code}>
            {name}
          </text>
        ))}
        {tip && within(view, tip) && (
          <g className={css.pin} transform={`translate(${tip[0].toFixed(1)} ${tip[1].toFixed(1)})`} id="case-pin">
            <path d="M0 0C-2-7-8-9-8-16a8 8 0 0 1 16 0c0 7-6 9-8 16Z" />
            <circle cy="-16" r="2.8" />
          </g>
        )}
        <g className={css.scale} transform={`translate(8 ${view.height - 8})`}>
          <path d={`M0-4V0H${bar.pixels.toFixed(1)}V-4`} />
          <text x={bar.pixels / 2} y="-5">
            {distance}
          </text>
        </g>
      </svg>
    </div>
  );
}

function path(polygons: Polygon[], view: View): string {
  return polygons
    .flat()
    .map(
      (ring) =>
        `M${ring
          .map((position) =>
            view
              .place(position)
              .map((value) => value.toFixed(1))
              .join(" "),
          )
          .join("L")}Z`,
    )
    .join("");
}

/** The width that the page gives to the map: letters keep their size, whatever it is. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(320);
  useEffect(() => {
    const watcher = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(200, Math.floor(entry.contentRect.width))),
    );
    if (frame.current) {
      watcher.observe(frame.current);
    }
    return () => watcher.disconnect();
  }, []);
  return [frame, width] as const;
}
