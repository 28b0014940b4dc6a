import { join } from "node:path";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { booksVersion } from "./books-version.ts";
import { ABI_OF } from "./src/shared/chain/abis.ts";
import { eventTables } from "./src/shared/chain/event-table.ts";
import { LANGUAGES, wordsIn, wordsScript } from "./words.ts";

const EVENTS_MODULE = /^virtual:(first|commons|market)-events$/;

/** The events of the contracts without their functions and errors; those of the commons and the market apart, for the pages that show them. */
function bookEvents(): Plugin {
  const tables = eventTables(ABI_OF);
  return {
    name: "book-events",
    resolveId: (id) => (EVENTS_MODULE.test(id) ? `\0${id}` : undefined),
    load: (id) => {
      const which = EVENTS_MODULE.exec(id.slice(1))?.[1];
      return which && `export const EVENTS = ${JSON.stringify(tables[which as keyof typeof tables])};`;
    },
  };
}

/** How this page makes books: a snapshot that was made otherwise is of no use to it. */
function versionOfBooks(): Plugin {
  return {
    name: "books-version",
    resolveId: (id) => (id === "virtual:books-version" ? `\0${id}` : undefined),
    load: (id) => (id === "\0virtual:books-version" ? `export const BOOKS = "${booksVersion()}";` : undefined),
  };
}

/** The words of every language but English, each a script of its own. */
function languages(): Plugin {
  return {
    name: "languages",
    generateBundle() {
      for (const language of LANGUAGES) {
        const words = wordsIn(join(import.meta.dirname, "words", language));
        this.emitFile({ type: "asset", fileName: `words-${language}.js`, source: wordsScript(words) });
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss(), bookEvents(), versionOfBooks(), languages()],
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
    modulePreload: {
      polyfill: false,
      // Each later page finds its own parts: a list of all of them would weigh on the first.
      resolveDependencies: (_, deps, { hostType }) => (hostType === "html" ? deps : []),
    },
    chunkSizeWarningLimit: 600,
    // What every page needs is one file: it packs better than thirty small ones.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
  },
});
