/** What a bar chart shows: a line for each thing, parted by what became of it. */
export interface Bars {
  lines: { name: string; values: number[] }[];
  parts: { word: string; tone: string }[];
}

/** What the page lends the chart: its colours by name, its type, the width of the names beside the bars. */
export interface Look {
  colour: (tone: string) => string;
  face: string;
  names: number;
}

const LINE = 28;
const LEGEND = 30;
/** Of the axis below the bars. */
const FOOT = 26;

/** Each part has its own pattern, so that it can be told without colour; the first has none. */
const PATTERNS = [
  { symbol: "none" },
  { dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 },
  {
    symbol: "circle",
    symbolSize: 0.7,
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [5, 0],
  },
  { dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: Math.PI / 2 },
  {
    dashArrayX: [
      [4, 6],
      [0, 5, 5, 0],
    ],
    dashArrayY: [5, 0],
    rotation: Math.PI / 4,
  },
];

export const legendRows = ({ parts }: Bars, width: number): number =>
  parts.length < 2
    ? 0
    : Math.max(1, Math.ceil(parts.reduce((sum, { word }) => sum + word.length * 7 + 46, 0) / Math.max(width, 1)));

export const heightOf = (bars: Bars, width: number): number =>
  bars.lines.length * LINE + legendRows(bars, width) * LEGEND + FOOT;

/** The chart as the library wants it told. */
export function optionOf(
  bars: Bars,
  { colour, face, names }: Look,
  description: string,
  number: (value: number) => string,
  width: number,
): Record<string, unknown> {
  const text = { color: colour("ink"), fontFamily: face, fontSize: 13 };
  const soft = { ...text, color: colour("soft") };
  return {
    animation: false,
    textStyle: text,
    aria: {
      enabled: true,
      label: { description },
      decal: {
        show: bars.parts.length > 1,
        decals: PATTERNS.map((pattern) => ({ ...pattern, color: colour("sheet"), backgroundColor: "transparent" })),
      },
    },
    legend: {
      show: bars.parts.length > 1,
      selectedMode: false,
      left: 0,
      top: 0,
      itemWidth: 22,
      itemHeight: 13,
      itemGap: 16,
      padding: 0,
      textStyle: text,
      data: bars.parts.map(({ word }) => word),
    },
    grid: {
      left: 0,
      right: 0,
      top: legendRows(bars, width) * LEGEND,
      bottom: 0,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    xAxis: {
      type: "value",
      minInterval: 1,
      axisLabel: { ...soft, formatter: number, hideOverlap: true },
      splitLine: { lineStyle: { color: colour("line") } },
    },
    yAxis: [
      {
        type: "category",
        inverse: true,
        triggerEvent: true,
        data: bars.lines.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colour("line") } },
        axisLabel: { ...text, width: names, overflow: "truncate", interval: 0 },
      },
      {
        type: "category",
        inverse: true,
        position: "right",
        data: bars.lines.map(({ values }) => number(sum(values))),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: { ...text, fontWeight: 600, interval: 0 },
      },
    ],
    series: bars.parts.map(({ word, tone }, part) => ({
      name: word,
      type: "bar",
      stack: "all",
      barMaxWidth: 16,
      color: colour(tone),
      itemStyle: { borderColor: colour("sheet"), borderWidth: 1 },
      emphasis: { focus: "none", itemStyle: { borderColor: colour("ink"), borderWidth: 1 } },
      data: bars.lines.map(({ values }) => values[part] ?? 0),
    })),
  };
}

const sum = (values: number[]): number => values.reduce((all, one) => all + one, 0);
