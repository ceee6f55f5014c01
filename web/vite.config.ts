import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// In development the pages come from here and everything else from a running platform.
const platform = process.env.TANGGAP_URL ?? "http://localhost:8080";
const forward = { target: platform, changeOrigin: false };

export default defineConfig({
  base: "/staff/",
  plugins: [react()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // The preload helper of Vite writes elements, no strings: it passes the strict policy of the front door.
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    proxy: { "/api": forward, "/auth": forward, "/favicon.svg": forward },
  },
  test: {
    include: ["src/**/*.test.ts"],
    environment: "node",
  },
});
