import { readdirSync } from "node:fs";
import { ESLint } from "eslint";
import { beforeAll, describe, expect, it, vi } from "vitest";

const FEATURES = readdirSync("src/features");
const eslint = new ESLint();

/** How often a rule refuses what a file says that stands in this folder. */
async function refusals(folder: string, text: string, rule = /^import-x.no-restricted-paths$/): Promise<number> {
  const [file] = readdirSync(folder).filter((name) => /\.tsx?$/.test(name));
  const [result] = await eslint.lintText(text, { filePath: `${folder}/${file}` });
  return result?.messages.filter(({ ruleId }) => rule.test(ruleId ?? "")).length ?? 0;
}

/** The first time takes long: the types of all pages are read. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
beforeAll(() => refusals("src/app", ""));

describe("The rule of what a browser stores", () => {
  it.each(["src/app", "src/shared/ui", `src/features/${FEATURES[0]}`])(
    "lets no file of %s touch it",
    async (folder) => {
      const planted = [
        `localStorage.setItem("mine", "whose?");`,
        `sessionStorage.clear();`,
        `window.localStorage.clear();`,
        `const { sessionStorage: tab } = globalThis;`,
        `document.cookie = "mine=whose";`,
      ];
      expect(await refusals(folder, planted.join("\n"), /^no-restricted-/)).toBe(planted.length);
    },
  );
});

describe("The rule of imports", () => {
  it.each(FEATURES)("keeps %s from the other features and from what is above", async (feature) => {
    const other = FEATURES.find((one) => one !== feature);
    const [name] = readdirSync(`src/features/${other}`).filter((one) => /\.tsx$/.test(one));
    const path = `../${other}/${name?.replace(".tsx", "")}`;
    const planted = [
      `import "${path}";`,
      `import type { A } from "${path}";`,
      `export * from "${path}";`,
      `export const later = () => import("${path}");`,
      `import "../../app/roles";`,
    ];
    expect(await refusals(`src/features/${feature}`, planted.join("\n"))).toBe(planted.length);
  });

  it("keeps what is shared from features and from what is above", async () => {
    const planted = FEATURES.map((feature) => {
      const [name] = readdirSync(`src/features/${feature}`).filter((one) => /\.tsx$/.test(one));
      return `import "../../features/${feature}/${name?.replace(".tsx", "")}";`;
    });
    expect(await refusals("src/shared/lib", [...planted, `import "../../app/roles";`].join("\n"))).toBe(
      FEATURES.length + 1,
    );
  });

  it("lets a feature have its own and what is shared, and the frame everything", async () => {
    expect(await refusals("src/features/queue", `import "./search";\nimport "../../shared/lib/time";`)).toBe(0);
    expect(await refusals("src/app", `import "../features/queue/search";\nimport "../shared/lib/time";`)).toBe(0);
  });
});
