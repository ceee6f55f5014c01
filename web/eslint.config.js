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
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
