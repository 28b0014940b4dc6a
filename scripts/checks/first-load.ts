// Checks what the first page loads: JavaScript of a real build, gzipped, at most 150 kB (docs/architecture.md).
// `npm run check` leaves it to the tests, since a build takes longer than a check may.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes of every script that `index.html` in `folder` names, each gzipped as a server sends it. */
export function firstLoad(folder: string): number {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const files = [...html.matchAll(/(?:src|href)="\/?([^"]+\.js)"/g)].map(([, file]) => join(folder, file ?? ""));
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
}

export const MOST_BYTES = 150_000;
