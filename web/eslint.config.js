import { readdirSync } from "node:fs";
import { defineConfig } from "eslint/config";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Into a folder comes what itself and these hold; a folder of the source that is not named here is nobody's to import. */
const zone = (folder, ...from) => ({
  target: `src/${folder}`,
  from: "src",
  except: [folder, ...from],
  message: `src/${folder} imports ${["only itself", ...from].join(" and ")}.`,
});
/** Where what a browser stores is touched. */
const STORES = ["src/shared/kept/kept.ts", "src/shared/auth/session.ts", "**/*.test.{ts,tsx}"];
const onlyThere = `Only ${STORES[0]} stores in the browser: it knows whose it is.`;

const features = readdirSync(new URL("src/features", import.meta.url)).map((name) =>
  zone(`features/${name}`, "shared"),
);

export default defineConfig(
  { ignores: ["target", "**/*.gen.ts"] },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX, "react-hooks": reactHooks },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx"] })] },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": [
        "error",
        { basePath: import.meta.dirname, zones: [zone("shared"), ...features] },
      ],
      "react-hooks/exhaustive-deps": "error",
      "react-hooks/rules-of-hooks": "error",
    },
  },
  {
    ignores: STORES,
    rules: {
      "no-restricted-globals": [
        "error",
        ...["localStorage", "sessionStorage", "indexedDB", "caches"].map((name) => ({ name, message: onlyThere })),
      ],
      "no-restricted-properties": [
        "error",
        ...["localStorage", "sessionStorage", "indexedDB", "caches"].map((property) => ({
          property,
          message: onlyThere,
        })),
        { object: "document", property: "cookie", message: onlyThere },
      ],
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
