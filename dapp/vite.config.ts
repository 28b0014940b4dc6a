import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { ABI_OF } from "./src/shared/chain/abis.ts";

const EVENTS_MODULE = "virtual:book-events";

/** The events of the contracts without their functions and errors: all that the first page has to know of them. */
function bookEvents(): Plugin {
  const events = Object.fromEntries(
    Object.entries(ABI_OF).map(([name, abi]) => [name, abi.filter(({ type }) => type === "event")]),
  );
  return {
    name: "book-events",
    resolveId: (id) => (id === EVENTS_MODULE ? `\0${EVENTS_MODULE}` : undefined),
    load: (id) => (id === `\0${EVENTS_MODULE}` ? `export const EVENTS = ${JSON.stringify(events)};` : undefined),
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), bookEvents()],
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
    // What every page needs is one file: it packs better than thirty small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
  },
});
