import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Polygon, Position } from "../../shared/api/regions";
import {
  boxOf,
  centre,
  contains,
  distance,
  labels,
  positionsOf,
  scaleBar,
  viewOf,
  whereabouts,
  within,
  withRoomFor,
  type Outlined,
} from "./geometry";

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const district = (name: string, ...polygons: Polygon[]): Outlined => ({ name, code: name, polygons });

/** Two neighbours on the equator, where a degree is 111.2 km both ways; the western one has a lake and an island. */
const west = district("Barat", [square(0, 0, 1), square(0.4, 0.4, 0.2)], [square(-1, 0, 0.1)]);
const east = district("Timur", [square(1, 0, 1)]);

describe("a point", () => {
  it("is in an outline or in none", () => {
    expect(contains(west.polygons, [0.1, 0.1])).toBe(true);
    expect(contains(west.polygons, [1.1, 0.1])).toBe(false);
  });

  it("is not in a hole, but on an island", () => {
    expect(contains(west.polygons, [0.5, 0.5])).toBe(false);
    expect(contains(west.polygons, [-0.95, 0.05])).toBe(true);
  });

  it("is so many kilometres away from the nearest line", () => {
    expect(distance(west.polygons, [0.1, 0.1])).toBe(0);
    expect(distance(west.polygons, [0.5, 0.45])).toBeCloseTo(0.05 * 111.2, 1);
    expect(distance(east.polygons, [2.3, -0.4])).toBeCloseTo(0.5 * 111.2, 0);
  });

  it("counts a degree of longitude for less away from the equator", () => {
    expect(distance([[square(0, 60, 1)]], [-1, 60])).toBeCloseTo(0.5 * 111.2, 0);
  });
});

describe("whereabouts", () => {
  const both = [west, east];

  it("names the district around the point", () => {
    expect(whereabouts(both, 0.5, [1.5, 0.5])).toEqual({ is: "inside", district: east });
    expect(whereabouts(both, 0.5, [1.5, 0.5], east)).toEqual({ is: "inside", district: east });
  });

  it("keeps to the district that was named while the lines are too coarse to deny it", () => {
    expect(whereabouts(both, 0.5, [1.002, 0.5], west)).toEqual({ is: "border", district: west });
    expect(whereabouts(both, 0.05, [1.002, 0.5], west)).toEqual({ is: "elsewhere", district: east, named: west });
    expect(whereabouts(both, 0.5, [2.002, 0.5])).toEqual({ is: "border", district: east });
  });

  it("says when the point lies in another district than was named", () => {
    expect(whereabouts(both, 0.5, [1.5, 0.5], west)).toEqual({ is: "elsewhere", district: east, named: west });
  });

  it("says how far outside a point lies", () => {
    const found = whereabouts(both, 0.5, [3, 0.5], east);
    expect(found).toMatchObject({ is: "outside" });
    expect(found?.is === "outside" && found.km).toBeCloseTo(111.2, 1);
  });

  it("says nothing without outlines", () => {
    expect(whereabouts([district("Kosong")], 0.5, [0, 0])).toBeUndefined();
    expect(whereabouts([], 0.5, [0, 0])).toBeUndefined();
  });
});

