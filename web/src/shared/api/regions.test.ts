import { describe, expect, it } from "vitest";
import { placeOf, type District } from "./regions";

const laweyan: District = {
  code: "33.72.01",
  name: "Laweyan",
  villages: [{ code: "33.72.01.1001", name: "Pajang", kind: "KELURAHAN" }],
  polygons: [],
};
const jebres: District = { code: "33.72.04", name: "Jebres", villages: [], polygons: [] };

describe("the place of a code", () => {
  it("is a village with its district, or a district", () => {
    expect(placeOf([jebres, laweyan], "33.72.01.1001")).toEqual({ district: laweyan, village: laweyan.villages[0] });
    expect(placeOf([jebres, laweyan], "33.72.04")).toEqual({ district: jebres });
  });

  it("is the district alone when the village is not known", () => {
    expect(placeOf([jebres, laweyan], "33.72.01.1099")).toEqual({ district: laweyan });
  });

  it("is nothing without a code, or with one from elsewhere", () => {
    expect(placeOf([jebres, laweyan], undefined)).toEqual({});
    expect(placeOf([jebres, laweyan], "33.72.011")).toEqual({});
    expect(placeOf([], "33.72.01")).toEqual({});
  });
});
