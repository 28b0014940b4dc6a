// Which test files run, and in what order two lanes take them, so that both are busy to the end.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { listFiles, repositoryRoot } from "./files.ts";

const ENDINGS = [".t.sol", ".test.ts"];

/** What a lane runs in one go: a mocha file, or all Solidity tests of a folder, which are compiled together. */
export type Unit = { folder: string; files: string[] };

/** The folders that take longest begin, the longest first; the others follow as they are called. */
const LONGEST = ["browser", "invariants", "audit", "founding", "checks", "relay", "indexer", "replay", "demo"];
/** Folders whose files two lanes may share out at the end, when nothing else is left to begin. */
const DIVISIBLE = ["browser", "audit"];

/** The test files that were named, and those in the folders that were named; without a name, all. */
export function testFiles(named: readonly string[]): string[] {
  if (named.length === 0) return listFiles(repositoryRoot, "test", ENDINGS);
  const files = named.flatMap((name) => {
    const path = join(repositoryRoot, name);
    if (!existsSync(path)) throw new Error(`There is no ${name}.`);
    return statSync(path).isDirectory() ? listFiles(repositoryRoot, name, ENDINGS) : [name];
  });
  return [...new Set(files)];
}

export function unitsOf(files: readonly string[]): Unit[] {
  const folderOf = (file: string) => file.split("/")[1] ?? "";
  const solidity = Map.groupBy(
    files.filter((file) => file.endsWith(".sol")),
    folderOf,
  );
  const units = [
    ...[...solidity].map(([folder, of]) => ({ folder: `${folder}, Solidity`, files: of })),
    ...files.filter((file) => !file.endsWith(".sol")).map((file) => ({ folder: folderOf(file), files: [file] })),
  ];
  const place = ({ folder }: Unit) => {
    const found = LONGEST.findIndex((long) => folder.startsWith(long));
    return found === -1 ? LONGEST.length : found;
  };
  return units.toSorted((a, b) => place(a) - place(b));
}

/**
 * What waits, handed out so that a lane stays in its folder, whose files share what is costly to make, and two lanes are in one
 * folder only when there is no other.
 */
export class Waiting {
  private readonly units: Unit[];
  private readonly busy = new Map<string, number>();

  constructor(units: readonly Unit[]) {
    this.units = [...units];
  }

  /** The next for a lane that has come from `folder`; undefined when it can end. */
  next(folder: string | undefined): Unit | undefined {
    const at = [
      this.units.findIndex((unit) => unit.folder === folder),
      this.units.findIndex((unit) => !this.busy.get(unit.folder)),
      // The last one of a folder is the least likely to be begun by the lane that is in it.
      this.units.findLastIndex((unit) => DIVISIBLE.includes(unit.folder)),
    ].find((place) => place !== -1);
    const [unit] = at === undefined ? [] : this.units.splice(at, 1);
    if (unit?.folder !== folder) {
      if (folder) this.busy.set(folder, (this.busy.get(folder) ?? 1) - 1);
      if (unit) this.busy.set(unit.folder, (this.busy.get(unit.folder) ?? 0) + 1);
    }
    return unit;
  }
}
