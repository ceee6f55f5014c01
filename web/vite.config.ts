import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// In development Vite stands in for the front door; the other parts listen on the ports that follow its own.
const PORT = Number(process.env.TANGGAP_PORT ?? 8080);
const PARTS = {
  "/api/intake": 1,
  "/api/routing": 2,
  "/api/response": 3,
  "/api/reporting": 4,
  "/api/notification": 5,
  "/auth": 9,
};

export default defineConfig({
  base: "/staff/",
  plugins: [react()],
  build: {
    outDir: "target/dist",
    target: "es2022",
    assetsInlineLimit: 0,
    // The preload helper of Vite writes elements, no strings: it passes the strict policy of the front door.
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  server: {
    port: PORT,
    strictPort: true,
    proxy: Object.fromEntries(
      Object.entries(PARTS).map(([path, offset]) => [
        path,
        {
          target: `http://localhost:${PORT + offset}`,
          headers: {
            "X-Forwarded-Host": `localhost:${PORT}`,
            "X-Forwarded-Proto": "http",
            "X-Forwarded-Port": String(PORT),
          },
        },
      ]),
    ),
  },
  test: {
    include: ["*.test.ts", "src/**/*.test.{ts,tsx}"],
    environment: "node",
  },
});
