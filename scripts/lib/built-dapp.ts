// The local build of the dApp, made again only when one of its sources has changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "./failure.ts";
import { listFiles, repositoryRoot } from "./files.ts";

const OUT_DIR = join(repositoryRoot, ".local", "dapp");
const MARKER = join(OUT_DIR, ".source-hash");
const SOURCE_FOLDERS = ["dapp", "books"];
const SOURCE_FILES = ["package-lock.json", "scripts/build-dapp.ts", "scripts/lib/built-dapp.ts"];

/** Builds when needed; `built` tells whether it was. */
export async function buildLocalDapp(): Promise<{ folder: string; built: boolean }> {
  const hash = sourceHash();
  if (existsSync(MARKER) && readFileSync(MARKER, "utf8") === hash) return { folder: OUT_DIR, built: false };
  const { buildDapp } = await import("../build-dapp.ts");
  await buildDapp({ local: true, outDir: OUT_DIR }).catch((error: Error) => {
    if (/ENOSPC/.test(error.message)) throw error;
    throw new Failure(
      `${error.message}\n\nThe pages do not build: correct the errors above and run the same command again.`,
    );
  });
  writeFileSync(MARKER, hash);
  return { folder: OUT_DIR, built: true };
}

function sourceHash(): string {
  const files = [...SOURCE_FOLDERS.flatMap((folder) => listFiles(repositoryRoot, folder, [""])), ...SOURCE_FILES];
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(repositoryRoot, file)))
      .update("\0");
  return hash.digest("hex");
}
