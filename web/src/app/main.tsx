import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Problem } from "../shared/api/problem";
import { startLanguage } from "../shared/i18n/i18n";
import { eraseUnbound } from "../shared/kept/kept";
import "../shared/ui/tokens.css";
import "../shared/ui/base.css";
import { Gate } from "./Gate";
import { router } from "./router";
import { startTheme } from "./theme";

const TRIES = 4;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, problem) => problem instanceof Problem && problem.passes && failures < TRIES,
      // Whether the services are reached is known from the calls themselves, not from what the browser believes.
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

const root = document.getElementById("root");
if (root) {
  eraseUnbound();
  startTheme();
  await startLanguage(async () => (await import("./english")).english);
  createRoot(root, {
    // Told on the page already, where it stands.
    onCaughtError: (failure, { componentStack }) => console.warn(failure, componentStack),
  }).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Gate>
          <RouterProvider router={router} />
        </Gate>
      </QueryClientProvider>
    </StrictMode>,
  );
}
