import type { Polygon, Position } from "../../shared/api/regions";

export interface Outlined {
  name: string;
  code: string;
  polygons: Polygon[];
}

export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

const KM_PER_DEGREE = 111.2;

const narrowing = (latitude: number): number => Math.cos((latitude * Math.PI) / 180);

export function boxOf(positions: Position[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const [x = 0, y = 0] of positions) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  return box;
}

/** The box with the point in it, unless that is so far away that the rest would become small. */
export function withRoomFor(box: Box, point: Position): Box {
  const { west, south, east, north } = boxOf([[box.west, box.south], [box.east, box.north], point]);
  const near = east - west <= 1.5 * (box.east - box.west) && north - south <= 1.5 * (box.north - box.south);
  return near ? { west, south, east, north } : box;
}

export const positionsOf = (polygons: Polygon[]): Position[] => polygons.flat(2);

function pairs(ring: Position[]): [Position, Position][] {
  return ring.slice(1).map((end, i) => [ring[i] ?? end, end]);
}

export function contains(polygons: Polygon[], [x = 0, y = 0]: Position): boolean {
  return polygons.some((rings) => {
    let inside = false;
    for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of rings.flatMap(pairs)) {
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) {
        inside = !inside;
      }
    }
    return inside;
  });
}

/** In kilometres, 0 inside. The earth is taken as flat, which is near enough within a government. */
export function distance(polygons: Polygon[], point: Position): number {
  if (contains(polygons, point)) {
    return 0;
  }
  const [px = 0, py = 0] = point;
  const wide = KM_PER_DEGREE * narrowing(py);
  const flat = ([x = 0, y = 0]: Position): [number, number] => [(x - px) * wide, (y - py) * KM_PER_DEGREE];
  let least = Infinity;
  for (const [from, to] of polygons.flat().flatMap(pairs)) {
    const [ax, ay] = flat(from);
    const [bx, by] = flat(to);
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length));
    least = Math.min(least, Math.hypot(ax + share * (bx - ax), ay + share * (by - ay)));
  }
  return least;
}

/**
 * Where a point lies: in a district, near enough to its border that it may be in it, or outside of all. The district
 * named with the complaint wins while the lines are too coarse to say otherwise.
 *
 * @param blur to how many kilometres the lines are true
 */
export type Whereabouts<D> =
  | { is: "inside"; district: D }
  | { is: "border"; district: D }
  | { is: "elsewhere"; district: D; named: D }
  | { is: "outside"; km: number };

export function whereabouts<D extends Outlined>(
  districts: D[],
  blur: number,
  point: Position,
  named?: D,
): Whereabouts<D> | undefined {
  const [nearest] = districts
    .map((district) => ({ district, km: distance(district.polygons, point) }))
    .sort((a, b) => a.km - b.km || Number(b.district === named) - Number(a.district === named));
  if (nearest === undefined || nearest.km === Infinity) {
    return undefined;
  }
  if (nearest.km > blur) {
    return { is: "outside", km: nearest.km };
  }
  if (named && named !== nearest.district) {
    return distance(named.polygons, point) > blur
      ? { is: "elsewhere", district: nearest.district, named }
      : { is: "border", district: named };
  }
  return { is: nearest.km === 0 ? "inside" : "border", district: nearest.district };
}

/** How degrees become pixels: north is up, and a kilometre is as long in every direction. */
export interface View {
  width: number;
  height: number;
  pixelsPerKm: number;
  place: (position: Position) => [number, number];
}

const LOWEST = 0.5;
const HIGHEST = 0.85;

export function viewOf(box: Box, width: number, margin: number): View {
  const middle: Position = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  const narrow = narrowing(middle[1] ?? 0);
  const wide = Math.max((box.east - box.west) * narrow, 1e-6);
  const tall = Math.max(box.north - box.south, 1e-6);
  const height = Math.round(width * Math.min(HIGHEST, Math.max(LOWEST, tall / wide)));
  const pixels = Math.min((width - 2 * margin) / wide, (height - 2 * margin) / tall);
  return {
    width,
    height,
    pixelsPerKm: pixels / KM_PER_DEGREE,
    place: ([x = 0, y = 0]) => [
      width / 2 + (x - (middle[0] ?? 0)) * narrow * pixels,
      height / 2 - (y - (middle[1] ?? 0)) * pixels,
    ],
  };
}

export const within = (view: View, [x, y]: [number, number]): boolean =>
  x >= 0 && y >= 0 && x <= view.width && y <= view.height;

/** The longest round distance that takes at most a quarter of the width. */
export function scaleBar(view: View): { km: number; pixels: number } {
  const most = view.width / 4 / view.pixelsPerKm;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = power * ([5, 2].find((digit) => digit * power <= most) ?? 1);
  return { km, pixels: km * view.pixelsPerKm };
}

/** The centre of the largest part of an outline, and that part's size in square degrees. */
export function centre(polygons: Polygon[]): { at: Position; size: number } {
  return polygons
    .map(([outer = []]) => {
      const [[ox = 0, oy = 0] = []] = outer;
      let twice = 0;
      let x = 0;
      let y = 0;
      for (const [[ax = 0, ay = 0], [bx = 0, by = 0]] of pairs(outer)) {
        const cross = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
        twice += cross;
        x += (ax + bx - 2 * ox) * cross;
        y += (ay + by - 2 * oy) * cross;
      }
      return { at: twice === 0 ? [ox, oy] : [ox + x / (3 * twice), oy + y / (3 * twice)], size: Math.abs(twice) / 2 };
    })
    .reduce((largest, part) => (part.size > largest.size ? part : largest), { at: [0, 0], size: -1 });
}

export interface Label {
  code: string;
  name: string;
  x: number;
  y: number;
}

const LETTER = 6.4;
const LINE = 14;

/**
 * Names that find room in the middle of their districts or a line above or below: the first district's before all, then
 * larger ones before smaller ones. None covers another.
 */
export function labels(
  districts: Outlined[],
  view: View,
  first: Outlined | undefined,
  taken: [number, number][] = [],
): Label[] {
  const placed: Label[] = [];
  const half = (name: string) => (name.length * LETTER) / 2;
  const clear = (label: Label) =>
    placed.every(
      (other) =>
        Math.abs(other.x - label.x) > half(other.name) + half(label.name) || Math.abs(other.y - label.y) >= LINE,
    ) && taken.every(([x, y]) => Math.abs(x - label.x) > half(label.name) + LINE / 2 || Math.abs(y - label.y) > LINE);
  const inView = ({ name, x, y }: Label) =>
    x - half(name) >= 0 && x + half(name) <= view.width && y - LINE / 2 >= 0 && y + LINE / 2 <= view.height;
  const line = (LINE + 1) / view.pixelsPerKm / KM_PER_DEGREE;
  districts
    .map((district) => ({ district, ...centre(district.polygons) }))
    .sort((a, b) => Number(b.district === first) - Number(a.district === first) || b.size - a.size)
    .forEach(({ district: { code, name, polygons }, at: [x = 0, y = 0] }) => {
      const free = [y, y + line, y - line]
        .filter((height) => height === y || contains(polygons, [x, height]))
        .map((height) => view.place([x, height]))
        .map(([px, py]) => ({ code, name, x: px, y: py }))
        .find((label) => inView(label) && clear(label));
      if (free) {
        placed.push(free);
      }
    });
  return placed;
}
