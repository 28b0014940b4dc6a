// Builds the dApp. Usage: npm run build -- [--local] [--out FOLDER]
// A local build also holds the demo wallet and the control that moves the clock; a real one has no trace of them.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { repositoryRoot } from "./lib/files.ts";

export type BuildOptions = { local: boolean; outDir: string };

/** Builds the dApp into `outDir`, which is emptied first. Also inside a test run it is the build that people get. */
export async function buildDapp({ local, outDir }: BuildOptions): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  await build({
    configFile: join(repositoryRoot, "dapp", "vite.config.ts"),
    define: { "import.meta.env.VITE_LOCAL": JSON.stringify(local ? "1" : "") },
    build: { outDir, emptyOutDir: true },
    logLevel: "warn",
  }).finally(() => {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  });
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { local: { type: "boolean", default: false }, out: { type: "string" } } });
  const outDir = values.out === undefined ? join(repositoryRoot, "dapp", "dist") : resolve(values.out);
  await buildDapp({ local: values.local, outDir });
  console.log(`The ${values.local ? "local build of the " : ""}dApp is ready.`);
}
