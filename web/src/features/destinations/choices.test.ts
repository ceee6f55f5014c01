import { describe, expect, it } from "vitest";
import type { Waiting } from "../../shared/waiting/waiting";
import { choicesFor, chosenBefore, matching, type Choice } from "./choices";

const option = (agency: string, by: string, confidence: number) => ({ agency, by, confidence, reason: `karena ${by}` });
const waiting = (more: Partial<Waiting>) =>
  ({ id: "1", number: "SKA-1", agency: null, target: null, options: [], ...more }) as unknown as Waiting;

const NOTHING_MATCHED = option("diskominfo", "bawaan", 0);
const LEARNED = option("dlh", "learned", 0.99);
const RULE = option("dpupr", "jalan-rusak", 1);

describe("what is chosen before anybody looks", () => {
  it.each([
    ["nothing where no rule matched", { options: [NOTHING_MATCHED] }, undefined],
    ["nothing where the learned is unsure", { options: [LEARNED, NOTHING_MATCHED] }, undefined],
    [
      "nothing where a rule disagrees with what was learned",
      { options: [LEARNED, { ...RULE, confidence: 0 }] },
      undefined,
    ],
    ["nothing where nothing is proposed", {}, undefined],
    ["nothing where the rule names the agency that gave it back", { agency: "dpupr", options: [RULE] }, undefined],
    ["what a rule is sure of", { options: [RULE, LEARNED] }, "dpupr"],
    ["what the returning agency names", { agency: "dpupr", target: "pdam", options: [RULE] }, "pdam"],
  ] as const)("is %s", (_, more, expected) => {
    expect(chosenBefore(waiting(more as unknown as Partial<Waiting>))).toBe(expected);
  });
});

const agency = (id: string, shortName: string, name: string) => ({
  id,
  shortName,
  name,
  kind: "OPD" as const,
  district: null,
  divisions: [],
});
const DIRECTORY = {
  agencies: [
    agency("dlh", "DLH", "Dinas Lingkungan Hidup"),
    agency("satpol-pp", "SATPOL-PP", "Satuan Polisi Pamong Praja"),
    agency("dpupr", "DPUPR", "Dinas Pekerjaan Umum dan Penataan Ruang"),
    agency("dp3ap2kb", "DP3AP2KB", "Dinas Pemberdayaan Perempuan"),
    agency("diskominfo", "Diskominfo", "Dinas Komunikasi dan Informatika"),
    agency("disdik", "DISDIK", "Dinas Pendidikan"),
  ],
  institutions: [{ id: "pln", name: "PLN UP3 Surakarta", advice: "" }],
  group: null,
};

describe("what may be chosen", () => {
  const ids = (choices: Choice[]) => choices.map(({ id }) => id);
  const all = choicesFor(waiting({ options: [RULE, LEARNED, NOTHING_MATCHED] }), DIRECTORY);

  it("begins with what was proposed with a reason, and names each once", () => {
    expect(ids(all)).toEqual(["dpupr", "dlh", "satpol-pp", "dp3ap2kb", "diskominfo", "disdik", "pln"]);
    expect(all.filter(({ reason }) => reason).map(({ id }) => id)).toEqual(["dpupr", "dlh"]);
  });

  it("has no proposal of who gave it back", () => {
    const choices = choicesFor(waiting({ agency: "dpupr", options: [RULE] }), DIRECTORY);
    expect(choices.some(({ reason }) => reason)).toBe(false);
    expect(ids(choices)).toContain("dpupr");
  });

  it.each([
    ["dlh", ["dlh"]],
    ["lingkungan", ["dlh"]],
    ["satpol pp", ["satpol-pp"]],
    ["SATPOLPP", ["satpol-pp"]],
    ["ling hid", ["dlh"]],
    ["pupr", ["dpupr"]],
    ["dis", ["diskominfo", "disdik"]],
    ["pln", ["pln"]],
    ["\u202Ed\u200Blh", ["dlh"]],
    ["tidak ada", []],
    ["...", ["dpupr", "dlh"]],
  ])("is found by %j", (typed, first) => {
    const found = ids(matching(all, typed));
    expect(found.slice(0, first.length || undefined)).toEqual(first);
  });

  it("is found by each of its words and its abbreviation", () => {
    for (const choice of all) {
      for (const typed of [choice.name, ...choice.name.split(" "), choice.abbreviation].filter(Boolean)) {
        expect(ids(matching(all, typed)), typed).toContain(choice.id);
      }
    }
  });
});
