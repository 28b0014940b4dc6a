import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { ABI_OF } from "./src/shared/chain/abis.ts";
import { eventTable, needed } from "./src/shared/chain/event-table.ts";

const EVENTS_MODULE = "virtual:book-events";

/** The events of the contracts without their functions and errors: all that the first page has to know of them. */
function bookEvents(): Plugin {
  const events = Object.fromEntries(Object.entries(ABI_OF).map(([name, abi]) => [name, eventTable(needed(abi))]));
  return {
    name: "book-events",
    resolveId: (id) => (id === EVENTS_MODULE ? `\0${EVENTS_MODULE}` : undefined),
    load: (id) => (id === `\0${EVENTS_MODULE}` ? `export const EVENTS = ${JSON.stringify(events)};` : undefined),
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), bookEvents()],
  // React has had this hook itself for long: one copy of the small part that it lacks is enough.
  resolve: {
    alias: [
      {
        find: /^use-sync-external-store\/shim\/with-selector(\.js)?$/,
        replacement: "use-sync-external-store/with-selector.js",
      },
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: "react" },
    ],
    dedupe: ["use-sync-external-store"],
  },
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
