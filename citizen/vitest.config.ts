import { defineConfig } from "vitest/config";

export default defineConfig({
  // What contracts publish and what earlier versions handed out.
  server: { fs: { allow: [".."] } },
  test: {
    include: ["src/test/**/*.test.ts"],
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost:8080/" } },
    // Every test opens the page anew; a browser of its own for each file takes as long as all tests.
    isolate: false,
    css: true,
    testTimeout: 30_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
