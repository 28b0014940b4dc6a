// The local build of the dApp, made again only when one of its sources has changed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, isDiskFull } from "./failure.ts";
import { listFiles, repositoryRoot } from "./files.ts";

const OUT_DIR = join(repositoryRoot, ".local", "dapp");
const MARKER = ".source-hash";
const SOURCE_FOLDERS = ["dapp", "books", "documents/envelope"];
const SOURCE_FILES = [
  "package-lock.json",
  "scripts/build-dapp.ts",
  "scripts/lib/built-dapp.ts",
  "scripts/lib/page-policy.ts",
];

/** Builds when needed; `built` tells whether it was. */
export async function buildLocalDapp(): Promise<{ folder: string; built: boolean }> {
  const hash = sourceHash();
  const marker = join(OUT_DIR, MARKER);
  if (existsSync(marker) && readFileSync(marker, "utf8") === hash) return { folder: OUT_DIR, built: false };
  const { buildDapp } = await import("../build-dapp.ts");
  const unfinished = `${OUT_DIR}-${process.pid}`;
  await buildDapp({ local: true, outDir: unfinished }).catch((error: Error) => {
    rmSync(unfinished, { recursive: true, force: true });
    if (isDiskFull(error)) throw error;
    throw new Failure(
      `${error.message}\n\nThe pages do not build: correct the errors above and run the same command again.`,
    );
  });
  writeFileSync(join(unfinished, MARKER), hash);
  rmSync(OUT_DIR, { recursive: true, force: true });
  renameSync(unfinished, OUT_DIR);
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
