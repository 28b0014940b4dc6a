// A short name for the way in which this version makes books of events: another one as soon as the code that makes them is.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const CODE = ["../books", "src/shared/chain", "src/shared/parameters"];

export function booksVersion(): string {
  const files = CODE.flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(import.meta.dirname, folder, name)),
  );
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(readFileSync(file, "utf8").replaceAll("\r\n", "\n"));
  return hash.digest("hex").slice(0, 12);
}