describe("the view", () => {
  it("puts north up and east to the right, inside the margins", () => {
    const view = viewOf(boxOf(square(0, 0, 1)), 300, 20);
    const [x0, y0] = view.place([0, 0]);
    const [x1, y1] = view.place([1, 1]);
    expect(x1).toBeGreaterThan(x0);
    expect(y1).toBeLessThan(y0);
    for (const at of [
      [x0, y0],
      [x1, y1],
    ] as [number, number][]) {
      expect(at[0]).toBeGreaterThanOrEqual(20);
      expect(at[1]).toBeGreaterThanOrEqual(20);
      expect(at[0]).toBeLessThanOrEqual(view.width - 20);
      expect(at[1]).toBeLessThanOrEqual(view.height - 20);
    }
  });

  it("makes a kilometre as long to the east as to the north", () => {
    const view = viewOf(boxOf(square(110, -60.5, 1)), 400, 10);
    const [x0, y0] = view.place([110.5, -60]);
    const [x1] = view.place([110.5 + 1 / (111.2 * Math.cos(Math.PI / 3)), -60]);
    const [, y1] = view.place([110.5, -60 + 1 / 111.2]);
    expect(x1 - x0).toBeCloseTo(view.pixelsPerKm, 3);
    expect(y0 - y1).toBeCloseTo(view.pixelsPerKm, 3);
  });

  it("makes room for a point nearby and not for one far away", () => {
    const box = boxOf(square(0, 0, 1));
    expect(withRoomFor(box, [1.3, 0.5])).toEqual({ ...box, east: 1.3 });
    expect(withRoomFor(box, [9, 0.5])).toEqual(box);
    expect(within(viewOf(box, 300, 20), viewOf(box, 300, 20).place([9, 0.5]))).toBe(false);
  });

  it("has a scale of a round distance that is at most a quarter as wide", () => {
    for (const side of [0.01, 0.03, 0.1, 0.25, 0.7, 2]) {
      const view = viewOf(boxOf(square(110, -7.6, side)), 360, 20);
      const { km, pixels } = scaleBar(view);
      expect(pixels).toBeCloseTo(km * view.pixelsPerKm, 6);
      expect(pixels).toBeLessThanOrEqual(90);
      expect(pixels).toBeGreaterThan(30);
      expect(["1", "2", "5"]).toContain(String(Number(km.toPrecision(3))).replace(/[0.]/g, ""));
    }
  });
});

describe("names", () => {
  it("stand in the middle of the largest part", () => {
    expect(centre(east.polygons).at).toEqual([1.5, 0.5]);
    expect(centre([[square(5, 5, 0.1)], [square(0, 0, 2)]]).at).toEqual([1, 1]);
  });

  it("leave out what finds no room, and move for the marked one", () => {
    const small = district("Sempit", [square(0.45, 0.49, 0.02)]);
    const view = viewOf(boxOf(positionsOf([...west.polygons, ...east.polygons])), 360, 20);
    const said = (first?: Outlined) => labels([small, west, east], view, first).map(({ name }) => name);
    expect(said()).toEqual(["Barat", "Timur"]);
    expect(said(small)).toEqual(["Sempit", "Barat", "Timur"]);
  });

  it("stay clear of the pin and inside the picture", () => {
    const view = viewOf(boxOf(positionsOf(east.polygons)), 360, 20);
    expect(labels([west, east], view, undefined).map(({ name }) => name)).toEqual(["Timur"]);
    const [x, y] = view.place([1.5, 0.5]);
    const [label] = labels([east], view, undefined, [[x, y]]);
    expect(label?.x).toBe(x);
    expect(label?.y).toBeCloseTo(y - 15, 5);
    expect(
      labels([east], view, undefined, [
        [x, y],
        [x, y - 20],
        [x, y + 20],
      ]),
    ).toEqual([]);
  });
});

describe("the shipped outlines", () => {
  const shipped = (government: string): Outlined[] => {
    const { features } = JSON.parse(
      readFileSync(join(import.meta.dirname, `../../../../governments/${government}/boundaries.geojson`), "utf8"),
    ) as {
      features: { properties: { code: string; name: string }; geometry: { coordinates: Polygon } }[];
    };
    return features.map(({ properties, geometry }) => ({ ...properties, polygons: [geometry.coordinates] }));
  };

  it("show where Manahan and Cetho are", () => {
    expect(whereabouts(shipped("surakarta"), 0.05, [110.8065, -7.5556])).toMatchObject({
      is: "inside",
      district: { name: "Banjarsari" },
    });
    expect(whereabouts(shipped("karanganyar"), 0.5, [111.1577, -7.5955])).toMatchObject({
      is: "inside",
      district: { name: "Jenawi" },
    });
    expect(whereabouts(shipped("surakarta"), 0.05, [111.1577, -7.5955])).toMatchObject({ is: "outside" });
  });

  it("leave room for every name of Surakarta on a telephone", () => {
    const districts = shipped("surakarta");
    const view = viewOf(boxOf(districts.flatMap(({ polygons }) => positionsOf(polygons))), 300, 22);
    expect(labels(districts, view, undefined)).toHaveLength(5);
  });
});
