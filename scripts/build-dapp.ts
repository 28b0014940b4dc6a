// Builds the dApp. Usage: npm run build -- [--coop FILE] [--out FOLDER] [--local]
// With a co-op's file the page shows that co-op and may ask the servers that the file names, and no others. A local build also
// holds the demo wallet and the control that moves the clock, and may ask this machine; a real one has no trace of them.
import { copyFileSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { COOP_FILE, parseCoopFile } from "../dapp/src/shared/config/coopFile.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";
import { repositoryRoot } from "./lib/files.ts";
import { seal, serversOf, THIS_MACHINE } from "./lib/page-policy.ts";

export type BuildOptions = {
  local: boolean;
  outDir: string;
  /** The file of the co-op that the page is for; without one the page's own server must have a `coop.json`. */
  coop?: string;
};

/** Builds the dApp into `outDir`, which is emptied first. Also inside a test run it is the build that people get. */
export async function buildDapp({ local, outDir, coop }: BuildOptions): Promise<void> {
  const servers = coop === undefined ? [] : serversNamedIn(coop);
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
  if (coop !== undefined) copyFileSync(coop, join(outDir, COOP_FILE));
  seal(outDir, local ? [...servers, ...THIS_MACHINE] : servers);
}

function serversNamedIn(file: string): string[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Failure(`There is no file ${file}. Name the coop.json that \`npm run found\` wrote.`);
  }
  const answer = parseCoopFile(text);
  if ("missing" in answer) throw new Failure(`${file} is no co-op's file: ${answer.missing}.`);
  return serversOf(answer.found);
}

if (import.meta.main) {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { local: { type: "boolean", default: false }, out: text, coop: text } });
  const outDir = values.out === undefined ? join(repositoryRoot, "dapp", "dist") : resolve(values.out);
  try {
    await buildDapp({ local: values.local, outDir, ...(values.coop !== undefined && { coop: values.coop }) });
    console.log(`The ${values.local ? "local build of the " : ""}dApp is ready.`);
  } catch (error) {
    console.error(sentenceFor(error));
    process.exitCode = 1;
  }
}
