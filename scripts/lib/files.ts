// Where the repository is, and which files are in it.
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const NEVER_ENTERED = new Set(["node_modules", "artifacts", "cache", "dist", "coverage", ".git", ".local"]);

/** Every file below `folder` (relative to `root`) whose name ends in one of `endings`, sorted, with forward slashes. */
export function listFiles(root: string, folder: string, endings: string[]): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  const found: string[] = [];
  const enter = (directory: string) => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!NEVER_ENTERED.has(entry.name)) enter(path);
      } else if (endings.some((ending) => entry.name.endsWith(ending))) {
        found.push(relative(root, path).split(sep).join("/"));
      }
    }
  };
  enter(start);
  return found.sort();
}

/** The number of the line that contains the character at `index`, counted from 1. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}
