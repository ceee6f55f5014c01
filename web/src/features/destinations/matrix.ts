import type { RoutingSchemas } from "../../shared/api/call";

export type MisroutingRow = RoutingSchemas["MisroutingRow"];

/** From and to as a table: the agencies that gave back, against those that got it. */
export interface Matrix {
  from: string[];
  to: string[];
  count: (from: string, to: string) => number;
  most: number;
}

export function matrixOf(rows: MisroutingRow[]): Matrix {
  const sums = new Map<string, number>();
  for (const { from, to, count } of rows) {
    const cell = `${from}\n${to}`;
    sums.set(cell, (sums.get(cell) ?? 0) + count);
  }
  const busiest = (side: "from" | "to") => {
    const totals = new Map<string, number>();
    rows.forEach((row) => totals.set(row[side], (totals.get(row[side]) ?? 0) + row.count));
    return [...totals].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([agency]) => agency);
  };
  return {
    from: busiest("from"),
    to: busiest("to"),
    count: (from, to) => sums.get(`${from}\n${to}`) ?? 0,
    most: Math.max(0, ...sums.values()),
  };
}
